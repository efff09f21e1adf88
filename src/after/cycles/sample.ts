import type { Sample } from '../../../test/sample.ts'
import { planCycle } from './commands.ts'

export const sample: Sample = {
  scene: async ({ people, nouns, done }) => ({
    cycle: await done(people.lead, planCycle, {
      event: nouns['event'],
      pledge: nouns['pledge'],
      question: 'Do families ring back?',
      prediction: 'Half of them do',
    }),
  }),
  async grow({ people, nouns, done }, round) {
    const { event, pledge } = nouns
    const asked = { question: `Question ${round}`, prediction: `Prediction ${round}` }
    await done(people.lead, planCycle, { event, pledge, ...asked })
  },
  plausible: { prediction: 'Half of them do', happened: 'All of them did', decision: 'adopt' },
}
