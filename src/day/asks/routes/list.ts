import { isNotRecorded } from '../../../before/events/rules.ts'
import { eventsOf } from '../../../before/events/store.ts'
import { networkById, teamsOf, type NetworkRow } from '../../../before/networks/store/networks.ts'
import { boardMembers, organisers } from '../../../before/networks/store/roles.ts'
import type { RequestContext } from '../../../platform/http/site.ts'
import type { AskView } from '../record.ts'
import { addressees, addresseeName } from '../rules.ts'
import { askViews } from '../store.ts'

export const addresseesOf = (network: NetworkRow) =>
  addressees.map((to) => ({ value: to, text: addresseeName(to, network) }))

/** The asks of a network as somebody sees them, narrowed down by the query. */
export async function readAsks({ db, nouns, query, actor }: RequestContext<{ network: string }>) {
  const network = await networkById(db, nouns.network)
  if (!network) return undefined
  const all = await askViews(db, nouns.network)
  const chosen = { to: query['to'] ?? '', team: query['team'] ?? '' }
  const organiser = await organisers.allows(db, nouns, actor)
  const board = await boardMembers.allows(db, nouns, actor)
  return {
    named: network,
    asks: all.filter(
      (ask) => (!chosen.to || ask.toWhom === chosen.to) && (!chosen.team || ask.team.id === chosen.team),
    ),
    any: all.length > 0,
    unrecordedAt: (await eventsOf(db, nouns.network)).filter((event) => isNotRecorded(event, 'asks')),
    teams: await teamsOf(db, nouns.network),
    addressees: addresseesOf(network),
    chosen,
    mayAnswer: (ask: AskView) => organiser || (board && ask.toWhom === 'board'),
    board,
  }
}
