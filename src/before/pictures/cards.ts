import type { Card } from '../../pages/card.ts'
import { ideaKeepers } from '../ideas/store.ts'
import { pictureAt, picturesOf } from './store.ts'
import { picturesCard } from './views.ts'

export const pictureCards: readonly Card[] = [
  {
    on: 'idea',
    async show(visit, idea) {
      const { db, actor, nouns, query } = visit
      const at = { network: nouns.network, idea }
      const mayKeep = await ideaKeepers.allows(db, at, actor)
      const off =
        mayKeep && query['picture'] ? await pictureAt(db, { ...at, picture: query['picture'] }) : undefined
      return picturesCard({
        at,
        pictures: await picturesOf(db, at.network, idea),
        mayKeep,
        removed: off?.removed_at ? off : undefined,
        sending: visit,
      })
    },
  },
]
