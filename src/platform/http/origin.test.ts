import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from './origin.ts'

const same: readonly [string, string][] = [
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff'],
  ['2001:db8:1:2::1', '2001:0DB8:0001:0002:0:0:0:99'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
]
for (const [one, other] of same)
  test(`${one} and ${other} are one network`, () => assert.equal(networkOf(one), networkOf(other)))

const different: readonly [string, string][] = [
  ['2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['192.0.2.7', '192.0.2.8'],
]
for (const [one, other] of different)
  test(`${one} and ${other} are two networks`, () => assert.notEqual(networkOf(one), networkOf(other)))

test('what is no address stands for itself', () => assert.equal(networkOf('unix'), 'unix'))
