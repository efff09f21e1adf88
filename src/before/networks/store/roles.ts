import { either, everyone, policy, type Policy } from '../../../platform/store/command.ts'
import type { Actor } from '../../../platform/store/actor.ts'
import type { Db } from '../../../platform/store/database.ts'
import { hasCome } from './arrivals.ts'
import type { Role } from '../rules.ts'

/** True if an actor holds one of these roles in a network now; in a team of it, where one is named. */
export async function holds(
  db: Db,
  actor: Actor,
  network: string,
  roles: readonly Role[],
  team?: string,
): Promise<boolean> {
  if (actor.kind === 'operator') return true
  if (actor.kind !== 'person') return false
  let query = db
    .selectFrom('memberships')
    .select('id')
    .where('network_id', '=', network)
    .where('person_id', '=', actor.id)
    .where('role', 'in', [...roles])
    .where('ended_at', 'is', null)
    .where(hasCome('memberships.network_id'))
  if (team !== undefined) query = query.where('team_id', '=', team)
  return (await query.limit(1).executeTakeFirst()) !== undefined
}

interface InNetwork {
  network: string
}

const roleHolders = (name: string, ...roles: Role[]): Policy<InNetwork> =>
  policy(name, (db, { network }, actor) => holds(db, actor, network, roles))

export const organisers = roleHolders('an organiser of the network', 'organiser')
export const boardMembers = roleHolders('a member of the board', 'board')
export const organisersOrBoard = either(organisers, boardMembers)

/** People with a role in the network, of any kind. */
export const insiders = roleHolders(
  'someone with a role in the network',
  'organiser',
  'lead',
  'member',
  'representative',
  'board',
  'sponsor',
  'viewer',
)

/** The lead of the team that is named. */
export const itsLead = policy<{ network: string; team: string }>('the lead of the team', (db, nouns, actor) =>
  holds(db, actor, nouns.network, ['lead'], nouns.team),
)

/** Anyone who works in the team: its lead, members and representatives. */
export const itsTeam = policy<{ network: string; team: string }>('someone of the team', (db, nouns, actor) =>
  holds(db, actor, nouns.network, ['lead', 'member', 'representative'], nouns.team),
)

/** People who lead a team of the network. */
export const itsLeadOfAny = roleHolders('the lead of a team', 'lead')

export const itsLeadOrOrganisers: Policy<{ network: string; team: string }> = either(itsLead, organisers)

/** Readers of a network's public part: its aim, teams, ideas, pledges, programme. It names nobody. */
export const readers = everyone
