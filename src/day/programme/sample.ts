import type { Sample } from '../../../test/sample.ts'
import { ideasOf } from '../../before/ideas/store.ts'
import { addItem } from './commands/items.ts'

export const sample: Sample = {
  async scene({ people, nouns, done }) {
    const talk = { event: nouns['event'], kind: 'talk', title: 'Spread' }
    return { item: await done(people.organiser, addItem, talk) }
  },
  async grow({ people, nouns, store, done }, round) {
    const ideas = await ideasOf(store.db, people.network)
    for (const { id: idea } of ideas.filter(({ title }) => title.startsWith(`Idea ${round} of`)))
      await done(people.organiser, addItem, {
        event: nouns['event'],
        kind: 'idea',
        title: `Idea ${round}`,
        idea,
      })
  },
  plausible: { minutes: '30', time: '9:30am', where: 'down' },
  at: [
    [/programme/, { kind: 'talk' }],
    [/from-another-day$/, { from: 'day' }],
    [/desk\/note$/, { note: 'A little louder' }],
    [/desk\/links/, { opens: 'screen' }],
  ],
}
