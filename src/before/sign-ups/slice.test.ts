import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answers, confirmed, openDay } from '../../../test/signed-up.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { elementsOf, errorsOn, headingOf, hiddenFieldsOf, wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { anyone } from '../../platform/store/actor.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { orThrow } from '../../platform/store/store.ts'
import { closeSignUp } from '../events/commands.ts'
import { eventById } from '../events/store.ts'
import { cancelAttendee, markArrival, restoreAttendee } from './commands/organising.ts'
import { signUp } from './commands/sign-up.ts'
import { cancelled as cancelledLetter, confirmed as confirmedLetter } from './mail.ts'
import { shownCode } from './rules.ts'
import { attendeeById, attendeesOf } from './store.ts'
import { countsByTeam } from './store/places.ts'

onBothDatabases('Sign-ups', (database) => {
  test('exactly the capacity gets in when 200 sign up at once', async (t) => {
    const { store, day } = await openDay(t, database, { perTeam: 5, capacity: 75 })
    const { network, event } = day
    const sent = Array.from({ length: 200 }, (_each, at) =>
      store.dispatch(signUp, { network, event, name: `Nurse ${at}`, team: 'brent' }, { actor: anyone }),
    )
    const sentences = (await Promise.all(sent)).filter(isRefusal).map((answer) => answer.refused)
    assert.equal(sentences.length, 140)
    assert.deepEqual(
      [...new Set(sentences)],
      ['All 75 places are taken. Ask the organisers to tell you if one becomes free, or to make more.'],
    )
    assert.equal((await attendeesOf(store.db, network, event)).length, 75)
    assert.deepEqual(
      (await countsByTeam(store.db, network, event)).map((one) => [one.team_id, one.many]).sort(),
      [
        ['brent', 65],
        ['harrow', 5],
        ['hillingdon', 5],
      ],
    )
  })

  test('whoever signs up checks the answers, is let in and is sent a letter', async (t) => {
    const { visitor, nouns, named, letters } = await openDay(t, database)
    const browser = visitor()
    const checking = await browser.submit(paths.signUp(nouns), answers)
    assert.equal(checking.status, 200)
    assert.match(
      wordsOn(checking.text),
      /Check your answers.*Ada Nurse.*Brent.*Chaplain.*A seat near the door/,
    )
    assert.equal(await named('Ada Nurse'), undefined)
    const done = await browser.submit(paths.signUp(nouns), confirmed)
    assert.deepEqual([done.status, done.location], [303, paths.signUpDone(nouns)])
    const row = (await named('Ada Nurse'))!
    assert.deepEqual(
      [row.email, row.team_id, row.profession, row.lived_experience, row.signed_up_by],
      ['ada@example.invalid', 'brent', 'Chaplain', 'carer', 'self'],
    )
    // The tests' clock stands on the day itself.
    assert.equal(row.arrived_at, row.signed_up_at)
    assert.deepEqual(await letters(), [{ kind: 'sign-ups.confirmed', attendee: row.id }])
    assert.match(wordsOn((await browser.get(paths.signUpDone(nouns))).text), /Check your mail/)
    assert.match(wordsOn((await browser.get(paths.mySignUp(nouns))).text), /Your sign-up.*Ada Nurse/)
  })

  test('what looks like an NHS number is asked about at the form, and not again after it', async (t) => {
    const { visitor, nouns, named } = await openDay(t, database)
    const browser = visitor()
    const page = paths.signUp(nouns)
    const typed = { ...answers, accessNeeds: 'Ring 943 476 5919' }
    const asked = await browser.submit(page, typed)
    assert.equal(asked.status, 422)
    assert.match(wordsOn(asked.text), /This looks like an NHS number.*What I wrote holds no NHS number/)
    const checking = await browser.submit(page, { ...typed, notIdentifiers: 'yes' })
    assert.match(wordsOn(checking.text), /Check your answers.*Ring 943 476 5919/)
    const carried = hiddenFieldsOf(checking.text, page)
    assert.equal((await browser.post(page, { ...carried, _step: 'confirmed' })).status, 303)
    assert.equal((await named('Ada Nurse'))?.access_needs, 'Ring 943 476 5919')
  })

  test('whoever has no e-mail is shown a code, which lets them in on another device', async (t) => {
    const { visitor, nouns, named, code, letters, store } = await openDay(t, database)
    const browser = visitor()
    await browser.submit(paths.signUp(nouns), { ...confirmed, email: '' })
    const row = (await named('Ada Nurse'))!
    const shown = shownCode(store.keyedHash, row.network_id, row.id)
    assert.ok(wordsOn((await browser.get(paths.signUpDone(nouns))).text).includes(shown))
    assert.deepEqual(await letters(), [])
    const other = visitor()
    assert.equal((await other.get(paths.mySignUp(nouns))).status, 303)
    const entered = await other.submit(paths.join({}), { code: ` ${code(row).toLowerCase()} ` })
    assert.deepEqual([entered.status, entered.location], [303, paths.now(nouns)])
    assert.match(wordsOn((await other.get(paths.mySignUp(nouns))).text), /Ada Nurse/)
  })

  test('an address signs up once; the second time the answer is the same and lets nobody in', async (t) => {
    const { visitor, nouns, all, letters } = await openDay(t, database)
    const [first, second] = [visitor(), visitor()]
    const one = await first.submit(paths.signUp(nouns), confirmed)
    const two = await second.submit(paths.signUp(nouns), { ...confirmed, name: 'Not Ada', team: 'harrow' })
    assert.deepEqual([two.status, two.location], [one.status, one.location])
    const done = wordsOn((await second.get(paths.signUpDone(nouns))).text)
    assert.match(done, /Check your mail/)
    assert.equal((await all()).filter((row) => row.email !== null).length, 1)
    assert.equal((await all()).find((row) => row.email)?.name, 'Ada Nurse')
    assert.equal((await letters()).length, 2)
    assert.equal((await second.get(paths.mySignUp(nouns))).status, 303)
  })

  test('the same form sent twice at once makes one sign-up, and both answers let in', async (t) => {
    const { visitor, nouns, all, store } = await openDay(t, database)
    const browser = visitor()
    const token = /name="_token" value="([^"]+)"/.exec((await browser.get(paths.signUp(nouns))).text)![1]!
    const key = '0190a0a0-0000-7000-8000-000000000000'
    const body = { ...confirmed, email: '', _token: token, _key: key }
    const [one, two] = await Promise.all([
      browser.post(paths.signUp(nouns), body),
      browser.post(paths.signUp(nouns), body),
    ])
    assert.deepEqual([one.status, two.status], [303, 303])
    assert.equal(one.headers['set-cookie']?.toString(), two.headers['set-cookie']?.toString())
    assert.equal((await all()).length, 4)
    assert.equal((await browser.get(paths.mySignUp(nouns))).status, 200)
    assert.equal((await store.db.selectFrom('sessions').selectAll().execute()).length, 1)
  })

  test('what is wrong is said, and what was typed is kept', async (t) => {
    const { visitor, nouns, all } = await openDay(t, database)
    const wrong = await visitor().submit(paths.signUp(nouns), { ...answers, email: 'ada@', team: '' })
    assert.equal(wrong.status, 422)
    const words = wordsOn(wrong.text)
    assert.match(words, /Enter an e-mail address in the right form/)
    assert.match(words, /Choose from the list, or none of these/)
    const values = elementsOf(wrong.text).flatMap((node) =>
      node.tagName === 'input'
        ? node.attrs.filter((one) => one.name === 'value').map((one) => one.value)
        : [],
    )
    assert.ok(values.includes('ada@') && values.includes('Ada Nurse') && values.includes('Chaplain'))
    assert.equal((await all()).length, 3)
  })

  test('after the day and when it is closed nobody signs up, and is told why', async (t) => {
    const { visitor, nouns, all, store, people, clock } = await openDay(t, database)
    const browser = visitor()
    // The form was open in the browser when sign-up closed.
    const hidden = hiddenFieldsOf((await browser.get(paths.signUp(nouns))).text, paths.signUp(nouns))
    const send = () => browser.post(paths.signUp(nouns), { ...hidden, ...confirmed })
    await store.dispatch(closeSignUp, nouns, { actor: people.organiser })
    const closed = await send()
    assert.equal(closed.status, 409)
    assert.deepEqual(errorsOn(closed.text), [
      'Sign-up for Day is closed. Ask the organisers if you would still like to come.',
    ])
    clock.move('2027-01-13T09:00:00.000Z')
    const late = await send()
    assert.equal(late.status, 409)
    assert.deepEqual(errorsOn(late.text), [
      'Day was on 12 January 2027, so sign-up is over. What came of it is on the page of the event.',
    ])
    assert.equal((await all()).length, 3)
  })

  test('the personal link opens nothing by itself; its button lets in and notes the arrival', async (t) => {
    const { visitor, nouns, named, link } = await openDay(t, database)
    const row = (await named('Nurse 1, Brent'))!
    const browser = visitor()
    const landing = await browser.get(link(row))
    assert.match(wordsOn(landing.text), /You are signed up as Nurse 1, Brent/)
    assert.equal((await named('Nurse 1, Brent'))?.arrived_at, null)
    assert.equal((await browser.get(paths.mySignUp(nouns))).status, 303)
    const entered = await browser.submit(link(row), { to: 'now' })
    assert.deepEqual([entered.status, entered.location], [303, paths.now(nouns)])
    assert.equal((await browser.get(paths.mySignUp(nouns))).status, 200)
    assert.equal((await named('Nurse 1, Brent'))?.arrived_at, '2027-01-12T09:00:00.000Z')
    const forged = link(row).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    assert.match(wordsOn((await visitor().get(forged)).text), /This link does not work.*Or enter a code/)
  })

  test('the code of the event leads to its way in; a wrong code is refused', async (t) => {
    const { visitor, nouns, store } = await openDay(t, database)
    const event = (await eventById(store.db, nouns.network, nouns.event))!
    const browser = visitor()
    const joined = await browser.submit(paths.join({}), { code: event.join_code.toLowerCase() })
    assert.equal(joined.location, paths.joinEvent({ code: event.join_code }))
    assert.match(wordsOn((await browser.get(joined.location)).text), /I have not signed up.*Sign up now/)
    const wrong = await browser.submit(paths.join({}), { code: 'WRONGWRO' })
    assert.equal(wrong.status, 422)
    assert.match(wordsOn(wrong.text), /This code was not found/)
  })

  test('another program signs in with a code and acts with the session it is given', async (t) => {
    const { app, visitor, nouns, named, code } = await openDay(t, database)
    const row = (await named('Nurse 1, Harrow'))!
    const { status, body } = await visitor().json('POST', '/api/v1/join', { code: code(row) })
    const { session, ...rest } = body as { session: string }
    assert.deepEqual([status, rest], [200, { ...nouns, attendee: row.id }])
    const cancelled = await app.server.inject({
      method: 'POST',
      url: `/api/v1${paths.cancelMySignUp(nouns)}`,
      headers: { authorization: `Bearer ${session}` },
      payload: {},
    })
    assert.equal(cancelled.statusCode, 200)
    assert.notEqual((await named('Nurse 1, Harrow'))?.cancelled_at, null)
    const refused = await visitor().json('POST', '/api/v1/join', { code: 'WRONGWRO' })
    assert.equal(refused.status, 422)
    const signed = await visitor().json('POST', `/api/v1${paths.signUp(nouns)}`, { ...answers, email: '' })
    assert.equal(signed.status, 200)
    assert.deepEqual(Object.keys(signed.body as object), ['done', 'session'])
  })

  test('somebody corrects, cancels and takes back their own sign-up', async (t) => {
    const { as, day, nouns, store, letters } = await openDay(t, database)
    const nurse = day.of['brent']![0]!
    const browser = await as(nurse)
    const held = () => attendeeById(store.db, nouns.network, nurse.id)
    await browser.submit(paths.editMySignUp(nouns), {
      ...answers,
      livedExperience: 'none',
      profession: 'Doctor',
      otherProfession: '',
    })
    assert.deepEqual(
      [(await held())?.name, (await held())?.email, (await held())?.profession],
      ['Ada Nurse', 'ada@example.invalid', 'Doctor'],
    )
    const cancelled = await browser.submit(paths.cancelMySignUp(nouns))
    assert.equal(cancelled.location, paths.mySignUp(nouns))
    assert.equal((await held())?.cancelled_at, '2027-01-12T09:00:00.000Z')
    await browser.submit(paths.signUpAgain(nouns), {}, paths.mySignUp(nouns))
    assert.equal((await held())?.cancelled_at, null)
    assert.deepEqual((await letters()).map(({ kind }) => kind).sort(), [
      'sign-ups.cancelled',
      'sign-ups.confirmed',
      'sign-ups.confirmed',
    ])
  })

  test('taking a cancellation back gives the arrival back', async (t) => {
    const { day, nouns, store, people } = await openDay(t, database)
    const actor = people.organiser
    const attendee = day.of['brent']![0]!.id
    const held = async () => (await attendeeById(store.db, nouns.network, attendee))!
    for (const command of [markArrival, cancelAttendee, restoreAttendee])
      orThrow(await store.dispatch(command, { ...nouns, attendee }, { actor }))
    const { arrived_at, cancelled_at } = await held()
    assert.deepEqual([arrived_at, cancelled_at], ['2027-01-12T09:00:00.000Z', null])
  })

  test('whoever erases themselves leaves a row without a name, and their link is dead', async (t) => {
    const { as, day, nouns, store, visitor, link, code } = await openDay(t, database)
    const nurse = day.of['brent']![0]!
    const before = (await attendeeById(store.db, nouns.network, nurse.id))!
    const browser = await as(nurse)
    const gone = await browser.submit(paths.eraseMySignUp(nouns))
    assert.equal(gone.location, paths.event(nouns))
    const after = (await attendeeById(store.db, nouns.network, nurse.id))!
    assert.deepEqual(
      [after.name, after.email, after.team_id, after.profession],
      ['Someone', null, 'brent', 'Nurse'],
    )
    assert.equal(headingOf((await visitor().get(link(before))).text), 'This link does not work')
    assert.equal((await visitor().submit(paths.join({}), { code: code(before) })).status, 422)
    assert.equal((await browser.get(paths.mySignUp(nouns))).status, 303)
  })

  test('the letter holds the personal link and a file for the calendar; a cancelled one is not sent', async (t) => {
    const { store, day, nouns, as, visitor, named, link } = await openDay(t, database)
    await visitor().submit(paths.signUp(nouns), confirmed)
    const row = (await named('Ada Nurse'))!
    const writing = {
      db: store.db,
      now: store.now(),
      keyedHash: store.keyedHash,
      address: (path: string) => `https://x.test${path}`,
    }
    const ids = { ...nouns, attendee: row.id }
    const letter = (await confirmedLetter.write(writing, ids))!
    assert.deepEqual([letter.to, letter.subject], ['ada@example.invalid', 'You are signed up for Day'])
    assert.ok(letter.text.includes(`https://x.test${link(row)}`))
    assert.match(letter.attachments![0]!.body, /^BEGIN:VCALENDAR\r\n[^]*UID:event\.day@[\w-]{36}\r\n/)
    assert.equal(
      await confirmedLetter.write(writing, { ...nouns, attendee: day.attendees[0]!.id }),
      undefined,
    )
    assert.equal(await cancelledLetter.write(writing, ids), undefined)
    await (
      await as({ kind: 'attendee', network: day.network, id: row.id })
    ).submit(paths.cancelMySignUp(nouns))
    assert.equal(await confirmedLetter.write(writing, ids), undefined)
    assert.equal((await cancelledLetter.write(writing, ids))?.subject, 'Your sign-up for Day is cancelled')
  })
})
