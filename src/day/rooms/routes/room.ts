import { z } from 'zod'
import { dayState, isNotRecorded, eventTopic, type AtEvent } from '../../../before/events/rules.ts'
import { eventById, type EventRow } from '../../../before/events/store.ts'
import { insiders, organisers } from '../../../before/networks/store/roles.ts'
import { attendeeOf, attending, attendeesOf, type AttendeeRow } from '../../../before/sign-ups/store.ts'
import { limitsOf } from '../../../platform/http/client-validation.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { either, everyone } from '../../../platform/store/command.ts'
import { revisionOf } from '../../../platform/store/journal.ts'
import type { Db } from '../../../platform/store/database.ts'
import { paths } from '../../../paths.ts'
import { addNote, inRoom, keepersOfRoom, keepNote, removeNote, summariseRoom } from '../commands/notes.ts'
import { takePlace } from '../commands/places.ts'
import { endTimer, extendTimer, resumeTimer, startTimer } from '../commands/timers.ts'
import { allNotesOf, notesOf, type RoomNoteRow } from '../store/notes.ts'
import { peopleInRooms, roomOfAttendee } from '../store/places.ts'
import { pointsOf, roomAt, type AtRoom, type RoomRow } from '../store/rooms.ts'
import { noteForm, summaryForm } from '../views/form.ts'
import { roomNotes, roomPage, roomSummary } from '../views/room.ts'
import { roomTimePart } from '../views/timer.ts'
import { html } from '../../../platform/face/html.ts'

/** Notes, names and the meeting's link are for who came and who has a role in the network. */
const readsNotes = either<AtEvent>(attending, insiders)

const Answer = z.object({
  theme: z.string(),
  place: z.string().nullable(),
  points: z.array(z.string()),
  notes: z.array(
    z.object({ id: z.string(), text: z.string(), writtenAt: z.string(), claimedAt: z.string().nullable() }),
  ),
})

const noteView = ({ id, text, written_at, claimed_at }: RoomNoteRow) => ({
  id,
  text,
  writtenAt: written_at,
  claimedAt: claimed_at,
})

const nameOf = (attendees: AttendeeRow[], id: string | null) =>
  attendees.find((one) => one.id === id)?.name ?? 'Nobody yet'

/** The part for those who came or have a role. Attendees are told the names of the room they are placed in. */
async function readInside({ db, nouns, actor }: RequestContext<AtRoom>, room: RoomRow) {
  const attendees = await attendeesOf(db, nouns.network, nouns.event)
  const people = (await peopleInRooms(db, nouns.network, nouns.event)).get(room.id) ?? []
  const own = await attendeeOf(db, actor, nouns.network, nouns.event)
  const named = people.some((one) => one.id === own?.id) || (await insiders.allows(db, nouns, actor))
  return {
    link: room.link,
    names: named
      ? {
          facilitator: nameOf(attendees, room.facilitator_id),
          scribe: nameOf(attendees, room.scribe_id),
          people: people.map((one) => one.name),
        }
      : undefined,
    own,
    here: new Set(people.map((one) => one.id)),
    attendees,
  }
}

/** An attendee who is not in this room may come to it, and leaves another or not; on a day that is past, nobody does. */
async function mayCome(
  { db, nouns, now }: RequestContext<AtRoom>,
  event: EventRow,
  inside: Awaited<ReturnType<typeof readInside>> | undefined,
): Promise<'first' | 'instead' | undefined> {
  const own = inside?.own
  if (!own || inside.here.has(own.id) || dayState(event, now) === 'past') return undefined
  return (await roomOfAttendee(db, nouns.network, nouns.event, own.id)) ? 'instead' : 'first'
}

async function readRoom(visit: RequestContext<AtRoom>) {
  const { db, nouns, actor } = visit
  const since = await revisionOf(db, `room:${nouns.network}/${nouns.room}`)
  const event = await eventById(db, nouns.network, nouns.event)
  const room = await roomAt(db, nouns)
  if (!event || !room) return undefined
  const inside = (await readsNotes.allows(db, nouns, actor)) ? await readInside(visit, room) : undefined
  const all = inside ? await allNotesOf(db, nouns.network, nouns.room) : []
  const maySummarise = await keepersOfRoom.allows(db, nouns, actor)
  const organising = await organisers.allows(db, nouns, actor)
  return {
    eventName: event.name,
    since,
    theme: room.theme,
    place: room.place,
    timer: dayState(event, visit.now) === 'past' ? { timer_until: null, timer_ended_at: null } : room,
    points: pointsOf(room),
    notes: all.filter((note) => !note.removed_at).map(noteView),
    ownNotes: all
      .filter((note) => maySummarise || note.written_by === actorKey(actor))
      .map((note) => ({ ...noteView(note), removed: note.removed_at !== null })),
    unrecorded: isNotRecorded(event, 'notes'),
    inside,
    mayNote: await inRoom.allows(db, nouns, actor),
    maySummarise,
    mayCome: await mayCome(visit, event, inside),
    organiser:
      organising && inside
        ? { elsewhere: inside.attendees.filter((one) => !inside.here.has(one.id)) }
        : undefined,
  }
}

