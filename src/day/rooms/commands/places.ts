import { eventTopic, type AtEvent } from '../../../before/events/rules.ts'
import { z } from 'zod'
import { arrive } from '../../../before/sign-ups/commands/arriving.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Id } from '../../../platform/form/fields.ts'
import {
  attendeeById,
  attendeeOf,
  attendeesOf,
  attending,
  type AttendeeRow,
} from '../../../before/sign-ups/store.ts'
import { command, policy, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { deal, roomForOne } from '../rules/allocation.ts'
import {
  addPlaceRows,
  keepPlaces,
  peopleInRooms,
  placeInRoom,
  placesGivenOut,
  removePlaceRows,
  roomOfAttendee,
} from '../store/places.ts'
import { roomAt, roomsOf, type RoomRow } from '../store/rooms.ts'

const tasksIn = (room: RoomRow): string[] =>
  [...new Set([room.facilitator_id, room.scribe_id])].filter((id): id is string => id !== null)

/** A place that is dealt, not chosen. */
const placeRow = ({ network, event }: AtEvent, room: string, attendee: string, id: string) => ({
  network_id: network,
  id,
  event_id: event,
  room_id: room,
  attendee_id: attendee,
  given_out: 1 as const,
})

/** The people to place: those who have come, or everyone who signed up. */
export const placed = ['arrived', 'everyone'] as const

/** Deals everybody anew: facilitators and scribes stay in their rooms, all others are spread. */
async function dealAnew(
  tx: Tx,
  { network, event }: AtEvent,
  guests: AttendeeRow[],
  rooms: RoomRow[],
  id: () => string,
) {
  const roomOf = new Map(rooms.flatMap((room) => tasksIn(room).map((who) => [who, room.id] as const)))
  const dealt = deal(
    guests
      .filter((guest) => !roomOf.has(guest.id))
      .map((guest) => ({
        id: guest.id,
        team: guest.team_id,
        representative: guest.lived_experience !== 'none',
      })),
    rooms.map((room) => ({ id: room.id, staying: tasksIn(room).length })),
  )
  await removePlaceRows(tx, { network, event })
  await addPlaceRows(
    tx,
    [...roomOf, ...dealt].map(([attendee, room]) => placeRow({ network, event }, room, attendee, id())),
  )
}

/** The number of people with a place that is not theirs by a task in the room. */
async function seatedByChoice(tx: Tx, { network, event }: AtEvent, rooms: RoomRow[]): Promise<number> {
  const tasks = new Set(rooms.flatMap(tasksIn))
  const people = [...(await peopleInRooms(tx, network, event)).values()].flat()
  return people.filter((one) => !tasks.has(one.id)).length
}

/** Finds a place for each in turn, and moves nobody who has one. */
async function placeRest(tx: Tx, at: AtEvent, guests: AttendeeRow[], rooms: RoomRow[], id: () => string) {
  const people = await peopleInRooms(tx, at.network, at.event)
  const soFar = rooms.map((room) => ({
    id: room.id,
    teams: (people.get(room.id) ?? []).map((one) => one.team_id),
  }))
  const seated = new Set([...people.values()].flat().map((one) => one.id))
  const rows = guests
    .filter((guest) => !seated.has(guest.id))
    .map((guest) => {
      const room = roomForOne(guest.team_id, soFar)!
      soFar.find((one) => one.id === room)!.teams.push(guest.team_id)
      return placeRow(at, room, guest.id, id())
    })
  await addPlaceRows(tx, rows)
}

export const allocateRooms = command('rooms.allocateRooms', {
  said: 'gave everyone a breakout room',
  input: z.object({
    network: Id,
    event: Id,
    who: z.enum(placed, 'Choose who is to be placed'),
    how: z.enum(['anew', 'rest'], 'Choose whether people who have a place keep it'),
  }),
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event, who, how }, { id }): Promise<{ id: string } | Refusal> {
    const rooms = await roomsOf(tx, network, event)
    if (rooms.length === 0) return refuse('There are no rooms yet. Make them first.')
    const attendees = await attendeesOf(tx, network, event)
    const guests = who === 'arrived' ? attendees.filter((one) => one.arrived_at !== null) : attendees
    if (guests.length === 0) return refuse('There is nobody to be placed yet.', 'who')
    const keeping = how === 'rest' && (await seatedByChoice(tx, { network, event }, rooms)) > 0
    if (keeping) await keepPlaces(tx, { network, event })
    await (keeping ? placeRest : dealAnew)(tx, { network, event }, guests, rooms, id)
    return { id: event }
  },
})

