import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { paths } from '../../paths.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { wordsOn } from '../../../test/visitor.ts'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

onBothDatabases('The door', (database) => {
  const open = async (t: TestContext) => {
    const house = await openHouse(t, { database })
    const { network, organiser } = await peopleOf(house.store)
    return { house, network, organiser }
  }

  test('an address that holds NUL, or cannot be read, is refused in words, and one that is too long is not there', async (t) => {
    const { house } = await open(t)
    const expected: [string, number][] = [
      ['/networks/%00', 400],
      ['/join/AB%00CD', 400],
      ['/networks/north?q=%00', 400],
      ['/networks/%zz', 400],
      [`/networks/${'x'.repeat(400)}`, 404],
    ]
    for (const [url, status] of expected) {
      const page = await house.visitor().get(url)
      assert.equal(page.status, status, url)
      assert.match(wordsOn(page.text), status === 400 ? /could not be understood/ : /not found/, url)
      assert.ok(page.headers['content-security-policy'], url)
      const told = await house.visitor().json('GET', `/api/v1${url}`)
      assert.equal(told.status, status, url)
      assert.deepEqual(Object.keys(told.body as object), ['error', 'status'])
    }
  })

  test('NUL anywhere in what a program or a form sends is taken out, also from names', async (t) => {
    const { house, network, organiser } = await open(t)
    const program = await house.as(organiser)
    const url = `/api/v1${paths.newTeam({ network })}`
    const key = { 'idempotency-key': 'a-key-that-nobody-could-guess' }
    const sent = { name: 'West\u0000minster', 'no\u0000thing': { 'at\u0000all': ['\u0000'] } }
    assert.deepEqual(await program.json('POST', url, sent, key), { status: 200, body: { id: 'westminster' } })
    assert.match((await program.get(paths.teams({ network }))).text, /Westminster/)
  })

  test('JSON that is nested without end is refused', async (t) => {
    const { house, network, organiser } = await open(t)
    const url = `/api/v1${paths.newTeam({ network })}`
    const { cookies } = await house.as(organiser)
    const headers = {
      authorization: `Bearer ${cookies.replace('session=', '')}`,
      'content-type': 'application/json',
      'idempotency-key': 'a-key-that-nobody-could-guess',
    }
    // Written by hand: JSON.stringify does not survive it either.
    const sends = async (depth: number) => {
      const payload = `{"name":"Westminster","more":${nested(depth)}}`
      return (await house.app.server.inject({ method: 'POST', url, payload, headers })).statusCode
    }
    assert.equal(await sends(50_000), 400)
    assert.equal(await sends(5), 200)
  })

  test('a host that is none is refused, before whole addresses are made of it', async (t) => {
    const { house, network } = await open(t)
    const from = async (host: string) =>
      (await house.visitor().get(paths.network({ network }), { host })).status
    for (const host of ["' or 1=1", 'a b', 'a}&a', 'a:b', 'a:99999', '[::1', 'a/b', 'a@b', '<x>'])
      assert.equal(await from(host), 400, host)
    for (const host of ['localhost:3000', '[::1]:3000', '10.0.0.1', 'xn--bcher-kva.example', 'my_host.local'])
      assert.equal(await from(host), 200, host)
  })

  test('a vote of a network that is not there is not found', async (t) => {
    const { house } = await open(t)
    const nowhere = { network: 'nowhere', event: 'day', ballot: 'which' }
    for (const path of [paths.voteDone, paths.tabletDone, paths.ballot])
      assert.ok([303, 404].includes((await house.visitor().get(path(nowhere))).status))
    assert.equal((await house.visitor().get(paths.voteDone(nowhere))).status, 404)
  })

  test('an error page needs no database, tells nothing of it, and runs no script', async (t) => {
    const { house, organiser } = await open(t)
    const visitor = await house.as(organiser)
    await (house.store.db as unknown as { destroy(): Promise<void> }).destroy()
    const expected: [string, number, RegExp][] = [
      ['/', 503, /the service cannot reach its data/],
      ['/networks/north', 503, /the service cannot reach its data/],
      ['/nothing-here', 404, /Page not found/],
      ['/networks/north/nothing-here', 404, /Page not found/],
    ]
    for (const [url, status, says] of expected) {
      const page = await visitor.get(url)
      assert.equal(page.status, status, url)
      assert.match(String(page.headers['content-type']), /^text\/html/)
      assert.match(wordsOn(page.text), says)
      assert.doesNotMatch(page.text, /driver|destroyed|select|<script/)
      const told = await visitor.json('GET', `/api/v1${url}`)
      assert.doesNotMatch(JSON.stringify(told.body), /driver|destroyed|select/)
    }
  })
})
