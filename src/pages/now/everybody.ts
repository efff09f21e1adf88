import { dayState, eventTopic, type AtEvent } from '../../before/events/rules.ts'
import { createHash } from 'node:crypto'
import { ideasOf } from '../../before/ideas/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { countsNow } from '../../before/sign-ups/store/places.ts'
import { ballotsOf, optionsOf, type BallotRow } from '../../day/ballots/ballot/store/ballots.ts'
import { choicesToConfirm } from '../../day/ballots/counting/store/choices.ts'
import { pledgesAt } from '../../day/pledges/store.ts'
import { reflectionsOf } from '../../day/reflections/store.ts'
import { placesGivenOut } from '../../day/rooms/store/places.ts'
import { roomsOf } from '../../day/rooms/store/rooms.ts'
import type { Db } from '../../platform/store/database.ts'
import { cachedByRevision } from '../../platform/store/revision-cache.ts'
import { type TheDay } from './day.ts'

/** Data for everybody's own part of Now, read once for all between two changes. */
/** The mark of each idea, as it is on the last ballot that has it. */
async function marksOf(db: Db, network: string, ballots: readonly BallotRow[]): Promise<Map<string, number>> {
  const marks = new Map<string, number>()
  for (const { id } of ballots)
    for (const [place, { idea_id: idea }] of (await optionsOf(db, network, id)).entries())
      marks.set(idea, place)
  return marks
}

const readAll = async (db: Db, { network, event }: AtEvent) => ({
  teams: await teamsOf(db, network),
  ideas: await ideasOf(db, network),
  ballots: await ballotsOf(db, network, event),
  marks: await marksOf(db, network, await ballotsOf(db, network, event)),
  toConfirm: await choicesToConfirm(db, { network, event }),
  reflections: await reflectionsOf(db, network, event),
  pledges: (await pledgesAt(db, network, event)).filter((one) => !one.released_at),
  rooms: await roomsOf(db, network, event),
  placesGivenOut: await placesGivenOut(db, network, event),
  signedUp: (await countsNow(db, { network, event })).reduce((sum, { many }) => sum + many, 0),
})

export type Shared = Awaited<ReturnType<typeof readAll>>

const sharedAt = cachedByRevision((at: AtEvent) => [eventTopic(at), `network:${at.network}`], readAll)

export const sharedOf = (db: Db, { network, event }: AtEvent): Promise<Shared> =>
  sharedAt(db, { network, event })

/** Votes that are open beside the item that is on, whether or not they stand on the programme. */
export const openAside = ({ standing: { on } }: TheDay, { ballots }: Shared): BallotRow[] =>
  ballots.filter((one) => one.opened_at && !one.closed_at && one.id !== on?.ballot_id)

const short = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 8)

/** Stamp for the part of those who take no part: is there anything to come in for? */
export const stampOfHeld = ({ event, now }: TheDay): string =>
  short([event.cancelled_at, dayState(event, now) === 'past'])

/** Stamp for the part of everybody who takes part. */
export const stampOfAll = (
  { event, standing: { stage, on }, ballot, feedback, of }: TheDay,
  shared: Shared,
): string =>
  short([
    event.cancelled_at,
    stage,
    on?.id,
    ballot && [ballot.ballot, ballot.state],
    shared.ballots.map(({ id, opened_at, closed_at, revealed_at }) => [
      id,
      opened_at,
      closed_at,
      revealed_at,
    ]),
    feedback.state,
    of,
    shared.ideas.map(({ id, title, team_id }) => [id, title, team_id]),
    shared.rooms.map((room) => [room.id, room.theme, room.place, room.timer_until, room.timer_ended_at]),
    shared.placesGivenOut,
  ])

/** Stamp for the part of everybody of a team. */
export const stampOfTeam = ({ reflections, pledges, toConfirm }: Shared, team: string): string =>
  short([
    toConfirm.filter((one) => one.team === team).map(({ ballot }) => ballot),
    reflections.filter((one) => one.team_id === team).map((one) => one.idea_id),
    pledges.filter((one) => one.team_id === team).map(({ id, what }) => [id, what]),
  ])
