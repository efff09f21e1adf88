import { dayState, type AtEvent } from '../../before/events/rules.ts'
import { attendeeOf, type AttendeeRow } from '../../before/sign-ups/store.ts'
import { ownSignUp } from '../../before/sign-ups/store/places.ts'
import { cameLate } from '../../day/ballots/voting/rules/vote.ts'
import { standingIn } from '../../day/ballots/voting/store/votes.ts'
import { gaveHere } from '../../day/ballots/voting/routes/voting.ts'
import type { ToConfirm } from '../../day/ballots/counting/store/choices.ts'
import { teamLedBy, votingOf, type Voting } from '../../day/ballots/voting/store/voting.ts'
import { hasAnswered } from '../../day/feedback/store/answers.ts'
import { roomOfAttendee } from '../../day/rooms/store/places.ts'
import type { RoomTime } from '../../day/rooms/views/timer.ts'
import type { RequestContext } from '../../platform/http/site.ts'
import type { Db } from '../../platform/store/database.ts'
import type { TheDay } from './day.ts'
import { sharedOf, stampOfAll, stampOfTeam, type Shared } from './everybody.ts'

/** The done and open tasks of one attendee. */
export interface Mine {
  /** It is the day, and nothing says yet that they have come. */
  toArrive: boolean
  team: { id: string; name: string } | undefined
  ideas: { id: string; title: string; own: boolean; reflected: boolean; team: string; mark: number }[]
  /** The ballots in which they have voted, never the choices. */
  voted: {
    ballot: string
    question: string
    open: boolean
    byTeam: boolean
    byLead: boolean
    here: boolean
  }[]
  /** The open ballot of the item that is on, as this attendee votes in it; between items, one of `toGive`. */
  voting: Voting | undefined
  /** Votes that are open beside the item that is on, which they may give and have not. */
  toGive: { ballot: string; question: string; late: boolean }[]
  /** Their team's choice by vote that its lead has not confirmed; `led` says that they are its lead. */
  toConfirm: ToConfirm[]
  led: boolean
  pledges: { id: string; what: string | null }[]
  room: (RoomTime & { place: string | null }) | undefined
  /** There are rooms to choose from. */
  hasRooms: boolean
  /** Places in the rooms have been given out, the rooms are on, and they have none: they come late. */
  toPlace: boolean
  /** Has told how the day was. */
  gaveFeedback: boolean
  /** The stamps of all this: when one differs, it is to be made anew. */
  stamps: Record<string, string>
}

interface Voter {
  attendee: AttendeeRow
  team: string | undefined
  led: boolean
}

interface OneVote {
  ballot: string
  question: string
  open: boolean
  byTeam: boolean
  voted: boolean
  /** Has a vote here: people who came with a team, or lead it where teams vote. */
  may: boolean
  late: boolean
}

/** Each vote that has been opened, as it is for one attendee; asked of the store once, however many there are. */
async function votesOf(db: Db, network: string, { ballots }: Shared, voter: Voter): Promise<OneVote[]> {
  const { attendee, team, led } = voter
  const opened = ballots.filter((one) => one.opened_at !== null)
  const voters = team ? [attendee.id, team] : [attendee.id]
  const ids = opened.map(({ id }) => id)
  const rolls = await standingIn(db, network, ids, voters)
  return opened.map(({ id, question, method, opened_at, closed_at }) => {
    const byTeam = method === 'team'
    const mine = rolls.find((row) => row.ballot_id === id && row.voter_id === (byTeam ? team : attendee.id))
    return {
      ballot: id,
      question,
      open: closed_at === null,
      byTeam,
      voted: mine?.voted === 1,
      may: byTeam ? led : team !== undefined,
      late: !byTeam && !mine && cameLate(attendee, opened_at),
    }
  })
}

/** Votes still to give beside the item that is on. */
const toGiveOf = (votes: OneVote[], { standing: { on } }: TheDay): OneVote[] =>
  votes.filter((one) => one.open && one.may && !one.voted && one.ballot !== on?.ballot_id)

/** The vote for which the form stands on the page: that of the item that is on, or the first between items. */
function askedNow({ standing, ballot }: TheDay, toGive: OneVote[]): string | undefined {
  if (!standing.on) return toGive[0]?.ballot
  return ballot?.state === 'open' ? ballot.ballot : undefined
}

/** Nothing for who has no sign-up; who has cancelled theirs is told so. */
export async function mineOf(
  day: TheDay,
  visit: RequestContext<AtEvent>,
): Promise<Mine | 'cancelled' | undefined> {
  const { db, actor } = visit
  const { network, event } = day.at
  const attendee = await attendeeOf(db, actor, network, event)
  if (!attendee) return (await ownSignUp(db, actor, network, event)) && 'cancelled'
  const shared = await sharedOf(db, day.at)
  const team = shared.teams.find(({ id }) => id === attendee.team_id)
  const nameOf = new Map(shared.teams.map(({ id, name }) => [id, name]))
  const reflected = new Set(
    shared.reflections.filter((one) => one.team_id === team?.id).map((one) => one.idea_id),
  )
  const led = team !== undefined && (await teamLedBy(db, network, actor)) === team.id
  const votes = await votesOf(db, network, shared, { attendee, team: team?.id, led })
  const toGive = toGiveOf(votes, day)
  const asked = askedNow(day, toGive)
  const room = await roomOfAttendee(db, network, event, attendee.id)
  const hasRooms = shared.rooms.length > 0
  return {
    toArrive: attendee.arrived_at === null && dayState(day.event, day.now) === 'today',
    team,
    ideas: shared.ideas.map(({ id, title, team_id }, at) => ({
      id,
      title,
      own: team_id === team?.id,
      reflected: reflected.has(id),
      team: nameOf.get(team_id) ?? '',
      mark: shared.marks.get(id) ?? at,
    })),
    voted: votes
      .filter(({ voted }) => voted)
      .map((vote) => ({
        ...vote,
        byLead: vote.byTeam && !led,
        here: gaveHere(visit, vote.ballot),
      })),
    voting: asked ? await votingOf(db, actor, { ...day.at, ballot: asked }) : undefined,
    toGive,
    toConfirm: shared.toConfirm.filter((one) => one.team === team?.id),
    led,
    pledges: shared.pledges.filter((one) => one.team_id === team?.id),
    room,
    hasRooms,
    toPlace: hasRooms && !room && shared.placesGivenOut !== null && day.standing.on?.kind === 'rooms',
    gaveFeedback: await hasAnswered(db, network, event, attendee.id),
    stamps: {
      all: stampOfAll(day, shared),
      ...(team && { [team.id]: stampOfTeam(shared, team.id) }),
    },
  }
}
