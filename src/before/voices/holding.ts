import { actorKey } from '../../platform/store/actor.ts'
import type { Holding } from '../../platform/slice.ts'
import { saidBy } from './store.ts'

/** Comments of somebody on ideas: they stay when their name goes, as the words of a team do. */
export const voicesHeld: Holding = {
  ofPerson: async (db, { person }) => {
    const said = person ? await saidBy(db, actorKey({ kind: 'person', id: person })) : []
    return {
      commentsOnIdeas: said.map(({ network_id, idea_id, says }) => ({
        network: network_id,
        idea: idea_id,
        says,
      })),
    }
  },
}
