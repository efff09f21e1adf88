import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Db } from './database.ts'
import { batchLoader } from './batch-loader.ts'

const db = {} as Db

/** Answers each reading when it is told to. */
function reader() {
  const asked: string[][] = []
  const answers: ((error?: Error) => void)[] = []
  const read = batchLoader<string>(async (_db, keys) => {
    asked.push(keys)
    await new Promise<void>((resolve, reject) => answers.push((error) => (error ? reject(error) : resolve())))
    return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `row of ${key}`]))
  })
  return { read: (key: string) => read(db, key), asked, answers }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('One question goes at once; those who come meanwhile go together with the next', async () => {
  const { read, asked, answers } = reader()
  const first = read('a')
  await turn()
  const rest = ['b', 'c', 'b', 'nobody'].map(read)
  await turn()
  assert.deepEqual(asked, [['a']])
  answers[0]!()
  assert.equal(await first, 'row of a')
  await turn()
  assert.deepEqual(asked, [['a'], ['b', 'c', 'nobody']])
  answers[1]!()
  assert.deepEqual(await Promise.all(rest), ['row of b', 'row of c', 'row of b', undefined])
})

test('What was read is not kept: who asks later is told what is by then', async () => {
  const { read, asked, answers } = reader()
  const first = read('a')
  await turn()
  answers[0]!()
  await first
  void read('a')
  await turn()
  assert.deepEqual(asked, [['a'], ['a']])
})

test('A reading that fails fails for those who asked in it, and for nobody after them', async () => {
  const { read, answers } = reader()
  const [first, same] = [read('a'), read('a')]
  await turn()
  const next = read('b')
  answers[0]!(new Error('The line is cut'))
  await assert.rejects(first, /cut/)
  await assert.rejects(same, /cut/)
  await turn()
  answers[1]!()
  assert.equal(await next, 'row of b')
})
