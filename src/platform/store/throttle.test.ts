import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { command, everyone } from './command.ts'
import type { Answer, Change } from './group.ts'
import { unhurried } from './throttle.ts'

const come = command('doors.come', {
  internal: true,
  input: z.object({ door: z.string() }),
  topic: ({ door }) => `door:${door}`,
  who: everyone,
  run: async () => ({ id: 'come' }),
})

/** A writer that is done when it is told so. */
function slowly() {
  const written: (() => void)[] = []
  const write = unhurried(
    () => new Promise<Answer>((resolve) => written.push(() => resolve({ answer: { id: 'come' } }))),
  )
  const comes = (door = 'front') => write(come, { command: come.name, input: { door } } as Change)
  return { written, comes, settle: () => new Promise((resolve) => setTimeout(resolve, 20)) }
}

test('Who comes alone is written at once, and who comes meanwhile together', async () => {
  const { written, comes, settle } = slowly()
  const first = comes()
  equal(written.length, 1)
  const others = Array.from({ length: 10 }, () => comes())
  const elsewhere = comes('back')
  equal(written.length, 2)
  for (const done of written) done()
  deepEqual(await Promise.all([first, elsewhere]), [{ answer: { id: 'come' } }, { answer: { id: 'come' } }])
  await settle()
  equal(written.length, 12)
  for (const done of written) done()
  await Promise.all(others)
})

test('In a rush the next wait, and are written half a second later', async () => {
  const { written, comes, settle } = slowly()
  comes()
  for (let each = 0; each < 5; each += 1) comes()
  written[0]!()
  await settle()
  equal(written.length, 6)
  for (const done of written) done()
  await settle()
  const last = comes()
  await settle()
  equal(written.length, 6)
  await new Promise((resolve) => setTimeout(resolve, 550))
  equal(written.length, 7)
  written[6]!()
  deepEqual(await last, { answer: { id: 'come' } })
})

test('What cannot be written is said to whom it concerns, and does not stop the next', async () => {
  let away = true
  const write = unhurried(async () => {
    if (away) throw new Error('away')
    return { answer: { id: 'come' } }
  })
  const comes = () => write(come, { command: come.name, input: { door: 'front' } } as Change)
  await rejects(comes(), /away/)
  away = false
  deepEqual(await comes(), { answer: { id: 'come' } })
})
