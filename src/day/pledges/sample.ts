import type { Sample } from '../../../test/sample.ts'
import { makePledge } from './commands.ts'

export const sample: Sample = {
  async scene({ people, nouns, done }) {
    const { event, team, other: idea } = nouns
    return { pledge: await done(people.lead, makePledge, { event, team, what: 'Test it', idea }) }
  },
  async grow({ people, nouns, teams, done }, round) {
    for (const team of teams)
      await done(people.organiser, makePledge, { event: nouns['event'], team, what: `Pledge ${round}` })
  },
  plausible: { what: 'Do something', reason: 'There is room' },
}
