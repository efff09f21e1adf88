import type { Card } from '../../pages/card.ts'
import { ideaKeepers } from '../ideas/store.ts'
import { viewOf } from './record.ts'
import { componentAt, componentsOfIdea } from './store.ts'
import { componentsCard } from './views/card.ts'

export const componentCards: readonly Card[] = [
  {
    on: 'idea',
    async show(visit, idea) {
      const { db, actor, query, nouns } = visit
      const at = { network: nouns.network, idea }
      const mayKeep = await ideaKeepers.allows(db, at, actor)
      const off =
        mayKeep && query['part'] ? await componentAt(db, { ...at, component: query['part'] }) : undefined
      return componentsCard({
        at,
        components: (await componentsOfIdea(db, nouns.network, idea)).map(viewOf),
        mayKeep,
        removed: off?.removed_at ? viewOf(off) : undefined,
        sending: visit,
      })
    },
  },
]
