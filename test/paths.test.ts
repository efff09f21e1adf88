import { test } from 'node:test'
import assert from 'node:assert/strict'
import { commands } from '../src/commands.ts'
import { moved, paths } from '../src/paths.ts'
import { leadOn } from '../src/platform/http/moved.ts'
import { openHouse } from './house.ts'

const patterns = Object.values(paths).map((path) => path.pattern)

/** Every address there has ever been. One that goes away must be named in `moved`, with where it leads now. */
test('No address is lost', (t) => {
  const listed = Object.entries(paths).map(([name, path]) => `${name}  ${path.pattern}`)
  t.assert.snapshot(listed.sort(), { serializers: [(value: unknown) => (value as string[]).join('\n')] })
})

test('No two names have the same address', () => {
  assert.equal(new Set(patterns).size, patterns.length)
})

test('What has moved leads to an address that is there', () => {
  for (const target of Object.values(moved)) assert.ok(patterns.includes(target as never), target)
})

test('What is sent to an address that has moved is taken where it is now', async (t) => {
  const { app } = await openHouse(t, { database: 'sqlite' })
  const leadsTo = leadOn(moved)
  const post = async (url: string) => (await app.server.inject({ method: 'POST', url })).statusCode
  const fill = (pattern: string) => pattern.replaceAll(/:(\w+)/g, 'a%20$1')
  for (const [from, to] of Object.entries(moved)) {
    assert.ok(!patterns.includes(from as never), from)
    for (const api of ['', '/api/v1']) {
      assert.equal(leadsTo(`${api}${fill(from)}?page=2`), `${api}${fill(to)}?page=2`)
      assert.equal(leadsTo(`${api}${fill(from)}/more`), `${api}${fill(from)}/more`)
      assert.notEqual(await post(api + fill(from)), 404, from)
      assert.equal(await post(api + fill(from)), await post(api + fill(to)), from)
    }
    assert.equal(await post(`${fill(from)}/more`), 404)
  }
})

test('What is taken away or back lies at …/removal, what is put back at …/restoration, without a flag', () => {
  const addresses: string[] = patterns
  const teach =
    'An act (…/arrival) is taken back at …/arrival/removal; what …/removal took away is put back at …/restoration. Each has a command and words of its own.'
  const others = addresses.filter((one) => /\/(undo|return|again|back|(removal|restoration)\/.*)$/.test(one))
  assert.deepEqual(others, [], teach)
  const alone = addresses
    .filter((one) => one.endsWith('/restoration') && !one.endsWith('/removed/:removed/restoration'))
    .filter((one) => !addresses.includes(one.replace(/restoration$/, 'removal')))
  assert.deepEqual(alone, [], teach)
  const flagged = [...commands.values()].filter(
    ({ input }) => 'shape' in input && 'undo' in Object(input.shape),
  )
  assert.deepEqual(
    flagged.map(({ name }) => name),
    [],
    teach,
  )
})

test('Nouns are written so that they cannot change the address', () => {
  assert.equal(paths.team({ network: 'a/b', team: '../x?y' }), '/networks/a%2Fb/teams/..%2Fx%3Fy')
})
