import type { AtEvent } from '../../../before/events/rules.ts'
import { eventById, type EventRow } from '../../../before/events/store.ts'
import { ideasOf } from '../../../before/ideas/store.ts'
import {
  membershipsOf,
  networkById,
  teamsOf,
  type NetworkRow,
  type TeamRow,
} from '../../../before/networks/store/networks.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { attendeeOf } from '../../../before/sign-ups/store.ts'
import type { Actor } from '../../../platform/store/actor.ts'
import type { Db } from '../../../platform/store/database.ts'
import type { RequestContext } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { ballotsOf, teamChoicesOf } from '../../ballots/ballot/store/ballots.ts'
import { choicesToConfirm } from '../../ballots/counting/store/choices.ts'
import { reflectionsOf } from '../../reflections/store.ts'
import { pledgeAt } from '../store.ts'

export async function here(db: Db, { network, event }: AtEvent) {
  const [foundNetwork, foundEvent] = await Promise.all([
    networkById(db, network),
    eventById(db, network, event),
  ])
  return foundNetwork && foundEvent && { network: foundNetwork, event: foundEvent }
}

export const crumbsOf = (network: NetworkRow, event: EventRow) => [
  { href: paths.network({ network: network.id }), text: network.name },
  { href: paths.event({ network: network.id, event: event.id }), text: event.name },
]

/** The teams for which somebody may pledge at an event. */
export async function teamsToPledgeFor(
  db: Db,
  actor: Actor,
  { network, event }: AtEvent,
): Promise<TeamRow[]> {
  const teams = await teamsOf(db, network)
  if (await organisers.allows(db, { network }, actor)) return teams
  const roles = actor.kind === 'person' ? await membershipsOf(db, actor.id) : []
  const attendee = await attendeeOf(db, actor, network, event)
  const own = new Set([
    ...roles.filter((role) => role.network_id === network).map((role) => role.team_id),
    attendee?.team_id,
  ])
  return teams.filter((team) => own.has(team.id))
}

/**
 * Initial values of a new pledge: the idea that the team chose, also before its lead has confirmed it, and the small
 * first test of its reflection.
 */
export async function beginningOf(db: Db, { network, event }: AtEvent, team: string) {
  const [ballots, choices, byVote, reflections, ideas] = await Promise.all([
    ballotsOf(db, network, event),
    teamChoicesOf(db, network),
    choicesToConfirm(db, { network, event, team }),
    reflectionsOf(db, network, event),
    ideasOf(db, network),
  ])
  const here = new Set(ballots.map((ballot) => ballot.id))
  const choice = choices
    .filter((one) => one.team_id === team && here.has(one.ballot_id))
    .sort((one, other) => one.confirmed_at.localeCompare(other.confirmed_at))
    .at(-1)
  const chosen = choice?.idea_id ?? byVote.findLast((one) => one.idea)?.idea?.id
  const idea = ideas.find((one) => one.id === chosen)
  if (!idea) return undefined
  const reflected = reflections.find((one) => one.team_id === team && one.idea_id === idea.id)
  return { idea, firstStep: reflected?.first_test ?? null }
}

export async function ideasToChoose(db: Db, network: string) {
  const [ideas, teams] = await Promise.all([ideasOf(db, network), teamsOf(db, network)])
  const names = new Map(teams.map((team) => [team.id, team.name]))
  return ideas.map(({ id, title, team_id }) => ({ id, title, team: names.get(team_id) ?? '' }))
}

export async function readPledge({ db, nouns }: RequestContext<AtEvent & { pledge: string }>) {
  const found = await here(db, nouns)
  const pledge = await pledgeAt(db, nouns)
  if (!found || !pledge) return undefined
  const team = (await teamsOf(db, nouns.network)).find((one) => one.id === pledge.team_id)
  return team && { ...found, pledge, team }
}
