import type { AtEvent } from '../../../../before/events/rules.ts'
import { membershipsOf, networkById } from '../../../../before/networks/store/networks.ts'
import { holds } from '../../../../before/networks/store/roles.ts'
import { attendeeOf } from '../../../../before/sign-ups/store.ts'
import { whoSignedUp } from '../../../../before/sign-ups/store/places.ts'
import type { Actor } from '../../../../platform/store/actor.ts'
import { either, policy } from '../../../../platform/store/command.ts'
import type { Db } from '../../../../platform/store/database.ts'
import { stateOf, type BallotState, type OwnIdeaRule, type Voted } from '../../ballot/rules/ballot.ts'
import { cameLate, choosableBy } from '../rules/vote.ts'
import { ballotById } from '../../ballot/store/ballots.ts'
import { optionsShown, type OptionShown } from '../../counting/store/results.ts'
import { onRollAmong } from './votes.ts'

export interface BallotNouns {
  network: string
  event: string
  ballot: string
}

export const leads = policy<{ network: string }>('the lead of a team', (db, { network }, actor) =>
  holds(db, actor, network, ['lead']),
)
/** People who cancelled are told why they have no vote. */
export const voters = either<AtEvent>(whoSignedUp, leads)

/** The team that somebody leads. An attendee's own link says nothing of that, so the lead signs in. */
export async function teamLedBy(db: Db, network: string, actor: Actor): Promise<string | undefined> {
  if (actor.kind !== 'person') return undefined
  const held = await membershipsOf(db, actor.id)
  return held.find((one) => one.network_id === network && one.role === 'lead')?.team_id ?? undefined
}

/** The ballot for somebody who may vote in it. Their choice is not in it: nobody can look that up. */
export interface Voting extends BallotNouns, Voted {
  question: string
  state: BallotState
  team: string
  ownIdea: OwnIdeaRule
  /** Their options; their own team's idea is left out or stands apart. */
  options: OptionShown[]
  voted: boolean
  /** The network's word for the voter where teams vote: a team. */
  teamNoun?: string
  /** Came, or changed team, after voting had opened, and not yet let in by an organiser. */
  late: boolean
}

/** A ballot as a voter sees it; nothing for those who have no vote in it. */
export async function votingOf(db: Db, actor: Actor, nouns: BallotNouns): Promise<Voting | undefined> {
  const { network, event, ballot: id } = nouns
  const ballot = await ballotById(db, network, id)
  if (!ballot || ballot.event_id !== event) return undefined
  const ofTeams = ballot.method === 'team'
  const attendee = ofTeams ? undefined : await attendeeOf(db, actor, network, event)
  const ownTeam = ofTeams ? await teamLedBy(db, network, actor) : attendee?.team_id
  if (!ownTeam) return undefined
  const onRoll = (await onRollAmong(db, network, id, [attendee?.id ?? ownTeam])).get(attendee?.id ?? ownTeam)
  const team = onRoll?.voted ? onRoll.team : ownTeam
  const { question, method, at_most: atMost, own_idea: ownIdea } = ballot
  const options = choosableBy(team, { ownIdea, options: await optionsShown(db, network, id) })
  const late = attendee !== undefined && !onRoll && cameLate(attendee, ballot.opened_at)
  const asked = { question, method, atMost, ownIdea, state: stateOf(ballot), options }
  const teamNoun = ofTeams ? (await networkById(db, network))!.team_noun : undefined
  return { ...nouns, ...asked, team, voted: onRoll?.voted === true, late, ...(teamNoun && { teamNoun }) }
}
