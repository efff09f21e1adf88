import type { Card } from '../../pages/card.ts'
import { actorKey } from '../../platform/store/actor.ts'
import { ideaById, ideaKeepers } from '../ideas/store.ts'
import { networkById, teamsOf } from '../networks/store/networks.ts'
import { insiders, organisers } from '../networks/store/roles.ts'
import { others } from './commands.ts'
import { commentAt, commentsOf, supportsOf } from './store.ts'
import { voicesCard } from './views/card.ts'

export const voiceCards: readonly Card[] = [
  {
    on: 'idea',
    async show(visit, idea) {
      const { db, actor, nouns, query } = visit
      const at = { network: nouns.network, idea }
      const [network, row, teams, supports, comments] = await Promise.all([
        networkById(db, at.network),
        ideaById(db, at.network, idea),
        teamsOf(db, at.network),
        supportsOf(db, at.network, idea),
        commentsOf(db, at.network, idea),
      ])
      if (!network || !row) return undefined
      const by = actorKey(actor)
      const off = query['comment'] ? await commentAt(db, { ...at, comment: query['comment'] }) : undefined
      const mayRemoveAll = await organisers.allows(db, at, actor)
      return voicesCard({
        at,
        network,
        teams: new Map(teams.map(({ id, name }) => [id, name])),
        supports,
        own: supports.find(({ given_by }) => given_by === by),
        comments,
        removed: off?.removed_at && (mayRemoveAll || off.said_by === by) ? off : undefined,
        maySupport: await others.allows(db, at, actor),
        mayComment: await insiders.allows(db, at, actor),
        mayAnswer: await ideaKeepers.allows(db, at, actor),
        mayRemove: (one) => mayRemoveAll || (actor.kind !== 'public' && one.said_by === by),
        sending: visit,
      })
    },
  },
]
