import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, after, test } from 'node:test'
import { crowd } from '../bench/live/rush.ts'
import { measure } from '../bench/live/rows.ts'
import { roomIn, type Room } from '../bench/live/room.ts'

/** The measurements themselves, on a room small enough for a test: that they count what there is to count. */
const folder = mkdtempSync(join(tmpdir(), 'spreadathon-bench-test-'))
let room: Room
before(async () => {
  room = await roomIn({ DATA_DIR: join(folder, 'room'), LOG_LEVEL: 'silent' }, 30)
})
after(() => rmSync(folder, { recursive: true, force: true }))

test('Every vote that was sent is acknowledged, stored, and seen by every phone', async () => {
  const load = { clients: 20, votesPerSecond: 300, votes: 30, beside: true as const }
  const { sent, acked, stored, seenP99, baseline } = await measure(load, room, folder, false)
  assert.deepEqual({ sent, acked, stored, baseline }, { sent: 30, acked: 30, stored: 30, baseline: null })
  assert.ok(Number.isFinite(seenP99))
})

test('Everyone who has opened Now sees the programme move on, and fetches what is their own', async () => {
  const came = await crowd(room, folder, { people: 15, withinMs: 200 })
  assert.equal(came.people, 15)
  assert.equal(came.unseen, 0)
  assert.ok(Number.isFinite(came.ownP99))
})
