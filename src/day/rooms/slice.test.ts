import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { dayOf } from '../../../test/day.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { errorsOn, filledIn, headingOf, refusalOn, wordsOn } from '../../../test/visitor.ts'
import { addSignUp } from '../../before/sign-ups/commands/sign-up.ts'
import { addItem } from '../programme/commands/items.ts'
import { startItem } from '../programme/commands/running.ts'
import { paths } from '../../paths.ts'
import type { Actor } from '../../platform/store/actor.ts'
import { isRefusal, refuse } from '../../platform/store/command.ts'
import { orThrow } from '../../platform/store/store.ts'
import { addNote } from './commands/notes.ts'
import { allocateRooms, placeMe, takePlace } from './commands/places.ts'
import { editRoom, makeRoom, removeRoom } from './commands/rooms.ts'
import { notesOf } from './store/notes.ts'
import { placesOf, roomLists, roomOfAttendee } from './store/places.ts'
import { roomsOf } from './store/rooms.ts'

const network = 'north'
const themes = ['What can we stop?', 'Whose voice?', 'What is step 2?']

async function theRooms(t: TestContext, database: Database, perTeam = 4) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const day = await dayOf(house, people, { perTeam })
  const at = { network, event: day.event }
  const by = { actor: people.organiser }
  const rooms: string[] = []
  for (const theme of themes)
    rooms.push(orThrow(await house.store.dispatch(makeRoom, { ...at, theme, place: `By ${theme}` }, by)).id)
  const dealt = async (how = 'anew') =>
    orThrow(await house.store.dispatch(allocateRooms, { ...at, who: 'everyone', how }, by))
  const roomOf = async (actor: Actor) =>
    (await roomOfAttendee(house.store.db, network, at.event, (actor as { id: string }).id))?.id
  const sizes = async () => (await roomLists(house.store.db, network, at.event)).map((room) => room.people)
  return { house, people, day, at, by, rooms, dealt, roomOf, sizes }
}

