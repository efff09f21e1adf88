import type { Sample } from '../../../test/sample.ts'
import { pledgesAt } from '../pledges/store.ts'
import { makeAsk } from './commands.ts'

export const sample: Sample = {
  async scene({ people, nouns, done }) {
    const { event, pledge } = nouns
    return { ask: await done(people.lead, makeAsk, { event, pledge, toWhom: 'board', what: 'A room' }) }
  },
  async grow({ people, nouns, store, done }, round) {
    const event = nouns['event']!
    const added = (await pledgesAt(store.db, people.network, event)).filter(
      ({ what }) => what === `Pledge ${round}`,
    )
    for (const { id: pledge } of added)
      await done(people.organiser, makeAsk, { event, pledge, toWhom: 'board', what: `Ask ${round}` })
    const more = { event, pledge: nouns['pledge'], toWhom: 'qi_team', what: `Ask more ${round}` }
    await done(people.organiser, makeAsk, more)
  },
  plausible: { toWhom: 'board', owner: 'QI team', answer: 'In May' },
  at: [[/answer$/, { kind: 'agreed' }]],
}
