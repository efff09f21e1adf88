import type { Sample } from '../../../test/sample.ts'
import { makeBallot, openBallot } from './ballot/commands/ballots.ts'

export const sample: Sample = {
  async scene({ people, nouns, done }) {
    const { event, idea, other } = nouns
    const ballot = await done(people.organiser, makeBallot, { event, ideas: [idea, other] })
    await done(people.organiser, openBallot, { event, ballot })
    return { ballot }
  },
  plausible: {
    choice: 'talk-first',
    decidedBy: 'everyone in the room',
    idea: 'talk-first',
    secret: 'A-SECRET-OF-A-DEVICE-THAT-IS-LONG',
    voter: 'somebody',
    way: 'paper',
  },
  at: [[/ballots/, { ideas: ['assess-in-one-go', 'talk-first'] }]],
}