/** Gives somebody who came late a place in the smallest room. Nobody who has a place is moved. */
export async function findPlace(
  tx: Tx,
  at: AtEvent,
  attendee: AttendeeRow,
  id: () => string,
): Promise<string | undefined> {
  const has = await roomOfAttendee(tx, at.network, at.event, attendee.id)
  if (has) return has.id
  const rooms = await roomsOf(tx, at.network, at.event)
  await placeRest(tx, at, rooms.length > 0 ? [attendee] : [], rooms, id)
  return (await roomOfAttendee(tx, at.network, at.event, attendee.id))?.id
}

/**
 * Gives latecomers a place, and notes their arrival, once an organiser has given places out: others' choices do not
 * count.
 */
export const placeMe = command('rooms.placeMe', {
  said: 'took a place in a breakout room',
  unnamed: true,
  input: z.object({ network: Id, event: Id }),
  topic: eventTopic,
  who: attending,
  async run(tx, at, { actor, id, do: does }): Promise<{ id: string } | Refusal> {
    const me = (await attendeeOf(tx, actor, at.network, at.event))!
    if ((await placesGivenOut(tx, at.network, at.event)) === null)
      return refuse('Places in the rooms have not been given out yet.')
    const room = await findPlace(tx, at, me, id)
    if (!room) return refuse('There are no rooms yet.')
    // On another day nobody arrives, which is no reason not to have a place.
    if (me.arrived_at === null) await does(arrive, at)
    return { id: room }
  },
})

interface Placing extends AtEvent {
  /** Nobody named is oneself; a list where nobody was chosen names ''. */
  attendee?: string | null | undefined
}

/** Attendees move themselves, organisers anyone. */
const mayPlace = policy<Placing>(
  'an attendee for themselves, or an organiser',
  async (db, { attendee, ...nouns }, actor) => {
    const own = await attendeeOf(db, actor, nouns.network, nouns.event)
    if (own && (attendee ?? own.id) === own.id) return true
    return attendee !== undefined && organisers.allows(db, nouns, actor)
  },
)

const Placed = z.object({ id: z.string(), said: z.string() }).meta({ id: 'Placed' })
type Placed = z.infer<typeof Placed>

export const takePlace = command('rooms.takePlace', {
  said: 'took a place in a breakout room',
  unnamed: true,
  input: z.object({
    network: Id,
    event: Id,
    room: Id,
    attendee: z.string().max(100).optional().nullable(),
  }),
  topic: ({ network, event, room }) => [eventTopic({ network, event }), `room:${network}/${room}`],
  who: mayPlace,
  outcome: Placed,
  async run(tx, { attendee, ...at }, { actor, id }): Promise<Placed | Refusal> {
    if (!(await roomAt(tx, at))) return refuse('This room is not there any more')
    const self = attendee === undefined || attendee === null
    const who = self
      ? await attendeeOf(tx, actor, at.network, at.event)
      : await attendeeById(tx, at.network, attendee)
    if (!who || who.event_id !== at.event || who.cancelled_at)
      return refuse('Choose somebody from the list', 'attendee')
    const task = (await roomsOf(tx, at.network, at.event)).find(
      (room) => room.id !== at.room && tasksIn(room).includes(who.id),
    )
    if (task)
      return refuse(
        `Somebody else must facilitate or write in the room “${task.theme}” first.`,
        self ? undefined : 'attendee',
      )
    await placeInRoom(tx, at, who.id, id())
    return { id: at.room, said: self ? 'You are in this room' : 'They are in this room now' }
  },
})

export const placeCommands = [allocateRooms, placeMe, takePlace]
