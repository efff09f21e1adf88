import { z } from 'zod'
import { dayState, isNotRecorded, eventTopic, type AtEvent } from '../../../before/events/rules.ts'
import { eventById } from '../../../before/events/store.ts'
import { networkById } from '../../../before/networks/store/networks.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { attendeeOf, attendeesOf, attending, type AttendeeRow } from '../../../before/sign-ups/store.ts'
import type { Values } from '../../../platform/form/state.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { everyone } from '../../../platform/store/command.ts'
import type { Db } from '../../../platform/store/database.ts'
import { revisionOf } from '../../../platform/store/journal.ts'
import { paths } from '../../../paths.ts'
import { allocateRooms, placeMe } from '../commands/places.ts'
import { editRoom, makeRoom, removeRoom } from '../commands/rooms.ts'
import { peopleInRooms, placesGivenOut, roomLists, roomOfAttendee } from '../store/places.ts'
import { notesOf } from '../store/notes.ts'
import { pointsOf, roomAt, type AtRoom, type RoomRow } from '../store/rooms.ts'
import { roomFields } from '../record.ts'
import { allocationForm, removalForm, roomForm } from '../views/form.ts'
import { roomsPage, roomsToChoose } from '../views/rooms.ts'
import { inTheRoom } from './room.ts'

const Rooms = z.object({
  rooms: z.array(
    z.object({
      id: z.string(),
      theme: z.string(),
      place: z.string().nullable(),
      people: z.number(),
      points: z.array(z.string()),
    }),
  ),
})

const toRooms = (at: AtEvent) => ({ href: paths.rooms(at), text: 'Back to the rooms' })
const toRoom = (at: AtRoom) => ({ href: paths.room(at), text: 'Back to the room' })

/** The visitor's room; null when places were given out but they have none; undefined when none is theirs to have. */
async function roomOfVisitor({ db, nouns }: RequestContext<AtEvent>, own: AttendeeRow | undefined) {
  if (!own) return undefined
  const room = await roomOfAttendee(db, nouns.network, nouns.event, own.id)
  if (room) return room
  return (await placesGivenOut(db, nouns.network, nouns.event)) === null ? undefined : null
}

async function readRooms(visit: RequestContext<AtEvent>) {
  const { db, nouns, actor, now } = visit
  const since = await revisionOf(db, eventTopic(nouns))
  const [network, event] = await Promise.all([
    networkById(db, nouns.network),
    eventById(db, nouns.network, nouns.event),
  ])
  if (!network || !event) return undefined
  const own = await attendeeOf(db, actor, nouns.network, nouns.event)
  const past = dayState(event, now) === 'past'
  const lists = await roomLists(db, nouns.network, nouns.event)
  // Of a day that is past, nobody wants to know for how long its rooms are overdue.
  const rooms = past ? lists.map((one) => ({ ...one, timer_until: null })) : lists
  return {
    networkName: network.name,
    since,
    eventName: event.name,
    rooms,
    unrecorded: isNotRecorded(event, 'rooms'),
    organiser: await organisers.allows(db, nouns, actor),
    mine: await roomOfVisitor(visit, own),
    mayChoose: own !== undefined && !past,
  }
}

async function attendeesToChoose(db: Db, { network, event }: AtEvent) {
  if (!(await eventById(db, network, event))) return undefined
  return (await attendeesOf(db, network, event)).map(({ id, name }) => ({ id, name }))
}

async function readRoom({ db, nouns }: RequestContext<AtRoom>) {
  const room = await roomAt(db, nouns)
  const attendees = await attendeesToChoose(db, nouns)
  if (!room || !attendees) return undefined
  const people = await peopleInRooms(db, nouns.network, nouns.event)
  const holdsNotes = (await notesOf(db, nouns.network, room.id)).length > 0 || pointsOf(room).length > 0
  return { room, attendees, people: people.get(room.id)?.length ?? 0, holdsNotes }
}

async function readAllocation({ db, nouns }: RequestContext<AtEvent>) {
  const rooms = await roomLists(db, nouns.network, nouns.event)
  const attendees = await attendeesOf(db, nouns.network, nouns.event)
  if (rooms.length === 0) return undefined
  return {
    rooms: rooms.length,
    placed: rooms.reduce((sum, room) => sum + room.people, 0),
    signedUp: attendees.length,
    arrived: attendees.filter((attendee) => attendee.arrived_at !== null).length,
  }
}