onBothDatabases('Rooms', (database) => {
  test('an organiser makes a room by its form; the facilitator and the scribe have their places there', async (t) => {
    const { house, people, day, at, roomOf } = await theRooms(t, database)
    const [leads, writes] = day.of['harrow']!
    const organiser = await house.as(people.organiser)
    const theme = { theme: 'A fourth', place: 'Room 4', link: 'https://meet.example.org/4' }
    const made = await organiser.submit(paths.newRoom(at), {
      ...theme,
      facilitator: leads!.id,
      scribe: writes!.id,
    })
    equal(made.location, paths.rooms(at))
    const room = (await roomsOf(house.store.db, network, at.event)).at(-1)!
    deepEqual(
      [room.theme, room.place, room.link, room.position, room.facilitator_id, room.scribe_id],
      ['A fourth', 'Room 4', 'https://meet.example.org/4', 4, leads!.id, writes!.id],
    )
    deepEqual([await roomOf(leads!), await roomOf(writes!)], [room.id, room.id])
    const again = await organiser.submit(paths.newRoom(at), { theme: 'A fifth', scribe: leads!.id })
    equal(again.status, 422)
    deepEqual(errorsOn(again.text), ['They have a task in the room “A fourth” already'])
    deepEqual(filledIn(again.text), { theme: 'A fifth', scribe: leads!.id })
    const wrong = await organiser.submit(paths.newRoom(at), { theme: 'A fifth', link: 'javascript:alert(1)' })
    deepEqual(errorsOn(wrong.text), ['Enter the whole link, like https://meet.example.org/abc'])
    equal((await roomsOf(house.store.db, network, at.event)).length, 4)
  })

  test('everybody is dealt to the rooms evenly, and so is each team', async (t) => {
    const { house, people, day, at, rooms, roomOf, sizes } = await theRooms(t, database)
    const organiser = await house.as(people.organiser)
    const done = await organiser.submit(paths.allocateRooms(at), { who: 'everyone', how: 'anew' })
    equal(done.location, paths.rooms(at))
    deepEqual(await sizes(), [4, 4, 4])
    for (const team of Object.values(day.of)) {
      const held = await Promise.all(team.map(roomOf))
      const each = rooms.map((room) => held.filter((one) => one === room).length)
      deepEqual(each.toSorted(), [1, 1, 2])
    }
  })

  test('the first time, places are dealt as evenly when nobody is to be moved', async (t) => {
    const { house, day, at, by, rooms, dealt, roomOf, sizes } = await theRooms(t, database)
    const described = { ...at, room: rooms[0], theme: themes[0], scribe: day.attendees[0]!.id }
    orThrow(await house.store.dispatch(editRoom, described, by))
    await dealt('rest')
    deepEqual(await sizes(), [4, 4, 4])
    const held = await Promise.all(day.of['hillingdon']!.map(roomOf))
    deepEqual(rooms.map((room) => held.filter((one) => one === room).length).toSorted(), [1, 1, 2])
  })

  test('who comes late while the rooms are on has a place by what Now sends', async (t) => {
    const { house, at, by, dealt, rooms, roomOf } = await theRooms(t, database)
    await dealt()
    const part = { ...at, kind: 'rooms', title: 'Rooms' }
    const { id: item } = orThrow(await house.store.dispatch(addItem, part, by)) as { id: string }
    const late = { ...at, name: 'Late', team: 'brent', profession: 'Nurse' }
    const { id } = orThrow(await house.store.dispatch(addSignUp, late, by))
    const actor = { kind: 'attendee', network, id } as const
    const visitor = await house.as(actor)
    const now = async () => wordsOn((await visitor.get(paths.now(at))).text)
    doesNotMatch(await now(), /Your room/)
    orThrow(await house.store.dispatch(startItem, { ...at, item }, by))
    match(await now(), /Choose a room I am here/)
    await visitor.submit(paths.myRoom(at), {}, paths.now(at))
    ok(rooms.includes((await roomOf(actor))!))
    doesNotMatch(await now(), /I am here|Choose a room/)
  })

  test('whoever leads a room stays there when places are dealt anew', async (t) => {
    const { house, day, at, by, rooms, dealt, roomOf, sizes } = await theRooms(t, database)
    const leads = day.attendees[0]!
    const described = { ...at, room: rooms[2], theme: themes[2], facilitator: leads.id }
    orThrow(await house.store.dispatch(editRoom, described, by))
    await dealt()
    equal(await roomOf(leads), rooms[2])
    deepEqual(await sizes(), [4, 4, 4])
    const moved = await house.store.dispatch(takePlace, { ...at, room: rooms[0] }, { actor: leads })
    deepEqual(moved, refuse('Somebody else must facilitate or write in the room “What is step 2?” first.'))
  })

  test('who comes late goes into the smallest room, and nobody else is moved', async (t) => {
    const { house, day, at, by, rooms, dealt, sizes } = await theRooms(t, database, 3)
    const [mover] = day.of['brent']!
    const late = { ...at, name: 'Late', team: 'brent', profession: 'Nurse' }
    const { id } = orThrow(await house.store.dispatch(addSignUp, late, by))
    const actor = { kind: 'attendee', network, id } as const
    equal(isRefusal(await house.store.dispatch(placeMe, at, { actor })), true)
    const asIs = () => placesOf(house.store.db, network, at.event)
    deepEqual(await asIs(), [])
    await dealt()
    orThrow(await house.store.dispatch(takePlace, { ...at, room: rooms[0] }, { actor: mover! }))
    orThrow(await house.store.dispatch(takePlace, { ...at, room: rooms[0] }, { actor }))
    const second = orThrow(await house.store.dispatch(addSignUp, { ...late, name: 'Later' }, by))
    const before = await asIs()
    const smallest = (await sizes()).indexOf(Math.min(...(await sizes())))
    const visitor = await house.as({ kind: 'attendee', network, id: second.id })
    const answer = await visitor.submit(paths.myRoom(at), {}, paths.rooms(at))
    equal(answer.location, paths.room({ ...at, room: rooms[smallest]! }))
    deepEqual(
      (await asIs()).filter((place) => place.attendee_id !== second.id),
      before,
    )
    await visitor.post(paths.myRoom(at), {})
    equal((await asIs()).length, before.length + 1)
  })

  test('places that are there stay when only the rest is placed', async (t) => {
    const { house, day, at, rooms, dealt, roomOf, sizes } = await theRooms(t, database)
    const chooser = day.attendees[5]!
    orThrow(await house.store.dispatch(takePlace, { ...at, room: rooms[1] }, { actor: chooser }))
    await dealt('rest')
    equal(await roomOf(chooser), rooms[1])
    deepEqual(await sizes(), [4, 4, 4])
  })

  test('an attendee moves, and is moved only by an organiser', async (t) => {
    const { house, people, day, at, rooms, dealt, roomOf } = await theRooms(t, database)
    await dealt()
    const [one, other] = day.attendees
    const target = rooms.find((room) => room !== rooms[0])!
    const page = paths.room({ ...at, room: target })
    const place = paths.roomPlace({ ...at, room: target })
    await (await house.as(one!)).submit(place, {}, page)
    equal(await roomOf(one!), target)
    const before = await roomOf(other!)
    equal((await (await house.as(one!)).submit(place, { attendee: other!.id }, page)).status, 403)
    equal((await (await house.as(people.stranger)).submit(place, { attendee: other!.id }, page)).status, 403)
    equal(await roomOf(other!), before)
    const organiser = await house.as(people.organiser)
    equal(
      refusalOn((await organiser.submit(place, { attendee: '' }, page)).text),
      'That could not be understood: Choose somebody from the list',
    )
    await organiser.submit(place, { attendee: other!.id }, page)
    equal(await roomOf(other!), target)
  })

  test('notes are written in the room, and taken away and put back by their writer or the scribe', async (t) => {
    const { house, day, at, rooms, dealt, roomOf, by } = await theRooms(t, database)
    const [scribe, ...others] = day.attendees
    const described = { ...at, room: rooms[0], theme: themes[0], scribe: scribe!.id }
    orThrow(await house.store.dispatch(editRoom, described, by))
    await dealt()
    const inside = await Promise.all(
      others.map(async (one) => ((await roomOf(one)) === rooms[0] ? one : undefined)),
    )
    const writer = inside.find((one) => one !== undefined)!
    const elsewhere = others[inside.indexOf(undefined)]!
    const room = { ...at, room: rooms[0]! }
    const page = paths.room(room)
    const shown = async () => (await notesOf(house.store.db, network, rooms[0]!)).map((note) => note.text)
    const visitor = await house.as(writer)
    equal(
      (await visitor.submit(paths.newNote(room), { text: 'Fewer letters' }, page)).location,
      `${page}#notes`,
    )
    equal((await (await house.as(elsewhere)).submit(paths.newNote(room), { text: 'No' }, page)).status, 403)
    equal((await visitor.submit(paths.newNote(room), { text: '' }, page)).status, 422)
    deepEqual(await shown(), ['Fewer letters'])
    const [note] = await notesOf(house.store.db, network, rooms[0]!)
    const taken = { ...room, note: note!.id }
    equal((await (await house.as(elsewhere)).submit(paths.removeNote(taken), {}, page)).status, 403)
    await visitor.submit(paths.removeNote(taken), {}, page)
    deepEqual(await shown(), [])
    await visitor.submit(paths.keepNote(taken), {}, page)
    deepEqual(await shown(), ['Fewer letters'])
    await (await house.as(scribe!)).submit(paths.removeNote(taken), {}, page)
    deepEqual(await shown(), [])
  })

  test('the stream of a room shows its notes to who came, and no writer', async (t) => {
    const { house, people, day, at, rooms, dealt, roomOf } = await theRooms(t, database)
    await dealt()
    const writer = day.attendees[0]!
    const room = { ...at, room: (await roomOf(writer))! }
    orThrow(await house.store.dispatch(addNote, { ...room, text: 'One <b>thing</b>' }, { actor: writer }))
    const live = `${paths.roomLive(room)}?poll`
    const other = day.attendees.at(-1)!
    const answer = await (await house.as(other)).get(live)
    const { parts } = JSON.parse(answer.text) as { parts: Record<string, string> }
    equal(wordsOn(parts['notes']!), '9am One <b>thing</b>')
    equal(answer.text.includes(writer.id), false)
    equal((await (await house.as(people.viewer)).get(live)).status, 200)
    equal((await (await house.as(people.stranger)).get(live)).status, 403)
    equal(rooms.includes(room.room), true)
  })

  test('the public sees themes, places and summaries; notes and links are for who came, names for their own room', async (t) => {
    const { house, people, day, at, by, rooms, dealt, roomOf } = await theRooms(t, database)
    const link = 'https://meet.example.org/1'
    orThrow(
      await house.store.dispatch(
        editRoom,
        { ...at, room: rooms[0], theme: themes[0], place: 'Hall', link },
        by,
      ),
    )
    await dealt()
    const seats = await Promise.all(day.attendees.map(roomOf))
    const inside = day.attendees[seats.indexOf(rooms[0])]!
    const room = { ...at, room: rooms[0]! }
    orThrow(await house.store.dispatch(addNote, { ...room, text: 'A note' }, { actor: inside }))
    const organiser = await house.as(people.organiser)
    await organiser.submit(paths.roomSummary(room), { point1: 'One', point2: '', point3: 'Three' })
    const knows = async (actor: Actor | undefined) => {
      const visitor = actor ? await house.as(actor) : house.visitor()
      const { text } = await visitor.get(paths.room(room))
      return [/Hall/, /<li>One<\/li>\s*<li>Three<\/li>/, /A note/, /meet\.example/, /Nurse \d/].map((what) =>
        what.test(text),
      )
    }
    deepEqual(await knows(undefined), [true, true, false, false, false])
    deepEqual(await knows(people.stranger), [true, true, false, false, false])
    deepEqual(await knows(inside), [true, true, true, true, true])
    const elsewhere = day.attendees[seats.findIndex((seat) => seat !== rooms[0])]!
    deepEqual(await knows(elsewhere), [true, true, true, true, false])
    deepEqual(await knows(people.viewer), [true, true, true, true, true])
    const { body } = await house.visitor().json('GET', `/api/v1${paths.room(room)}`)
    deepEqual(body, { theme: themes[0], place: 'Hall', points: ['One', 'Three'], notes: [] })
    const list = await house.visitor().json('GET', `/api/v1${paths.rooms(at)}`)
    deepEqual((list.body as { rooms: unknown[] }).rooms[0], {
      id: rooms[0],
      theme: themes[0],
      place: 'Hall',
      people: 4,
      points: ['One', 'Three'],
    })
  })

  test('a room with notes stays; an empty one goes, with its places', async (t) => {
    const { house, people, day, at, by, rooms, dealt, roomOf } = await theRooms(t, database)
    await dealt()
    const writer = day.attendees[0]!
    const kept = (await roomOf(writer))!
    orThrow(await house.store.dispatch(addNote, { ...at, room: kept, text: 'A note' }, { actor: writer }))
    deepEqual(
      await house.store.dispatch(removeRoom, { ...at, room: kept }, by),
      refuse('This room holds notes, so it stays. Change its theme instead.'),
    )
    const empty = rooms.find((room) => room !== kept)!
    const organiser = await house.as(people.organiser)
    equal(headingOf((await organiser.get(paths.roomRemoval({ ...at, room: kept }))).text), 'This room stays')
    equal((await organiser.submit(paths.roomRemoval({ ...at, room: empty }))).location, paths.rooms(at))
    equal((await roomsOf(house.store.db, network, at.event)).length, 2)
    ok((await placesOf(house.store.db, network, at.event)).every((place) => place.room_id !== empty))
  })

  test('two who deal places at once leave each attendee one place', async (t) => {
    const { house, day, at, by } = await theRooms(t, database)
    const input = { ...at, who: 'everyone', how: 'anew' }
    await Promise.all([1, 2].map(() => house.store.dispatch(allocateRooms, input, by)))
    const places = await placesOf(house.store.db, network, at.event)
    deepEqual(
      places.map((place) => place.attendee_id).toSorted(),
      day.attendees.map((one) => one.id).toSorted(),
    )
  })
})
