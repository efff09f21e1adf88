import type { Sample } from '../../../test/sample.ts'
import { commentOnIdea, supportIdea } from './commands.ts'

export const sample: Sample = {
  async scene({ people, nouns, done }) {
    const { idea } = nouns
    await done(people.harrowLead, supportIdea, { idea, words: 'Here, too' })
    return { comment: await done(people.harrowLead, commentOnIdea, { idea, says: 'Who rings at night?' }) }
  },
  async grow({ people, nouns, done }, round) {
    await done(people.harrowLead, commentOnIdea, { idea: nouns['idea'], says: `Comment ${round}` })
  },
  plausible: { words: 'Here, too', says: 'Who rings at night?', answer: 'Nobody yet' },
}