const valuesOfRoom = (room: RoomRow): Values => ({
  ...roomFields.values(room),
  facilitator: room.facilitator_id ?? '',
  scribe: room.scribe_id ?? '',
})

function making(site: Site): void {
  site.form({
    at: paths.newRoom,
    who: organisers,
    command: makeRoom,
    read: ({ db, nouns }) => attendeesToChoose(db, nouns),
    show: (attendees, form, visit) => ({
      title: 'Make a room',
      back: toRooms(visit.nouns),
      body: roomForm({
        action: paths.newRoom(visit.nouns),
        sending: visit,
        form,
        title: 'Make a room',
        attendees,
      }),
    }),
    then: (_outcome, { nouns }) => paths.rooms(nouns),
    done: 'Room made',
  })
  site.form({
    at: paths.editRoom,
    who: organisers,
    command: editRoom,
    read: readRoom,
    stands: true,
    values: ({ room }) => valuesOfRoom(room),
    show: ({ attendees }, form, visit) => ({
      title: 'Change the room',
      back: toRoom(visit.nouns),
      body: roomForm({
        action: paths.editRoom(visit.nouns),
        sending: visit,
        form,
        title: 'Change the room',
        attendees,
      }),
    }),
    then: (_outcome, { nouns }) => paths.room(nouns),
    done: 'Room saved',
  })
  site.form({
    at: paths.roomRemoval,
    who: organisers,
    command: removeRoom,
    read: readRoom,
    show: ({ room, people, holdsNotes }, form, visit) => ({
      title: holdsNotes ? 'This room stays' : 'Take this room away?',
      back: toRoom(visit.nouns),
      body: removalForm({
        action: paths.roomRemoval(visit.nouns),
        sending: visit,
        form,
        theme: room.theme,
        people,
        holdsNotes,
      }),
    }),
    then: (_outcome, { nouns }) => paths.rooms(nouns),
    done: 'Room taken away',
  })
}

function placing(site: Site): void {
  site.form({
    at: paths.allocateRooms,
    who: organisers,
    command: allocateRooms,
    read: readAllocation,
    stands: (data) => data,
    values: ({ arrived }) => ({ who: arrived > 0 ? 'arrived' : 'everyone', how: 'rest' }),
    show: (data, form, visit) => ({
      title: 'Give out places in the rooms',
      back: toRooms(visit.nouns),
      body: allocationForm({ ...data, action: paths.allocateRooms(visit.nouns), sending: visit, form }),
    }),
    then: (_outcome, { nouns }) => paths.rooms(nouns),
    done: 'Places given out',
  })
  site.button({
    at: paths.myRoom,
    command: placeMe,
    then: ({ id }, { nouns }) => paths.room({ ...nouns, room: id }),
    back: ({ nouns }) => paths.rooms(nouns),
    done: 'You have a place in this room',
  })
}

/** The rooms as one attendee sees them, for a page that is looked at again. */
const choosing = (site: Site): void =>
  site.file({
    at: paths.roomChoice,
    who: attending,
    async read(visit) {
      const page = await readRooms(visit)
      if (!page) return undefined
      const body = roomsToChoose({ ...page, at: visit.nouns, sending: visit })
      return { type: 'text/html; charset=utf-8', body: body.toString() }
    },
  })

export function roomRoutes(site: Site): void {
  site.page({
    at: paths.rooms,
    who: everyone,
    answer: Rooms,
    read: readRooms,
    show: ({ networkName, since, ...page }, visit) => ({
      title: 'Breakout rooms',
      crumbs: [
        { href: paths.network(visit.nouns), text: networkName },
        { href: paths.event(visit.nouns), text: page.eventName },
      ],
      live: `${paths.eventLive(visit.nouns)}?parts=${page.mayChoose ? 'next' : 'rooms'}&since=${since}`,
      body: roomsPage({ ...page, at: visit.nouns, sending: visit }),
    }),
  })
  choosing(site)
  making(site)
  placing(site)
  inTheRoom(site)
}
