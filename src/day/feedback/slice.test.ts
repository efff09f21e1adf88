import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type Kysely } from 'kysely'
import { dayOf, type AttendeeActor } from '../../../test/day.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import {
  errorsOn,
  filledIn,
  hiddenFieldsOf,
  mainOf,
  noticesOn,
  summaryOn,
  wordsOn,
} from '../../../test/visitor.ts'
import { personalCode } from '../../before/sign-ups/rules.ts'
import { paths } from '../../paths.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { orThrow } from '../../platform/store/store.ts'
import { doingOf } from '../../platform/jobs/scheduler.ts'
import { addItem } from '../programme/commands/items.ts'
import { startItem } from '../programme/commands/running.ts'
import { closeFeedback, giveFeedback, openFeedback } from './commands.ts'
import { feedbackJobs } from './jobs.ts'
import { contactsOf, formOf, givenCount, resultsShown } from './store/answers.ts'

const secretOf = (words: string) => `${words}-SECRET-OF-A-DEVICE`

async function theDay(t: Parameters<typeof openHouse>[0], database: Database, opened = true) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const day = await dayOf(house, people)
  const at = { network: day.network, event: day.event }
  const by = { actor: people.organiser }
  if (opened) orThrow(await house.store.dispatch(openFeedback, at, by))
  const give = async (actor: AttendeeActor, answers: object, secret = actor.id) => {
    const sent = { ...at, secret: secretOf(secret.replaceAll('-', '')), ...answers }
    const answer = await house.store.dispatch(giveFeedback, sent, { actor })
    return isRefusal(answer) ? answer.refused : 'received'
  }
  return { ...house, people, day, at, by, give }
}

