import type { Sample } from '../../../test/sample.ts'
import { commentOnIdea } from './commands.ts'

export const sample: Sample = {
  async scene({ people, nouns, done }) {
    const { idea } = nouns
    return { comment: await done(people.organiser, commentOnIdea, { idea, says: 'Who rings at night?' }) }
  },
  async grow({ people, nouns, done }, round) {
    await done(people.organiser, commentOnIdea, { idea: nouns['idea'], says: `Comment ${round}` })
  },
  plausible: { words: 'Here, too', says: 'Who rings at night?', answer: 'Nobody yet' },
}
