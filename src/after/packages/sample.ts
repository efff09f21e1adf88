import type { Sample } from '../../../test/sample.ts'
import { chooseWildCard, makePackage } from './commands.ts'

export const sample: Sample = {
  async scene({ people, nouns, done }) {
    const { idea, team } = nouns
    const made = await done(people.organiser, makePackage, { name: 'Better flow', ideas: idea })
    await done(people.lead, chooseWildCard, { package: made, team, words: 'A bell at the door' })
    return { package: made }
  },
  async grow({ people, nouns, done }, round) {
    await done(people.organiser, makePackage, { name: `Package ${round}`, ideas: nouns['idea'] })
  },
  plausible: { words: 'A bell at the door' },
  at: [[/packages/, { name: 'Better flow', ideas: 'talk-first' }]],
}
