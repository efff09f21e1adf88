import type { Sample } from '../../../test/sample.ts'
import { addMember } from './commands.ts'

export const sample: Sample = {
  async grow({ people, done }, round) {
    const email = `person${round}@example.invalid`
    await done(people.organiser, addMember, {
      name: `Person ${round}`,
      email,
      role: 'member',
      team: 'harrow',
    })
  },
  plausible: {
    boardName: 'Board',
    qiTeamName: 'QI team',
    role: 'member',
    teamNoun: 'borough',
    teamNounPlural: 'boroughs',
  },
}