onBothDatabases('Feedback', (database) => {
  test('an attendee answers from Now, once, and the organisers read it when the form is closed', async (t) => {
    const { as, people, day, at, store, by } = await theDay(t, database, false)
    const item = { ...at, kind: 'feedback', title: 'Tell us how it was' }
    const { id } = orThrow(await store.dispatch(addItem, item, by))
    orThrow(await store.dispatch(startItem, { ...at, item: id }, by))
    const nurse = await as(day.of['brent']![0]!)
    match((await nurse.get(paths.now(at))).text, new RegExp(`href="${paths.feedback(at)}\\?from=now"`))
    const sent = { useful: 'very', takeHome: 'The Tree of Life', contact: '' }
    equal((await nurse.submit(`${paths.feedback(at)}?from=now`, sent)).location, paths.now(at))
    match(
      wordsOn((await nurse.get(paths.now(at))).text),
      /Thank you\. Your answers are stored, without your name\./,
    )
    deepEqual(noticesOn((await nurse.get(paths.feedback(at))).text), [
      'You have told us how it was. Thank you.',
    ])
    equal(
      mainOf((await nurse.get(paths.now(at))).text),
      'Day On now: feedback Tell us how it was I am here What you have done You have told us how it was Refresh to see what is on now. See the whole programme',
    )
    match(wordsOn((await nurse.get(paths.screen(at))).text), /Tell us how it was .* 1 of \d+ has answered/)
    const organiser = await as(people.organiser)
    const before = wordsOn((await organiser.get(paths.feedbackResults(at))).text)
    match(before, /Open Close the form|1 of \d+ has answered/)
    equal(before.includes('Tree of Life'), false)
    const closed = await organiser.submit(paths.feedbackClosure(at))
    equal(closed.location, paths.feedbackResults(at))
    match(wordsOn((await organiser.get(paths.feedbackResults(at))).text), /Closed 1 person answered\./)
  })

  test('what few said stays hidden; the words are for organisers alone', async (t) => {
    const { as, people, day, at, give, store, by } = await theDay(t, database)
    for (const [number, actor] of day.attendees.slice(0, 7).entries())
      await give(actor, {
        useful: number < 6 ? 'very' : 'not',
        again: 'yes',
        takeHome: `Words ${number}`,
        team: 'brent',
        ...(number < 2 && { different: `Private ${number}` }),
      })
    orThrow(await store.dispatch(closeFeedback, at, by))
    const text = async (visitor: { get(url: string): Promise<{ text: string }> }) =>
      wordsOn((await visitor.get(paths.feedbackResults(at))).text)
    const organiser = await text(await as(people.organiser))
    match(organiser, /Very useful Not shown .* Not useful at all Not shown/)
    match(organiser, /Would you come again\? 7 answered Yes 7 Maybe 0 No 0/)
    match(organiser, /Brent Very useful Harrow Too few to show .* Words 0 Words 1 Words 2/)
    match(organiser, /Words 6 .* Fewer than 3 people answered this/)
    equal(organiser.includes('Private'), false)
    const others = await text(await as(day.attendees[0]!))
    match(others, /Would you come again\? 7 answered Yes 7/)
    equal(others.includes('Words 0'), false)
    const { body } = await (await as(people.viewer)).json('GET', `/api/v1${paths.feedbackResults(at)}`)
    const { results } = body as { results: { chosen: Record<string, { counts: { count: unknown }[] }> } }
    deepEqual(Object.keys(results).sort(), ['answered', 'chosen'])
    deepEqual(
      results.chosen['again']!.counts.map(({ count }) => count),
      [7, 0, 0],
    )
  })

  test('on a shared device each answers with their code, and the code is asked for', async (t) => {
    const { as, day, at, visitor, store } = await theDay(t, database)
    const tablet = visitor()
    const url = paths.feedback(at)
    const refused = await tablet.submit(url, { useful: 'very' })
    equal(refused.status, 422)
    deepEqual(errorsOn(refused.text), ['Enter your personal code, or come in first'])
    const wrong = await tablet.submit(url, { useful: 'very', code: 'AAAA BBBB' })
    deepEqual(errorsOn(wrong.text), ['This code was not found. Check each letter, or ask an organiser.'])
    deepEqual(filledIn(wrong.text), { useful: 'very', code: 'AAAA BBBB' })
    for (const { id } of day.attendees.slice(0, 2)) {
      const code = personalCode(store.keyedHash, at.network, id)
      const done = await tablet.submit(url, { useful: 'very', code }, `${url}?by=code`)
      equal(done.location, `${paths.feedbackThanks(at)}?by=code`)
    }
    equal(await givenCount(store.db, at.network, at.event), 2)
    const own = await as(day.attendees[2]!)
    const other = personalCode(store.keyedHash, at.network, day.attendees[3]!.id)
    equal((await own.submit(url, { again: 'yes', code: other }, `${url}?by=code`)).status, 303)
    equal(wordsOn((await own.get(url)).text).includes('You have told us'), false)
  })

  test('only wrong codes are counted, and a right one is taken whatever was refused before', async (t) => {
    const { as, day, at, visitor, store } = await theDay(t, database)
    const url = paths.feedback(at)
    const program = async (sent: object) => {
      const body = { secret: secretOf('P'), useful: 'very', ...sent }
      return (await visitor().json('POST', `/api/v1${url}`, body)).status
    }
    for (let left = 30; left > 0; left -= 1) {
      equal(await program({}), 422)
      equal(await program({ useful: 'wrongly' }), 422)
    }
    deepEqual(await store.db.selectFrom('tallies').selectAll().execute(), [])
    for (let left = 10; left > 0; left -= 1) equal(await program({ code: 'AAAA BBBB' }), 422)
    equal(await program({ code: 'AAAA BBBB' }), 429)
    const code = personalCode(store.keyedHash, at.network, day.attendees[0]!.id)
    equal(await program({ code }), 200)
    const nurse = await as(day.attendees[1]!)
    equal((await nurse.submit(url, { useful: 'very' })).status, 303)
  })

  test('the same sent again is stored once; another form and another hand are refused', async (t) => {
    const { day, at, give, store } = await theDay(t, database)
    const [one, other] = day.attendees as [AttendeeActor, AttendeeActor]
    const twice = await Promise.all([give(one, { useful: 'very' }, 'x'), give(one, { useful: 'very' }, 'x')])
    deepEqual(twice, ['received', 'received'])
    deepEqual(
      [await give(one, { useful: 'not' }, 'x'), await give(one, { useful: 'not' }, 'y')],
      ['received', 'You have answered already, and your answers are stored. Thank you.'],
    )
    equal(
      await give(other, { useful: 'not' }, 'x'),
      'This form was used by somebody else already. Open it again and answer there.',
    )
    equal(await give(other, {}, 'z'), 'Answer at least one question')
    equal(await give(other, { team: 'nowhere', useful: 'not' }, 'z'), 'Choose from the list, or leave it out')
    const rows = await store.db.selectFrom('feedback_answers').select('useful').execute()
    deepEqual(rows, [{ useful: 'not' }])
    equal(await givenCount(store.db, at.network, at.event), 1)
  })

  test('a wish to be contacted is kept apart, needs a name, and is removed for good', async (t) => {
    const { as, people, day, at, store } = await theDay(t, database)
    const nurse = await as(day.attendees[0]!)
    const url = paths.feedback(at)
    const missing = await nurse.submit(url, { useful: 'very', contact: 'yes', takeHome: 'Kept' })
    equal(missing.status, 422)
    deepEqual(errorsOn(missing.text), [
      'Enter your name, so that we know whom to ask for',
      'Enter an e-mail address or telephone number',
    ])
    deepEqual(filledIn(missing.text), { useful: 'very', contact: 'yes', takeHome: 'Kept' })
    const hidden = hiddenFieldsOf(missing.text, url)
    const asked = { useful: 'very', contact: 'yes', contactName: 'Ada', contactHow: 'Ada@Example.invalid' }
    equal((await nurse.post(url, { ...hidden, ...asked })).status, 303)
    const [contact] = await contactsOf(store.db, at.network, at.event)
    deepEqual([contact?.name, contact?.how], ['Ada', 'ada@example.invalid'])
    const viewer = await as(people.viewer)
    equal(wordsOn((await viewer.get(paths.feedbackResults(at))).text).includes('Ada'), false)
    const removal = paths.forgetContact({ ...at, contact: contact!.id })
    equal((await viewer.get(removal)).status, 403)
    const organiser = await as(people.organiser)
    deepEqual(summaryOn((await organiser.get(paths.feedbackResults(at))).text), {
      Ada: 'ada@example.invalid',
    })
    equal((await organiser.submit(removal)).status, 303)
    deepEqual(await contactsOf(store.db, at.network, at.event), [])
  })

  test('only organisers open and close it, and closed is closed', async (t) => {
    const { day, at, give, store, people, by } = await theDay(t, database, false)
    const said = async (answer: Promise<unknown>) => {
      const given = await answer
      return isRefusal(given) ? given.refused : 'done'
    }
    const [nurse] = day.attendees as [AttendeeActor]
    const mayNot = 'You may not do this here. It can be done by an organiser of the network.'
    equal(await give(nurse, { useful: 'very' }), 'The form is not open yet. Nothing was stored.')
    equal(await said(store.dispatch(openFeedback, at, { actor: people.lead })), mayNot)
    equal(await said(store.dispatch(closeFeedback, at, by)), 'The feedback form has not been opened yet.')
    equal(await said(store.dispatch(openFeedback, at, by)), 'done')
    equal(await said(store.dispatch(openFeedback, at, by)), 'done')
    equal(await said(store.dispatch(closeFeedback, at, by)), 'done')
    equal(await give(nurse, { useful: 'very' }), 'The form is closed. This came too late to be stored.')
    equal(
      await said(store.dispatch(openFeedback, at, by)),
      'The feedback form is closed, and cannot be opened again.',
    )
    equal((await resultsShown(store.db, at.network, at.event))?.answered, 0)
  })

  test('nothing that is stored says when, in which order or by whom anything was answered', async (t) => {
    const { day, at, give, store, by } = await theDay(t, database)
    for (const actor of day.attendees) await give(actor, { useful: 'very', takeHome: actor.id.slice(-4) })
    orThrow(await store.dispatch(closeFeedback, at, by))
    const keys = await store.db.selectFrom('done_keys').select('command').execute()
    equal(
      keys.some(({ command }) => command === 'feedback.giveFeedback'),
      false,
    )
    const journal = await store.db
      .selectFrom('journal')
      .select(['subject', 'actor'])
      .where('command', '=', 'feedback.giveFeedback')
      .execute()
    equal(journal.length, day.attendees.length)
    equal(
      journal.every(({ subject, actor }) => subject === '' && actor === ''),
      true,
    )
    const rows = await store.db.selectFrom('feedback_answers').selectAll().execute()
    const people = new Set(day.attendees.map(({ id }) => id))
    equal(
      rows.some((row) => Object.values(row).some((value) => people.has(String(value)))),
      false,
    )
    // Nor does what the database notes beside a row: one transaction wrote all, or rows have no place of their own.
    const noted = database === 'postgres' ? 'xmin::text' : 'rowid'
    const db = store.db as unknown as Kysely<Record<string, never>>
    for (const table of ['feedback_given', 'feedback_answers']) {
      const asked = sql`select distinct ${sql.raw(noted)} as noted from ${sql.table(table)}`
      const found = await asked.execute(db).catch(() => undefined)
      equal(found?.rows.length, database === 'postgres' ? 1 : undefined, table)
    }
  })

  test('a form that nobody closed is closed two weeks after the day', async (t) => {
    const { at, store, clock } = await theDay(t, database)
    const run = () => feedbackJobs[0]!.run(doingOf(store, feedbackJobs[0]!, store.now(), { error: () => {} }))
    clock.move(13 * 24 * 60)
    await run()
    equal((await formOf(store.db, at.network, at.event))?.closed_at, null)
    clock.move(2 * 24 * 60)
    await run()
    equal((await formOf(store.db, at.network, at.event))?.closed_at, store.now())
  })
})
