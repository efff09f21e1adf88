import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anotherInstance, type House } from '../../../../test/house.ts'
import { lettersOf } from '../../../../test/letters.ts'
import { confirmed, openDay } from '../../../../test/signed-up.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { errorsOn } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { forgetTallies } from '../../../platform/store/tallies.ts'
import { operator } from '../../../platform/store/actor.ts'

const victim = 'victim@example.invalid'

onBothDatabases('Letters to strangers', (database) => {
  test('thirty that are asked for with one address are five, whoever asks, with which cookie and where', async (t) => {
    const house = await openDay(t, database)
    const other = await anotherInstance(t, house)
    const { nouns, letters, clock, all } = house
    const statuses: number[] = []
    for (let time = 0; time < 15; time += 1)
      for (const { visitor } of [house, other]) {
        const sent = { ...confirmed, name: `Buy ${time}`, email: victim.toUpperCase() }
        statuses.push((await visitor().submit(paths.signUp(nouns), sent)).status)
        statuses.push((await visitor().submit(paths.signUpLetter(nouns), { email: victim })).status)
      }
    assert.deepEqual([statuses.filter((one) => one === 303).length, statuses.at(-1)], [5, 429])
    assert.equal((await letters()).length, 5)
    clock.move(20)
    const refused = await house.visitor().submit(paths.signUp(nouns), { ...confirmed, email: victim })
    assert.deepEqual([refused.status, refused.headers['retry-after']], [429, '2400'])
    assert.deepEqual(errorsOn(refused.text), [
      '5 e-mails were asked for with this address in the last hour. Use the newest of them, or ask again in 40 minutes. Or sign up without an e-mail address: you are given a code at once.',
    ])
    assert.ok(refused.text.includes(`value="${victim}"`))
    const without = await other.visitor().submit(paths.signUp(nouns), { ...confirmed, email: '' })
    assert.equal(without.status, 303)
    assert.equal((await all()).at(-1)?.email ?? null, null)
  })

  test('a day of asking is twelve letters, and then it begins anew', async (t) => {
    const { visitor, nouns, letters, clock } = await openDay(t, database)
    const ask = async () =>
      (await visitor().submit(paths.signUpLetter(nouns), { email: 'nurse@example.invalid' })).status
    const counted: number[] = []
    for (let hour = 0; hour < 4; hour += 1) {
      for (let time = 0; time < 6; time += 1) counted.push(await ask())
      clock.move(61)
    }
    assert.equal(counted.filter((one) => one === 303).length, 12)
    clock.move(24 * 60)
    assert.equal(await ask(), 303)
    assert.deepEqual(await letters(), [], 'nobody has signed up with it, and is answered the same')
  })

  test('one device asks for sixty an hour; a program without a cookie too, and others go on', async (t) => {
    const { visitor, nouns, app } = await openDay(t, database)
    const url = paths.signUpLetter(nouns)
    const one = visitor()
    const statuses: number[] = []
    for (let time = 0; time < 61; time += 1)
      statuses.push((await one.submit(url, { email: `someone.${time}@example.invalid` })).status)
    assert.deepEqual([statuses.filter((status) => status === 303).length, statuses.at(-1)], [60, 429])
    const program = async (number: number) => {
      const payload = { email: `somebody.${number}@example.invalid` }
      return app.server.inject({ method: 'POST', url: `/api/v1${url}`, payload })
    }
    for (let time = 0; time < 60; time += 1) assert.equal((await program(time)).statusCode, 200)
    const refused = await program(60)
    assert.deepEqual([refused.statusCode, refused.headers['retry-after']], [429, '3600'])
    assert.equal(
      refused.json<{ refused: string }>().refused,
      'Too many e-mails have been asked for from here. Ask again in an hour.',
    )
    assert.equal((await visitor().submit(url, { email: 'another@example.invalid' })).status, 303)
  })

  test('a sign-up whose address is changed to that of strangers writes to as few', async (t) => {
    const { as, day, nouns, letters } = await openDay(t, database)
    const browser = await as(day.attendees[0]!)
    const change = (email: string) =>
      browser.submit(paths.editMySignUp(nouns), { ...confirmed, email, livedExperience: 'none' })
    for (let time = 0; time < 5; time += 1) {
      assert.equal((await change(victim)).status, 303)
      assert.equal((await change('')).status, 303)
    }
    assert.equal((await change(victim)).status, 429)
    assert.equal((await letters()).length, 5)
  })

  test('what an organiser does is never stopped: a letter too many waits, and tells the newest once', async (t) => {
    const house = await openDay(t, database)
    const { as, people, nouns, named, store, clock, visitor } = house
    await visitor().submit(paths.signUp(nouns), { ...confirmed, email: victim })
    const nurse = { ...nouns, attendee: (await named(confirmed.name))!.id }
    const organiser = await as(people.organiser)
    for (let time = 0; time < 4; time += 1) {
      assert.equal((await organiser.submit(paths.attendeeCancellation(nurse))).status, 303)
      assert.equal(
        (await organiser.submit(paths.attendeeCancellationRemoval(nurse), {}, paths.attendee(nurse))).status,
        303,
      )
    }
    const rows = await store.db.selectFrom('outbox').select(['kind', 'due_at']).execute()
    const later = rows.filter(({ due_at }) => due_at > store.now())
    // One was asked for, five are told at once, and of three more one of each kind waits.
    assert.equal(rows.length, 8)
    assert.deepEqual(later.map(({ kind }) => kind).sort(), ['sign-ups.cancelled', 'sign-ups.confirmed'])
    assert.ok(later.every(({ due_at }) => due_at === '2027-01-12T10:00:00.000Z'))
    clock.move(61)
    assert.equal((await organiser.submit(paths.attendeeCancellation(nurse))).status, 303)
  })

  test('a name in a letter is short and holds no link', async (t) => {
    const house = await openDay(t, database)
    const name = `Free money at https://evil.example/x or evil.example ${'and more '.repeat(8)}`.slice(0, 120)
    await house.visitor().submit(paths.signUp(house.nouns), { ...confirmed, name })
    const [letter] = await written(house)
    assert.equal(letter!.text.split('\n')[0], 'Hello Free money at or and more and more and more and m…')
    for (const text of [letter!.text, letter!.html, letter!.subject]) assert.doesNotMatch(text, /evil/)
  })

  test('what was counted is forgotten when it has ended, and names nobody', async (t) => {
    const { visitor, nouns, store, clock } = await openDay(t, database)
    await visitor().submit(paths.signUpLetter(nouns), { email: victim })
    const tallies = () => store.db.selectFrom('tallies').selectAll().execute()
    const rows = await tallies()
    assert.equal(rows.length, 4)
    assert.doesNotMatch(JSON.stringify(rows), /victim|127\.0|::1/)
    clock.move(61)
    await store.dispatch(forgetTallies, {}, { actor: operator })
    assert.deepEqual(
      (await tallies()).map(({ key }) => key.split(':')[0]),
      ['sign-up letters in 24 hours'],
    )
  })
})

const written = async (house: Pick<House, 'store'>) =>
  (await lettersOf(house)).filter(({ kind }) => kind === 'sign-ups.confirmed')
