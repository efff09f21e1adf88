import type { Sample } from '../../../test/sample.ts'
import { addSignUp } from './commands/sign-up.ts'

export const sample: Sample = {
  scene: async ({ day, nouns }) => ({ attendee: day.of[nouns['team']!]![0]!.id }),
  async grow({ people, nouns, teams, done }, round) {
    for (const team of teams) {
      const who = { name: `Nurse ${round}`, team, profession: `Profession ${round}` }
      await done(people.organiser, addSignUp, { event: nouns['event'], ...who })
    }
  },
}
