import type { Sample } from '../../../test/sample.ts'
import { addComponent } from './commands.ts'

const part = { purpose: 'People are not afraid to come', hold: 'core' }

export const sample: Sample = {
  scene: async ({ people, nouns, done }) => ({
    component: await done(people.lead, addComponent, {
      idea: nouns['idea'],
      what: 'A nurse rings first',
      ...part,
    }),
  }),
  async grow({ people, nouns, done }, round) {
    await done(people.lead, addComponent, { idea: nouns['idea'], what: `Part ${round}`, ...part })
  },
  plausible: { what: 'A nurse rings first', ...part },
}
