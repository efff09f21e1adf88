import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { lettersOf } from '../../../../test/letters.ts'
import { confirmed, openDay } from '../../../../test/signed-up.ts'
import { onBothDatabases, type Database } from '../../../../test/stores.ts'
import { bannerOn, mainOf, noticesOn, wordsOn } from '../../../../test/visitor.ts'
import { signUpJobs } from '../jobs.ts'
import { paths } from '../../../paths.ts'
import { doingOf } from '../../../platform/jobs/scheduler.ts'

const email = 'ada@example.invalid'
const asItIs = { name: 'Day', 'on-day': '20', 'on-month': '1', 'on-year': '2027', place: 'Room 1' }

/** An event in eight days, for which two have signed up with an address and three without. */
async function opened(t: TestContext, database: Database) {
  const house = await openDay(t, database, { on: '2027-01-20' })
  const { as, people, nouns, visitor, store } = house
  const organiser = await as(people.organiser)
  const job = signUpJobs[0]!
  const log = { error: (facts: object) => assert.fail(JSON.stringify(facts)) }
  const run = () => job.run(doingOf(store, job, store.now(), log))
  await organiser.submit(paths.editEvent(nouns), asItIs)
  house.clock.move(10)
  await run()
  for (const [name, to] of [
    ['Ada Nurse', email],
    ['Ben Doctor', 'ben@example.invalid'],
  ] as const)
    assert.equal((await visitor().submit(paths.signUp(nouns), { ...confirmed, name, email: to })).status, 303)
  const edit = (values: Record<string, string>) =>
    organiser.submit(paths.editEvent(nouns), { ...asItIs, ...values })
  const told = async () => (await lettersOf(house)).filter(({ kind }) => kind === 'sign-ups.changed')
  return { ...house, organiser, edit, run, told }
}

const linesOf = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n')
const lineOf = (calendar: string, name: string) => linesOf(calendar).find((line) => line.startsWith(name))

