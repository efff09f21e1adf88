import type { Sample } from '../../../test/sample.ts'
import { planCycle } from './commands.ts'

const small = { confidence: 'guess', scale: 'one' }

export const sample: Sample = {
  scene: async ({ people, nouns, done }) => ({
    cycle: await done(people.lead, planCycle, {
      event: nouns['event'],
      pledge: nouns['pledge'],
      question: 'Do families ring back?',
      prediction: 'Half of them do',
      ...small,
    }),
  }),
  async grow({ people, nouns, done }, round) {
    const { event, pledge } = nouns
    const asked = { question: `Question ${round}`, prediction: `Prediction ${round}`, ...small }
    await done(people.lead, planCycle, { event, pledge, ...asked })
  },
  plausible: {
    prediction: 'Half of them do',
    ...small,
    startsOn: '2026-05-01',
    happened: 'All of them did',
    asExpected: 'partly',
    decision: 'adopt',
  },
}
