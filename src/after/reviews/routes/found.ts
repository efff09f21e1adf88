import { needsTeam } from '../../../before/networks/rules.ts'
import { membershipsOf, networkById, teamsOf } from '../../../before/networks/store/networks.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import type { RequestContext } from '../../../platform/http/site.ts'
import { reviewById } from '../store/meetings.ts'

export type OfMeeting = RequestContext<{ network: string; review: string }>

export async function found({ db, nouns }: OfMeeting) {
  const network = await networkById(db, nouns.network)
  const meeting = await reviewById(db, nouns.network, nouns.review)
  return network && meeting && { network, meeting }
}

/** The teams in whose name somebody may ask: their own, or all for an organiser. */
export async function teamsToAskFor({ db, nouns, actor }: OfMeeting) {
  const teams = await teamsOf(db, nouns.network)
  if (await organisers.allows(db, nouns, actor)) return teams
  const held = actor.kind === 'person' ? await membershipsOf(db, actor.id) : []
  const own = held.filter((one) => one.network_id === nouns.network && needsTeam(one.role))
  return teams.filter((team) => own.some((one) => one.team_id === team.id))
}
