import assert from 'node:assert/strict'
import { Duplex } from 'node:stream'
import type { Socket } from 'node:net'
import { test, type TestContext } from 'node:test'
import { html } from '../face/html.ts'
import { beatEveryMs, longestPauseMs, mostUnreadBytes, openHub, type Channel } from './hub.ts'

/** One listener's stream, in the very pieces in which it was written. */
class Listener extends Duplex {
  readonly pieces: Buffer[] = []
  reading = true
  override _write(piece: Buffer, _encoding: string, done: () => void) {
    this.pieces.push(piece)
    if (this.reading) done()
  }
  override _read() {}
  setNoDelay() {}
  setTimeout() {}
  destroySoon() {
    this.destroy()
  }
  get socket(): Socket {
    return this as unknown as Socket
  }
  /** The events after the answer's head, without the first word about reconnecting. */
  get events(): string[] {
    const text = Buffer.concat(this.pieces).toString().split('\r\n\r\n')[1] ?? ''
    return text
      .split('\n\n')
      .filter((one) => one.includes('event:'))
      .map((one) => /event: (\w+)/.exec(one)![1]! + (/"html":"([^"]*)"/.exec(one)?.[1] ?? ''))
  }
}

/** A topic whose words and revision the test decides. */
class Topic implements Channel {
  topic = 'event:n/e'
  at = 1
  words = 'one'
  rendered = 0
  isThere = true
  async there() {
    return this.isThere && this.at > 0
  }
  async revision() {
    return this.at
  }
  async render() {
    this.rendered += 1
    return { now: html`${this.words}` }
  }
  change(words: string): { topic: string; revision: number }[] {
    this.words = words
    this.at += 1
    return [{ topic: this.topic, revision: this.at }]
  }
}

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((done) => setImmediate(done))
}

function opened(t: TestContext, now?: () => number) {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })
  const errors: unknown[] = []
  const hub = openHub((error) => errors.push(error), now)
  t.after(() => hub.close())
  const topic = new Topic()
  return {
    hub,
    topic,
    errors,
    async joins(since?: number) {
      const listener = new Listener()
      hub.join('key', topic, listener.socket, since)
      await settled()
      return listener
    },
    async pass(ms: number) {
      t.mock.timers.tick(ms)
      await settled()
    },
  }
}

test('Whoever comes is shown what is, and the next without rendering it again', async (t) => {
  const { joins, topic } = opened(t)
  assert.deepEqual((await joins()).events, ['beat', 'partone', 'changed'])
  assert.deepEqual((await joins()).events, ['beat', 'partone'])
  assert.equal(topic.rendered, 1)
})

test('Whoever comes back with an older page is told that it is older', async (t) => {
  const { joins, topic } = opened(t)
  await joins()
  assert.deepEqual((await joins(topic.at - 1)).events, ['beat', 'partone', 'changed'])
  assert.deepEqual((await joins(topic.at)).events, ['beat', 'partone'])
})

test('The first change of a quiet topic goes out at once; a burst after it is one message', async (t) => {
  const { hub, joins, topic, pass } = opened(t)
  const listener = await joins()
  await pass(longestPauseMs)
  listener.pieces.length = 0
  hub.changed(topic.change('two'))
  await settled()
  const sent = () =>
    Buffer.concat(listener.pieces)
      .toString()
      .match(/"html":"\w+"/g)
  assert.deepEqual(sent(), ['"html":"two"'])
  for (const words of ['three', 'four', 'five']) hub.changed(topic.change(words))
  await settled()
  assert.deepEqual(sent(), ['"html":"two"'])
  await pass(longestPauseMs)
  assert.deepEqual(sent(), ['"html":"two"', '"html":"five"'])
})

test('A fragment that stayed the same is not sent again, but the change is told', async (t) => {
  const { hub, joins, topic, pass } = opened(t)
  const listener = await joins()
  await pass(longestPauseMs)
  hub.changed(topic.change('one'))
  await settled()
  assert.deepEqual(listener.events, ['beat', 'partone', 'changed', 'changed'])
})

test('Where a part tells whom a change concerns, a change that shows in none is not told', async (t) => {
  const { hub, joins, topic, pass } = opened(t)
  Object.assign(topic, { quiet: true })
  const listener = await joins()
  await pass(longestPauseMs)
  hub.changed(topic.change('one'))
  await settled()
  await pass(longestPauseMs)
  hub.changed(topic.change('two'))
  await settled()
  assert.deepEqual(listener.events, ['beat', 'partone', 'changed', 'parttwo', 'changed'])
})

test('What is taken away with its topic is told, and its streams end', async (t) => {
  const { hub, joins, topic, pass } = opened(t)
  const listener = await joins()
  await pass(longestPauseMs)
  topic.at = 0
  hub.changed([{ topic: topic.topic, revision: 0 }])
  await settled()
  assert.deepEqual(listener.events, ['beat', 'partone', 'changed', 'gone'])
  assert.equal(listener.writableEnded, true)
})