onBothDatabases('Letters about an event that changed', (database) => {
  test('a burst of changes is one letter to each, with a file that changes the entry', async (t) => {
    const { edit, run, told, clock, organiser, store, ...house } = await opened(t, database)
    clock.move(20)
    await edit({ starts: '9:30am', ends: '4pm' })
    clock.move(4)
    await edit({ starts: '10am', ends: '4pm' })
    clock.move(4)
    const saved = await edit({ starts: '10am', ends: '4pm', place: 'Room 2', 'on-day': '21' })
    assert.equal(
      bannerOn((await organiser.get(saved.location)).text),
      'Success Event saved. The 2 people who signed up with an e-mail address will be told in 10 minutes, unless you change it back.',
    )
    clock.move(9)
    await run()
    assert.deepEqual(await told(), [], 'not while it may go on')
    clock.move(1)
    await run()
    await run()
    const letters = await told()
    assert.deepEqual(letters.map(({ to }) => to).sort(), [email, 'ben@example.invalid'])
    const letter = letters.find(({ to }) => to === email)!
    assert.equal(letter.subject, 'Day has changed')
    for (const words of [
      'The date, the times and the place of Day have changed.',
      'It is now: Thursday 21 January 2027, 10am to 4pm, Room 2.',
      'If you cannot come any more, cancel with your personal link',
    ])
      assert.ok(letter.text.includes(words), `${words}\n${letter.text}`)
    const [file] = letter.attachments!
    assert.equal(file!.type, 'text/calendar; charset=utf-8; method=PUBLISH')
    const first = (await lettersOf({ store })).find(({ kind }) => kind === 'sign-ups.confirmed')!
    // Letters are written when they are sent, so the first one has the newest file too: its number is that of the event.
    const row = await store.db
      .selectFrom('events')
      .select('sequence')
      .where('id', '=', 'day')
      .executeTakeFirst()
    assert.equal(lineOf(file!.body, 'SEQUENCE:'), `SEQUENCE:${row!.sequence}`)
    assert.equal(lineOf(file!.body, 'UID:'), lineOf(first.attachments![0]!.body, 'UID:'))
    assert.equal(lineOf(file!.body, 'DTSTART:'), 'DTSTART:20270121T100000Z')
    assert.ok(letter.links.some((link) => link.startsWith('/attend/')))
    assert.equal((await house.letters()).filter(({ kind }) => kind === 'sign-ups.changed').length, 2)
  })

  test('what is changed back, or matters to nobody who comes, tells nobody', async (t) => {
    const { edit, run, told, clock } = await opened(t, database)
    clock.move(20)
    await edit({ place: 'Room 2' })
    clock.move(5)
    await edit({})
    clock.move(11)
    await run()
    await edit({ aims: 'To learn', capacity: '90' })
    clock.move(11)
    await run()
    assert.deepEqual(await told(), [])
  })

  test('who cancelled or signed up later is told nothing, and a second change is a second letter', async (t) => {
    const { edit, run, told, clock, visitor, nouns, organiser, named } = await opened(t, database)
    clock.move(20)
    await edit({ place: 'Room 2' })
    clock.move(5)
    const late = { ...confirmed, name: 'Late', email: 'late@example.invalid' }
    await visitor().submit(paths.signUp(nouns), late)
    const ben = (await named('Ben Doctor'))!
    await organiser.submit(paths.attendeeCancellation({ ...nouns, attendee: ben.id }))
    clock.move(6)
    await run()
    assert.deepEqual(
      (await told()).map(({ to }) => to),
      [email],
    )
    clock.move(60)
    await edit({ place: 'Room 3' })
    clock.move(10)
    await run()
    assert.deepEqual((await told()).map(({ to }) => to).sort(), [email, email, 'late@example.invalid'])
    assert.ok((await told()).every(({ text }) => text.includes('The place of Day has changed.')))
  })

  test('more letters than are allowed wait, and none is lost', async (t) => {
    const { edit, run, told, clock, store } = await opened(t, database)
    for (let time = 0; time < 6; time += 1) {
      clock.move(1)
      await edit({ place: `Room ${time + 2}` })
      clock.move(10)
      await run()
    }
    const rows = await store.db
      .selectFrom('outbox')
      .select(['ids', 'due_at'])
      .where('kind', '=', 'sign-ups.changed')
      .execute()
    assert.ok(
      rows.some(({ due_at }) => due_at > store.now()),
      'some wait',
    )
    assert.ok(
      (await told()).every(({ text }) => text.includes('Room 7')),
      'and tell the newest',
    )
  })

  test('a cancelled event: a question, one letter that takes it out of calendars, and back again', async (t) => {
    const house = await opened(t, database)
    const { run, told, clock, organiser, nouns, visitor, store } = house
    clock.move(20)
    const asked = wordsOn((await organiser.get(paths.cancelEvent(nouns))).text)
    assert.match(asked, /The 2 people who signed up with an e-mail address will be told in 10 minutes/)
    const done = await organiser.submit(paths.cancelEvent(nouns))
    assert.deepEqual([done.status, done.location], [303, paths.event(nouns)])
    assert.deepEqual(noticesOn((await visitor().get(paths.event(nouns))).text), ['This event is cancelled.'])
    assert.match(wordsOn((await visitor().get(paths.network(nouns))).text), /Day \(cancelled\)/)
    assert.equal(
      mainOf((await visitor().get(paths.signUp(nouns))).text),
      'Sign up for Day Wednesday 20 January 2027, Room 1 Day is cancelled. I have signed up and have lost my link',
    )
    assert.equal(
      lineOf((await visitor().get(paths.eventCalendar(nouns))).text, 'STATUS:'),
      'STATUS:CANCELLED',
    )
    for (const page of [paths.now(nouns), paths.screen(nouns), paths.desk(nouns)])
      assert.match(wordsOn((await organiser.get(page)).text), /This event is cancelled/, page)
    clock.move(10)
    await run()
    const [letter, ...more] = (await told()).filter(({ to }) => to === email)
    assert.deepEqual([letter!.subject, more], ['Day is cancelled', []])
    const [file] = letter!.attachments!
    assert.equal(file!.type, 'text/calendar; charset=utf-8; method=CANCEL')
    assert.equal(lineOf(file!.body, 'METHOD:'), 'METHOD:CANCEL')
    const back = await organiser.submit(paths.holdEvent(nouns), {}, paths.event(nouns))
    assert.equal(back.status, 303)
    clock.move(10)
    await run()
    const held = (await told()).filter(({ to }) => to === email)
    assert.equal(held.length, 2)
    assert.match(held[1]!.text, /Day takes place after all\./)
    const stranger = await house.as(house.people.stranger)
    for (const url of [paths.cancelEvent(nouns), paths.holdEvent(nouns)])
      assert.equal((await stranger.post(url)).status, 403, url)
    const row = await store.db
      .selectFrom('events')
      .select('cancelled_at')
      .where('id', '=', 'day')
      .executeTakeFirst()
    assert.equal(row!.cancelled_at, null)
  })

  test('many are told some at a time, each once', async (t) => {
    const { edit, run, told, clock, nouns, store, people } = await opened(t, database)
    const { addSignUp } = await import('./sign-up.ts')
    for (let number = 0; number < 25; number += 1)
      await store.dispatch(
        addSignUp,
        {
          ...nouns,
          name: `N ${number}`,
          team: 'brent',
          profession: 'Nurse',
          email: `n${number}@example.invalid`,
        },
        { actor: people.organiser },
      )
    clock.move(20)
    await edit({ place: 'Room 2' })
    clock.move(10)
    await run()
    const to = (await told()).map((letter) => letter.to)
    assert.deepEqual([to.length, new Set(to).size], [27, 27])
  })
})
