import { eventTopic, type AtEvent } from '../../../../before/events/rules.ts'
import { z } from 'zod'
import { organisers } from '../../../../before/networks/store/roles.ts'
import { Id } from '../../../../platform/form/fields.ts'
import { codeHashOf } from '../../../../before/sign-ups/rules.ts'
import { attendeeByCode } from '../../../../before/sign-ups/store/places.ts'
import { normaliseCode } from '../../../../platform/auth/codes.ts'
import { endSessionRow, sessionId } from '../../../../platform/auth/sessions.ts'
import { actorKey } from '../../../../platform/store/actor.ts'
import {
  command,
  either,
  everyone,
  refuse,
  refuseGuess,
  type Refusal,
} from '../../../../platform/store/command.ts'
import type { Tx } from '../../../../platform/store/database.ts'
import { stateOf } from '../../ballot/rules/ballot.ts'
import { lateVoter } from '../rules/vote.ts'
import type { BallotRow } from '../../ballot/store/ballots.ts'
import { wholeRoll, type OnRoll } from '../store/roll.ts'
import { addTablet, endTabletRow, tabletById } from '../store/tablets.ts'
import { leads, teamLedBy } from '../store/voting.ts'
import { ballotAt } from '../../ballot/commands/ballots.ts'
import { castOn, Received } from './casting.ts'
import { voterOf } from '../../by-hand/commands/recording.ts'
import { gone, Vote } from './votes.ts'

export const lenders = either<AtEvent>(organisers, leads)

const Key = z.string().min(20).max(100)
const notOpen = refuse('This vote is not open, so nobody can vote on a tablet')

/**
 * Makes the device of an organiser or a lead one on which others vote. The person who holds it must not have its
 * owner's rights: so the owner is signed out on it.
 */
export const startTablet = command('ballots.startTablet', {
  said: 'let people vote on a shared device',
  input: z.object({ network: Id, event: Id, ballot: Id, key: Key, session: z.string().max(100).optional() }),
  topic: eventTopic,
  who: lenders,
  async run(tx, { key, session, ...nouns }, { actor, now }): Promise<{ id: string } | Refusal> {
    const ballot = await ballotAt(tx, nouns)
    if (!ballot) return gone
    if (stateOf(ballot) !== 'open') return notOpen
    if (ballot.method === 'team') return refuse('In this vote each team has one vote, which its lead gives')
    const all = await organisers.allows(tx, nouns, actor)
    const team = all ? null : ((await teamLedBy(tx, nouns.network, actor)) ?? null)
    if (!all && !team) return refuse('You lead no team here')
    const id = sessionId(key)
    await addTablet(tx, {
      network_id: nouns.network,
      id,
      ballot_id: nouns.ballot,
      team_id: team,
      started_by: actorKey(actor),
      started_at: now,
      ended_at: null,
    })
    if (session) await endSessionRow(tx, session, now)
    return { id }
  },
})

/** The tablet takes no more votes. By an organiser or lead from their own device, or by the person who holds it. */
export const endTablet = command('ballots.endTablet', {
  said: 'took a shared device back',
  input: z.object({ network: Id, event: Id, ballot: Id, tablet: z.string().max(100) }),
  topic: eventTopic,
  who: lenders,
  async run(tx, { tablet: id, ...nouns }, { actor, now }): Promise<{ id: string } | Refusal> {
    const tablet = await tabletById(tx, nouns.network, nouns.ballot, id)
    if (!tablet) return refuse('This tablet has been ended already')
    const mine = tablet.team_id === (await teamLedBy(tx, nouns.network, actor))
    if (!mine && !(await organisers.allows(tx, nouns, actor)))
      return refuse('This tablet is for all teams. An organiser can end it.')
    await endTabletRow(tx, nouns.network, id, now)
    return { id }
  },
})

export const notATablet = 'Nobody can vote on this device any more. Ask an organiser to start it again.'

/** The vote of the person who holds the tablet: they are named, or their code is entered. */
export const voteOnTablet = command('ballots.voteOnTablet', {
  input: Vote.extend({
    key: z.string().max(100).default(''),
    voter: z.string().max(100).default(''),
    code: z.string().trim().max(60, 'The code is shorter than this').default(''),
  }),
  topic: eventTopic,
  who: everyone,
  secret: true,
  outcome: Received,
  async run(tx, { key, voter, code, secret, choice, ...nouns }, { keyedHash }): Promise<Received | Refusal> {
    const ballot = await ballotAt(tx, nouns)
    if (!ballot) return gone
    const tablet = await tabletById(tx, nouns.network, nouns.ballot, sessionId(key))
    if (!tablet) return refuse(notATablet)
    const coded = code ? await attendeeByCode(tx, codeHashOf(keyedHash, normaliseCode(code))) : undefined
    const found = await personOn(tx, ballot, code ? (coded?.id ?? '') : voter)
    if (!found)
      return code
        ? refuseGuess('This code was not found. Check each letter, or choose your name instead.', 'code')
        : refuse('Choose your name again: it is not on the list of voters any more')
    if (tablet.team_id && found.team !== tablet.team_id)
      return refuse(`This tablet is for another team. ${found.teamName} votes on its own.`)
    if (found.late) return refuse(`${lateVoter} Until then nothing is counted.`)
    return (
      await castOn(tx, ballot, [{ voter: voterOf(ballot, found), secret, choices: choice, way: 'phone' }])
    )[0]!
  },
})

const personOn = async (tx: Tx, ballot: BallotRow, voter: string): Promise<OnRoll | undefined> =>
  ballot.method === 'team' ? undefined : (await wholeRoll(tx, ballot)).find((one) => one.voter === voter)

export const tabletCommands = [startTablet, endTablet, voteOnTablet]
