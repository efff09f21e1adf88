import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settle } from './settling.ts'

test('What starting needed is let go once, a while after; without the means nothing is done', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const before = globalThis.gc
  t.after(() => {
    globalThis.gc = before
  })
  globalThis.gc = undefined
  settle()
  t.mock.timers.tick(60_000)

  let collected = 0
  globalThis.gc = (() => void (collected += 1)) as unknown as NonNullable<typeof globalThis.gc>
  settle()
  t.mock.timers.tick(1000)
  assert.equal(collected, 0)
  t.mock.timers.tick(60_000)
  assert.equal(collected, 1)
})
