import assert from 'node:assert/strict'
import { get, type IncomingMessage } from 'node:http'
import { test, type TestContext } from 'node:test'
import { addItem } from '../../day/programme/commands/items.ts'
import { paths } from '../../paths.ts'
import { dayOf } from '../../../test/day.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { orThrow } from '../store/store.ts'
import { revisionOf } from '../store/journal.ts'

const live = paths.eventLive({ network: 'north', event: 'day' })

/** A house on a port, with an event that has no programme yet. */
async function listening(t: TestContext) {
  const house = await openHouse(t, { database: 'sqlite' })
  const people = await peopleOf(house.store)
  await dayOf(house, people, { perTeam: 0 })
  const address = await house.app.server.listen({ port: 0, host: '127.0.0.1' })
  const add = async (title: string) => {
    const item = { network: 'north', event: 'day', kind: 'talk', title }
    orThrow(await house.store.dispatch(addItem, item, { actor: people.organiser }))
  }
  const revision = () => revisionOf(house.store.db, 'event:north/day')
  return { ...house, address, add, revision }
}

/** An open stream, read as far as a test waits for. */
async function stream(t: TestContext, url: string, headers: Record<string, string> = {}) {
  const response = await new Promise<IncomingMessage>((resolve) => get(url, { headers }, resolve))
  t.after(() => response.destroy())
  response.on('error', () => {})
  let text = ''
  response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return {
    response,
    async until(pattern: RegExp): Promise<string> {
      while (!pattern.test(text)) await new Promise((more) => response.once('data', more))
      return text
    },
    get ended() {
      return new Promise((resolve) => response.once('close', resolve))
    },
  }
}

test('A stream says at once that it works, shows what is, and then each change', async (t) => {
  const { address, add } = await listening(t)
  const { response, until } = await stream(t, `${address}${live}?parts=screen`)
  assert.equal(response.statusCode, 200)
  assert.equal(response.headers['content-type'], 'text/event-stream; charset=utf-8')
  assert.equal(response.headers['x-accel-buffering'], 'no')
  const first = await until(/event: changed/)
  assert.match(first, /^retry: 2000\n\nevent: beat\ndata: 1799744400000\n\n/)
  assert.equal(first.includes('"part":"now"'), false)
  await add('How ideas spread')
  await until(/"part":"screen".*How ideas spread/)
})

test('Whoever comes back is told when the page it has is older', async (t) => {
  const { address, add, revision } = await listening(t)
  const seen = await revision()
  const first = await stream(t, `${address}${live}?parts=none`)
  await first.until(/event: changed/)
  await add('How ideas spread')
  await first.until(new RegExp(`"revision":${seen + 1}}`))
  const back = await stream(t, `${address}${live}?parts=none`, { 'last-event-id': String(seen) })
  await back.until(new RegExp(`"revision":${seen + 1}}`))
  const begun = await stream(t, `${address}${live}?parts=none&since=${seen}`)
  await begun.until(new RegExp(`"revision":${seen + 1}}`))
})

test('The same can be asked for once, where streams do not get through', async (t) => {
  const { address, add, revision } = await listening(t)
  await add('How ideas spread')
  const answer = await fetch(`${address}${live}?parts=now,next&poll`)
  const { parts, ...rest } = (await answer.json()) as { parts: Record<string, string> }
  assert.deepEqual(rest, { revision: await revision(), now: 1799744400000 })
  assert.deepEqual(Object.keys(parts), ['now', 'next'])
  assert.match(parts['next']!, /How ideas spread/)
})

test('What is an organiser’s own part is refused to a stranger', async (t) => {
  const { address } = await listening(t)
  const answer = await fetch(`${address}${paths.deskNow({ network: 'north', event: 'day' })}`, {
    redirect: 'manual',
  })
  assert.equal(answer.status, 303)
})

test('Closing the house lets every listener go', async (t) => {
  const { address, app } = await listening(t)
  const { until, ended } = await stream(t, `${address}${live}`)
  await until(/event: changed/)
  await app.close()
  await ended
})
