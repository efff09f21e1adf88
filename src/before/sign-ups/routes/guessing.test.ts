import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anotherInstance, type House } from '../../../../test/house.ts'
import { openDay } from '../../../../test/signed-up.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { errorsOn } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { anyone } from '../../../platform/store/actor.ts'
import { tallyUp } from '../../../platform/store/tallies.ts'

const wrong = 'WRNGWRNG'

/** Sends as a program that keeps no cookie. */
async function sent({ app }: Pick<House, 'app'>, url: string, body: object, remoteAddress = '127.0.0.1') {
  const answer = await app.server.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    remoteAddress,
    payload: body,
  })
  const { refused = '' } = answer.json<{ refused?: string }>()
  return { status: answer.statusCode, refused, wait: answer.headers['retry-after'] }
}

const guess = async (house: Pick<House, 'app'>, times: number) => {
  for (let left = times; left > 0; left -= 1) await sent(house, paths.join({}), { code: wrong })
}

onBothDatabases('Guessing codes', (database) => {
  test('after thirty wrong codes from one address right codes and links work, also from the same device', async (t) => {
    const house = await openDay(t, database)
    const { visitor, nouns, named, code, link } = house
    const row = (await named('Nurse 1, Brent'))!
    const guesser = visitor()
    for (let left = 30; left > 0; left -= 1) await guesser.submit(paths.join({}), { code: wrong })
    await guess(house, 30)
    const others = visitor()
    assert.equal((await others.submit(paths.join({}), { code: code(row) })).location, paths.now(nouns))
    assert.equal((await visitor().submit(link(row), { to: 'now' })).location, paths.now(nouns))
    assert.equal((await sent(house, paths.join({}), { code: code(row) })).status, 200)
    assert.equal((await guesser.submit(paths.join({}), { code: code(row) })).location, paths.now(nouns))
    assert.equal((await visitor().submit(paths.join({}), { code: wrong })).status, 422)
  })

  test('a wrong code too many is told to wait, and for how long', async (t) => {
    const { visitor, clock } = await openDay(t, database)
    const guesser = visitor()
    for (let left = 10; left > 0; left -= 1)
      assert.equal((await guesser.submit(paths.join({}), { code: wrong })).status, 422)
    clock.move(3)
    const told = await guesser.submit(paths.join({}), { code: wrong })
    assert.deepEqual([told.status, told.headers['retry-after']], [429, '420'])
    assert.deepEqual(errorsOn(told.text), [
      'This code was not found either. Wait 7 minutes before you try others, or ask an organiser for yours: the right code works at once.',
    ])
    assert.ok(told.text.includes(`value="${wrong}"`))
    clock.move(8)
    assert.equal((await guesser.submit(paths.join({}), { code: wrong })).status, 422)
  })

  test('a limit holds over all instances and over a restart', async (t) => {
    const house = await openDay(t, database)
    const other = await anotherInstance(t, house)
    const guesser = house.visitor()
    for (let left = 10; left > 0; left -= 1) await guesser.submit(paths.join({}), { code: wrong })
    const there = other.visitor()
    there.adopt(guesser, 'visitor')
    const told = await there.submit(paths.join({}), { code: wrong })
    assert.deepEqual([told.status, told.headers['retry-after']], [429, '600'])
  })

  test('whoever goes on guessing without a cookie stops nobody but such programs, and no link', async (t) => {
    const house = await openDay(t, database)
    const other = await anotherInstance(t, house)
    const row = (await house.named('Nurse 1, Brent'))!
    const { code, link, nouns } = house
    await guess(house, 50)
    await guess(other, 50)
    const right = { code: code(row) }
    for (const here of [house, other]) {
      const stopped = await sent(here, paths.join({}), right)
      assert.deepEqual([stopped.status, stopped.wait], [429, '600'])
      assert.equal(
        stopped.refused,
        'Too many wrong codes have been sent from here, so no code is looked at for 10 minutes. Open your personal link instead: it works at all times.',
      )
      assert.equal((await sent(here, link(row), {})).status, 200)
      assert.equal((await here.visitor().submit(paths.join({}), right)).location, paths.now(nouns))
      assert.equal((await sent(here, paths.join({}), right, '10.1.2.3')).status, 200)
    }
  })

  test('a new cookie for each guess stops at the limit of the address; links and other addresses go on', async (t) => {
    const { visitor, store, nouns, named, code, link } = await openDay(t, database)
    const row = (await named('Nurse 1, Brent'))!
    const first = visitor()
    await first.submit(paths.join({}), { code: wrong })
    // As many guesses as two thousand devices would make, without making them one by one.
    const held = await store.db.selectFrom('tallies').selectAll().execute()
    const address = held.find(({ key }) => key.startsWith('wrong codes of an address:'))!
    const limit = { name: address.key.split(':')[0]!, most: 1, seconds: 3600 }
    const counted = [{ limit, of: address.key.split(':')[1]! }]
    await store.dispatch(tallyUp, { counted, times: 1999 }, { actor: anyone })
    const stopped = await visitor().submit(paths.join({}), { code: code(row) })
    assert.deepEqual([stopped.status, stopped.headers['retry-after']], [429, '3600'])
    assert.deepEqual(errorsOn(stopped.text), [
      'Too many wrong codes have been sent from here, so no code is looked at for an hour. Open your personal link instead: it works at all times.',
    ])
    assert.equal((await visitor().submit(link(row), { to: 'now' })).location, paths.now(nouns))
  })

  test('a right code writes nothing beside what it changes', async (t) => {
    const { visitor, store, named, code } = await openDay(t, database)
    const row = (await named('Nurse 1, Brent'))!
    await visitor().submit(paths.join({}), { code: code(row) })
    assert.deepEqual(await store.db.selectFrom('tallies').selectAll().execute(), [])
  })
})
