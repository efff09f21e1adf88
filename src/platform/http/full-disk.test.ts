import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { hiddenFieldsOf, wordsOn } from '../../../test/visitor.ts'
import { commands, limitPages } from '../../../test/writing.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { paths } from '../../paths.ts'
import { operator } from '../store/actor.ts'
import { databaseFile } from '../store/store.ts'

const by = { actor: operator }

test('While the disk is full nothing is acknowledged and pages go on; with room, the same form is done', async (t) => {
  const house = await openHouse(t, { database: 'sqlite', commands })
  const people = await peopleOf(house.store)
  const organiser = await house.as(people.organiser)
  const { network } = people
  const address = paths.newTeam({ network })
  const hidden = hiddenFieldsOf((await organiser.get(address)).text, address)
  const health = async () => {
    const { statusCode, body } = await house.app.server.inject('/health')
    return [statusCode, JSON.parse(body).components] as const
  }
  const database = new DatabaseSync(databaseFile(house.at))
  database.exec('vacuum')
  database.close()
  await house.store.dispatch(limitPages, { most: 1 }, by)
  assert.deepEqual(await health(), [503, { reading: 'UP', writing: 'DOWN' }])
  // A few find room on pages that are there.
  let added = 0
  let last
  do {
    const key = `${hidden['_key']}${added}`
    last = { ...hidden, _key: key, name: `Westminster ${added}` }
    added += 1
  } while ((await organiser.post(address, last)).status === 303 && added < 1000)
  const refused = await organiser.post(address, last)
  assert.equal(refused.status, 503)
  assert.match(wordsOn(refused.text), /Nothing was changed\. Wait a few seconds/)
  assert.equal((await organiser.get(address)).status, 200)
  const before = (await teamsOf(house.store.db, network)).length
  await house.store.dispatch(limitPages, { most: 4_000_000_000 }, by)
  assert.deepEqual(await health(), [200, { reading: 'UP', writing: 'UP' }])
  const statuses = [await organiser.post(address, last), await organiser.post(address, last)]
  assert.deepEqual(
    statuses.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await teamsOf(house.store.db, network)).length, before + 1)
})

test('A page of the database that was lost makes it unhealthy', async (t) => {
  const house = await openHouse(t, { database: 'sqlite' })
  const health = async () => (await house.app.server.inject('/health')).json().components
  assert.deepEqual(await health(), { reading: 'UP', writing: 'UP' })
  const file = databaseFile(house.at)
  const database = new DatabaseSync(file)
  database.exec('pragma wal_checkpoint(truncate)')
  const row = database.prepare("select rootpage from sqlite_master where name = 'reviews'").get()
  database.close()
  const lost = Number(row?.['rootpage'])
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(4096), 0, 4096, (lost - 1) * 4096)
  closeSync(handle)
  assert.deepEqual(await health(), { reading: 'DOWN', writing: 'UP' })
})

const full = '/dev/full'

test('A log that the disk does not take ends nothing', { skip: !existsSync(full) }, async () => {
  const [server, config] = ['./server.ts', '../../config.ts'].map(
    (file) => new URL(file, import.meta.url).href,
  )
  const script = `
    const { makeServer } = await import('${server}')
    const { readConfig } = await import('${config}')
    const { log } = await makeServer({ config: readConfig({}), problem: async () => {} })
    log.error('one')
    await new Promise((resolve) => setTimeout(resolve, 50))
    log.error('two')`
  const words = ['--input-type=module', '--eval', script]
  const logging = spawn(process.execPath, words, { stdio: ['ignore', openSync(full, 'w'), 'pipe'] })
  let said = ''
  logging.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(logging, 'close')) as [number]
  assert.equal(code, 0, said)
})
