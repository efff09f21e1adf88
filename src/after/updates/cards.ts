import { itsTeam, organisers } from '../../before/networks/store/roles.ts'
import type { Card } from '../../pages/card.ts'
import { either } from '../../platform/store/command.ts'
import { viewOf } from './record.ts'
import { updatesOf } from './store.ts'
import { updateCard } from './views.ts'

export const updateCards: readonly Card[] = [
  {
    on: 'team',
    async show({ db, actor, nouns: { network } }, team) {
      const at = { network, team }
      const last = (await updatesOf(db, network)).filter(({ team_id }) => team_id === team).at(-1)
      const maySay = await either(itsTeam, organisers).allows(db, at, actor)
      return updateCard({ at, last: last && viewOf(last), maySay })
    },
  },
]
