import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { ballotOf } from '../../../test/ballot.ts'
import { openHouse } from '../../../test/house.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { attendeesOf } from '../../before/sign-ups/store.ts'
import { paths } from '../../paths.ts'

async function open(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const { network, at } = await ballotOf(house.store)
  const before = (await attendeesOf(house.store.db, network, at.event)).length
  const program = house.visitor()
  return {
    house,
    address: `/api/v1${paths.signUp({ network, event: at.event })}`,
    now: `/api/v1${paths.now({ network, event: at.event })}`,
    vote: `/api/v1${paths.vote(at)}`,
    program,
    signedUp: async () => (await attendeesOf(house.store.db, network, at.event)).length - before,
  }
}

const person = (name: string) => ({ name, team: 'brent', profession: 'Nurse' })
const under = (key: string) => ({ 'idempotency-key': key })
const key = '5f0e1111222233334444'

onBothDatabases('A program', (database) => {
  test('of a stranger that happens on the key of another is neither given what is theirs nor lost', async (t) => {
    const { address, program, signedUp } = await open(t, database)
    const send = async (name: string) => {
      const { status, body } = await program.json('POST', address, person(name), under(key))
      assert.equal(status, 200)
      return (body as { session: string }).session
    }
    const [one, two] = [await send('Device 1'), await send('Device 2')]
    assert.notEqual(one, two)
    assert.equal(await send('Device 1'), one)
    assert.deepEqual(await Promise.all([send('Device 2'), send('Device 2')]), [two, two])
    assert.equal(await signedUp(), 2)
  })

  test('is told that a key is too short or too long, and nothing is done', async (t) => {
    const { address, program, signedUp } = await open(t, database)
    for (const wrong of ['5f0e', 'k'.repeat(101)])
      assert.deepEqual(await program.json('POST', address, person('Device'), under(wrong)), {
        status: 422,
        body: {
          kind: 'rule',
          refused: 'An Idempotency-Key is a random text of 20 to 100 characters. Nothing was changed.',
        },
      })
    assert.equal(await signedUp(), 0)
  })

  test('whose session is not known is told so, and is not taken for a stranger', async (t) => {
    const { address, now, vote, program, signedUp } = await open(t, database)
    const headers = { authorization: 'Bearer nonsense' }
    const ended = {
      status: 401,
      body: {
        error: 'This session is not known here, or it has ended. Sign in again. Nothing was changed.',
        status: 401,
      },
    }
    assert.deepEqual(await program.json('GET', now, undefined, headers), ended)
    assert.deepEqual(
      await program.json('POST', vote, { choice: 'hub', secret: 'K7QJ4M2XPR9TWC3H' }, headers),
      ended,
    )
    assert.deepEqual(await program.json('POST', address, person('Device'), headers), ended)
    // The credentials that a proxy asks for are nothing to us.
    assert.equal((await program.json('GET', now, undefined, { authorization: 'Basic YTpi' })).status, 200)
    assert.equal(await signedUp(), 0)
  })

  test('that sends a cookie and no token of a form is told what is missing', async (t) => {
    const { address, program, signedUp } = await open(t, database)
    const { status, body } = await program.json('POST', address, person('Device'), { cookie: 'visitor=abc' })
    assert.equal(status, 403)
    assert.match(
      (body as { error: string }).error,
      /^A cookie came without the token of a form\. .*X-Form-Token/,
    )
    assert.equal(await signedUp(), 0)
  })

  test('is told in words what is missing or wrong, and to send JSON', async (t) => {
    const { house, address, program, signedUp } = await open(t, database)
    const { status, body } = await program.json('POST', address, { name: { first: 'Ada' }, team: 'brent' })
    assert.equal(status, 422)
    const { refused, fields } = body as { refused: string; fields: Record<string, string> }
    assert.equal(fields['name'], 'This is of the wrong kind')
    assert.match(refused, /This is of the wrong kind/)
    for (const sentence of Object.values(fields)) assert.doesNotMatch(sentence, /Invalid|expected|received/)
    const form = await house.app.server.inject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: JSON.stringify(person('Device')),
    })
    assert.equal(form.statusCode, 415)
    assert.equal(await signedUp(), 0)
  })
})