test('What is taken away alone is told by its topic, and its streams end', async (t) => {
  const { hub, joins, topic, pass } = opened(t)
  const listener = await joins()
  await pass(longestPauseMs)
  topic.isThere = false
  hub.changed(topic.change('two'))
  await settled()
  assert.deepEqual(listener.events, ['beat', 'partone', 'changed', 'gone'])
  assert.equal(listener.writableEnded, true)
})

test('Changes of another topic are none of its business', async (t) => {
  const { hub, joins, topic, pass } = opened(t)
  await joins()
  await pass(longestPauseMs)
  hub.changed([{ topic: 'event:n/other', revision: 7 }])
  await settled()
  assert.equal(topic.rendered, 1)
})

test('Everyone is written one and the same Buffer', async (t) => {
  const { hub, joins, topic, pass } = opened(t)
  const listeners = [await joins(), await joins(), await joins()]
  await pass(longestPauseMs)
  hub.changed(topic.change('two'))
  await settled()
  const last = new Set(listeners.map((one) => one.pieces.at(-1)))
  assert.equal(last.size, 1)
  assert.match(String([...last][0]), /"html":"two"/)
})

test('A listener who does not read is dropped, and the others are served', async (t) => {
  const { hub, joins, topic, pass } = opened(t)
  const [slow, quick] = [await joins(), await joins()]
  slow.reading = false
  for (const letter of ['a', 'b', 'c']) {
    await pass(longestPauseMs)
    hub.changed(topic.change(letter.repeat(mostUnreadBytes)))
    await settled()
  }
  assert.equal(slow.destroyed, true)
  assert.equal(hub.listeners, 1)
  assert.equal(quick.events.at(-2), `part${'c'.repeat(mostUnreadBytes)}`)
})

test('A heartbeat is seen by every page, and heals a notice that was lost', async (t) => {
  const { joins, topic, pass } = opened(t)
  const listener = await joins()
  topic.change('two')
  await pass(beatEveryMs)
  assert.deepEqual(listener.events, ['beat', 'partone', 'changed', 'beat', 'parttwo', 'changed'])
})

test('What time alone changes is made anew once a minute, and sent only where it differs', async (t) => {
  let now = Date.parse('2027-01-12T09:00:00Z')
  const { topic, joins, pass } = opened(t, () => now)
  const beat = async () => {
    now += beatEveryMs
    await pass(beatEveryMs)
  }
  const minute = async () => {
    for (let beats = 0; beats < 4; beats += 1) await beat()
  }
  Object.assign(topic, { byTheMinute: true })
  const listener = await joins()
  const rendered = topic.rendered
  for (let beats = 0; beats < 3; beats += 1) await beat()
  assert.equal(topic.rendered, rendered)
  await beat()
  assert.equal(topic.rendered, rendered + 1)
  topic.words = 'ten past nine'
  await minute()
  assert.equal(topic.rendered, rendered + 2)
  const told = listener.events.filter((event) => event !== 'beat')
  assert.deepEqual(told, ['partone', 'changed', 'partten past nine', 'changed'])
})

test('What could not be made is tried again soon by itself, and complained of once', async (t) => {
  const { hub, joins, topic, pass, errors } = opened(t)
  const { render, revision } = topic
  const listener = await joins()
  await pass(longestPauseMs)
  topic.revision = () => Promise.reject(new Error('no'))
  topic.render = topic.revision as never
  hub.changed(topic.change('two'))
  for (let second = 0; second < 5; second += 1) await pass(1000)
  assert.deepEqual(listener.events, ['beat', 'partone', 'changed'])
  assert.equal(errors.length, 1)
  Object.assign(topic, { render, revision })
  for (let second = 0; second < 2; second += 1) await pass(1000)
  assert.deepEqual(listener.events, ['beat', 'partone', 'changed', 'parttwo', 'changed'])
})

test('Whoever leaves is forgotten, and a channel without listeners costs nothing', async (t) => {
  const { hub, joins, topic, pass } = opened(t)
  const listener = await joins()
  listener.destroy()
  await settled()
  assert.equal(hub.listeners, 0)
  hub.changed(topic.change('two'))
  await pass(longestPauseMs)
  assert.equal(topic.rendered, 1)
  assert.deepEqual((await joins()).events, ['beat', 'parttwo', 'changed'])
})

test('A closed hub lets everyone go and takes nobody', async (t) => {
  const { hub, joins } = opened(t)
  const listener = await joins()
  hub.close()
  assert.equal(listener.destroyed, true)
  assert.equal((await joins()).destroyed, true)
})
