import type { Sample } from '../../../test/sample.ts'
import { ideasOf } from '../../before/ideas/store.ts'
import { reflect } from './commands.ts'

export const sample: Sample = {
  async grow({ people, nouns, store, done }, round) {
    const ideas = await ideasOf(store.db, people.network)
    const { id: idea } = ideas.find(({ title }) => title === `Idea ${round} of brent`)!
    const { event } = nouns
    await done(people.organiser, reflect, { event, idea, team: 'harrow', keep: `Keep ${round}` })
  },
  plausible: { keep: 'The tree' },
}
