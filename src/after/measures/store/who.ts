import { holds, itsTeam, organisers } from '../../../before/networks/store/roles.ts'
import { either, policy } from '../../../platform/store/command.ts'
import { measureById } from './measures.ts'

/** People who can define a measure: for a team they work in, or for any and for the network as an organiser. */
export const measurers = policy<{ network: string }>(
  'someone of a team or an organiser',
  (db, { network }, actor) => holds(db, actor, network, ['lead', 'member', 'representative', 'organiser']),
)

/** Someone of the team that is named, where one is; for the network's measures organisers. */
export const mayDefine = either(
  policy<{ network: string; team: string | null }>(
    'someone of the team',
    (db, { network, team }, actor) => team !== null && itsTeam.allows(db, { network, team }, actor),
  ),
  organisers,
)

/** People who keep the definition of a measure. */
export const itsMeasurers = either(
  policy<{ network: string; measure: string }>(
    'someone of the team that measures it',
    async (db, { network, measure }, actor) => {
      const team = (await measureById(db, network, measure))?.team_id
      return team ? itsTeam.allows(db, { network, team }, actor) : false
    },
  ),
  organisers,
)

/** People who enter the readings of a team. */
export const seriesKeepers = either<{ network: string; team: string }>(itsTeam, organisers)
