import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Store } from '../store/store.ts'
import { Unavailable } from '../store/writer.ts'
import { every, startJobs } from './scheduler.ts'

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('That the store is away is said once for each job, and again only when it was back between', async (t) => {
  const said: string[] = []
  const log = { error: (_facts: object, message: string) => void said.push(message) }
  const store = { now: () => new Date().toISOString() } as Store
  const outcomes = ['away', 'away', 'there', 'away', 'mistake', 'mistake']
  let ran = 0
  const job = every(3600, 'job', async () => {
    const outcome = outcomes[ran]
    ran += 1
    if (outcome === 'away') throw new Unavailable()
    if (outcome === 'mistake') throw new Error('a bug on purpose')
  })
  const jobs = startJobs(store, [job], log)
  t.after(() => jobs.stop(() => {}))
  const saidAfter: number[] = []
  for (let times = 1; times <= outcomes.length; times += 1) {
    jobs.wake('job')
    await until(() => ran === times)
    await new Promise((resolve) => setImmediate(resolve))
    saidAfter.push(said.length)
  }
  assert.deepEqual(saidAfter, [1, 1, 1, 2, 3, 4])
})