function reading(site: Site): void {
  site.page({
    at: paths.room,
    who: everyone,
    answer: Answer,
    read: readRoom,
    show: ({ since, ...page }, visit) => ({
      title: page.theme,
      phone: true,
      crumbs: [
        { href: paths.event(visit.nouns), text: page.eventName },
        { href: paths.rooms(visit.nouns), text: 'Breakout rooms' },
      ],
      ...(page.inside && { live: `${paths.roomLive(visit.nouns)}?since=${since}` }),
      // The copy on a phone names only people who are in the room with its owner.
      ...(page.mayNote && !page.organiser && { kept: true }),
      body: roomPage({
        ...page,
        at: visit.nouns,
        now: visit.now,
        sending: { ...visit, limits: limitsOf(addNote, visit.nouns) },
      }),
    }),
  })
  site.live({
    at: paths.roomLive,
    who: readsNotes,
    there: roomAt,
    topic: ({ network, room }) => `room:${network}/${room}`,
    // All rooms are begun, given more time and ended together from the Desk.
    also: ({ network, event }) => [eventTopic({ network, event })],
    parts: {
      async timer(db, nouns) {
        const { room } = await shared(db, nouns)
        return room ? roomTimePart(room) : html``
      },
      async notes(db, nouns) {
        const { room, unrecorded } = await shared(db, nouns)
        return roomNotes(room ? (await notesOf(db, nouns.network, room.id)).map(noteView) : [], unrecorded)
      },
      async summary(db, nouns) {
        const { room, unrecorded } = await shared(db, nouns)
        return roomSummary(room ? pointsOf(room) : [], unrecorded)
      },
    },
  })
}

async function shared(db: Db, nouns: AtRoom) {
  const [event, room] = await Promise.all([eventById(db, nouns.network, nouns.event), roomAt(db, nouns)])
  return { room, unrecorded: event !== undefined && isNotRecorded(event, 'notes') }
}

const toRoom = ({ nouns }: { nouns: AtRoom }) => paths.room(nouns)
const backToRoom = (at: AtRoom) => ({ href: paths.room(at), text: 'Back to the room' })

function writing(site: Site): void {
  site.form({
    at: paths.newNote,
    who: inRoom,
    command: addNote,
    read: ({ db, nouns }) => roomAt(db, nouns),
    show: (_room, form, visit) => ({
      title: 'Add a note',
      phone: true,
      back: backToRoom(visit.nouns),
      body: noteForm({ action: paths.newNote(visit.nouns), sending: visit, form }),
    }),
    // To the field for the next one.
    then: (_outcome, visit) => `${toRoom(visit)}#notes`,
    done: 'Note added',
  })
  site.button({
    at: paths.removeNote,
    command: removeNote,
    then: (_outcome, visit) => toRoom(visit),
    back: toRoom,
    done: 'Note taken away. You can put it back.',
  })
  site.button({
    at: paths.keepNote,
    command: keepNote,
    then: (_outcome, visit) => toRoom(visit),
    back: toRoom,
    done: 'Note put back',
  })
}

/** Buttons for the time of a room. Each leads back to where it was pressed: the Desk, or the room. */
function timing(site: Site): void {
  const where = (visit: RequestContext<AtRoom>) =>
    visit.query['from'] === 'desk' ? paths.desk(visit.nouns) : toRoom(visit)
  const press = { then: (_outcome: unknown, visit: RequestContext<AtRoom>) => where(visit), back: where }
  site.button({ at: paths.roomTimer, command: startTimer, ...press, done: 'The time of the room is running' })
  site.button({
    at: paths.roomTimerExtension,
    command: extendTimer,
    ...press,
    done: 'The room has more time',
  })
  site.button({
    at: paths.roomTimerEnd,
    command: endTimer,
    ...press,
    done: 'The discussion has ended. You can let it go on.',
  })
  site.button({ at: paths.roomTimerGoOn, command: resumeTimer, ...press, done: 'The discussion goes on' })
}

export function inTheRoom(site: Site): void {
  reading(site)
  writing(site)
  timing(site)
  site.form({
    at: paths.roomSummary,
    who: keepersOfRoom,
    command: summariseRoom,
    read: ({ db, nouns }) => roomAt(db, nouns),
    stands: true,
    values: (room) => ({
      point1: room.point_1 ?? '',
      point2: room.point_2 ?? '',
      point3: room.point_3 ?? '',
    }),
    show: ({ theme }, form, visit) => ({
      title: 'Sum up in three points',
      phone: true,
      back: backToRoom(visit.nouns),
      body: summaryForm({ action: paths.roomSummary(visit.nouns), sending: visit, form, theme }),
    }),
    then: (_outcome, visit) => toRoom(visit),
    done: 'Summary saved',
  })
  site.button({
    at: paths.roomPlace,
    command: takePlace,
    then: (_outcome, visit) => toRoom(visit),
    back: toRoom,
    done: ({ said }) => said,
  })
}
