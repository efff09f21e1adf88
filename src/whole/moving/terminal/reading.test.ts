import assert from 'node:assert/strict'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { bytesOf } from './reading.ts'

test('a file is read up to a size, and refused by its size where it has one', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'spreadathon-test-'))
  t.after(() => rm(folder, { recursive: true }))
  const [small, large] = [join(folder, 'small'), join(folder, 'large')]
  await writeFile(small, 'spreadathon: 1\n')
  assert.equal(Buffer.from(await bytesOf(small)).toString(), 'spreadathon: 1\n')
  const file = await open(large, 'w')
  await file.truncate(4 * 1024 ** 4)
  await file.close()
  await assert.rejects(bytesOf(large), {
    message: `${large}: The file is larger than 64 MB, more than a network can be`,
  })
})

test(
  'what has no end is left when it has given too much',
  { skip: process.platform === 'win32' },
  async () => {
    const before = process.memoryUsage().arrayBuffers
    await assert.rejects(bytesOf('/dev/zero'), /larger than 64 MB/)
    assert.ok(process.memoryUsage().arrayBuffers - before < 200 * 1024 * 1024)
  },
)

test('what cannot be read is said in a sentence', async () => {
  await assert.rejects(bytesOf('/nowhere/at-all.yaml'), { message: 'There is no file /nowhere/at-all.yaml' })
  await assert.rejects(bytesOf(tmpdir()), { message: `${tmpdir()} is a folder` })
})
