import { attendeeOf } from '../../before/sign-ups/store.ts'
import { votedAmong } from '../../day/ballots/store/votes.ts'
import { teamLedBy, votingOf, type Voting } from '../../day/ballots/store/voting.ts'
import { hasAnswered } from '../../day/feedback/store/answers.ts'
import { roomOfAttendee } from '../../day/rooms/store/places.ts'
import type { RoomTime } from '../../day/rooms/views/timer.ts'
import type { Actor } from '../../platform/store/actor.ts'
import type { Db } from '../../platform/store/database.ts'
import type { TheDay } from './day.ts'
import { sharedOf, stampOfAll, stampOfTeam, type Shared } from './everybody.ts'

/** What one attendee has done and has to do. */
export interface Mine {
  team: { id: string; name: string } | undefined
  ideas: { id: string; title: string; own: boolean; reflected: boolean }[]
  /** The ballots in which they have voted, never what. */
  voted: { ballot: string; question: string; open: boolean; byLead: boolean }[]
  /** The ballot as this attendee votes in it, while it is open. */
  voting: Voting | undefined
  pledges: { id: string; what: string | null }[]
  room: (RoomTime & { place: string | null }) | undefined
  /** Has told how the day was. */
  gaveFeedback: boolean
  /** What all this was made from: another stamp, and it is to be made anew. */
  stamps: Record<string, string>
}

async function votedIn(
  db: Db,
  network: string,
  { ballots }: Shared,
  attendee: string,
  team: string,
  led: boolean,
) {
  const voted: Mine['voted'] = []
  for (const { id, question, method, opened_at, closed_at } of ballots) {
    if (!opened_at) continue
    const voter = method === 'team' ? team : attendee
    if ((await votedAmong(db, network, id, [voter])).size > 0)
      voted.push({ ballot: id, question, open: !closed_at, byLead: method === 'team' && !led })
  }
  return voted
}

export async function mineOf(db: Db, day: TheDay, actor: Actor): Promise<Mine | undefined> {
  const { network, event } = day.at
  const attendee = await attendeeOf(db, actor, network, event)
  if (!attendee) return undefined
  const shared = await sharedOf(db, day.at)
  const team = shared.teams.find(({ id }) => id === attendee.team_id)
  const reflected = new Set(
    shared.reflections.filter((one) => one.team_id === team?.id).map((one) => one.idea_id),
  )
  const led = team !== undefined && (await teamLedBy(db, network, actor)) === team.id
  const { ballot } = day
  return {
    team,
    ideas: shared.ideas.map(({ id, title, team_id }) => ({
      id,
      title,
      own: team_id === team?.id,
      reflected: reflected.has(id),
    })),
    voted: await votedIn(db, network, shared, attendee.id, team?.id ?? '', led),
    voting:
      ballot?.state === 'open' ? await votingOf(db, actor, { ...day.at, ballot: ballot.ballot }) : undefined,
    pledges: shared.pledges.filter((one) => one.team_id === team?.id),
    room: await roomOfAttendee(db, network, event, attendee.id),
    gaveFeedback: await hasAnswered(db, network, event, attendee.id),
    stamps: {
      all: stampOfAll(day, shared),
      ...(team && { [team.id]: stampOfTeam(shared, team.id) }),
    },
  }
}
