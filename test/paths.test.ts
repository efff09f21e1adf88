import { test } from 'node:test'
import assert from 'node:assert/strict'
import { moved, paths } from '../src/paths.ts'

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

test('Nouns are written so that they cannot change the address', () => {
  assert.equal(paths.team({ network: 'a/b', team: '../x?y' }), '/networks/a%2Fb/teams/..%2Fx%3Fy')
})
