import type { Sample } from '../../../test/sample.ts'
import { sayUpdate } from './commands.ts'

export const sample: Sample = {
  scene: async ({ people, nouns, done }) => ({
    update: await done(people.lead, sayUpdate, { team: nouns['team'], did: 'We rang ten people' }),
  }),
  async grow({ people, nouns, done }, round) {
    await done(people.lead, sayUpdate, { team: nouns['team'], did: `Update ${round}` })
  },
  plausible: { did: 'We rang ten people', next: 'Ten more' },
}
