import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { states } from './shown.ts'

const mailKey = 'what-the-terminal-showed'
const database = 'sqlite'

test('The gallery shows every state to whoever started the server', async (t) => {
  const visitor = (await openHouse(t, { database, mailKey })).visitor()
  const { text } = await visitor.get('/gallery')
  const names = states.map(({ name }) => name)
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
    'two of one name',
  )
  for (const name of names) {
    assert.ok(text.includes(`src="/gallery/${name}"`), name)
    assert.ok([200, 410].includes((await visitor.get(`/gallery/${name}`)).status), name)
  }
  assert.equal((await visitor.get('/gallery/nothing')).status, 404)
})

test('Nobody else is shown it: not through a proxy, not by another name, not where no terminal has shown a key', async (t) => {
  const house = await openHouse(t, { database, mailKey })
  const proxied = await openHouse(t, { database, mailKey, environment: { TRUST_PROXY: 'loopback' } })
  const serving = await openHouse(t, { database })
  const open = await openHouse(t, { database, mailKey, environment: { HOST: '0.0.0.0' } })
  for (const url of ['/gallery', '/gallery/problem-403']) {
    for (const headers of [
      { 'x-forwarded-for': '203.0.113.9' },
      { forwarded: 'for=203.0.113.9' },
      { host: 'spread.example' },
    ] as Record<string, string>[]) {
      assert.equal((await house.visitor().get(url, headers)).status, 404)
      assert.equal((await proxied.visitor().get(url, headers)).status, 404)
    }
    for (const other of [proxied, serving, open]) assert.equal((await other.visitor().get(url)).status, 404)
  }
})

test('Only its pages may be framed, and only by pages of this site', async (t) => {
  const { app } = await openHouse(t, { database, mailKey })
  const policy = async (url: string) => {
    const { headers } = await app.server.inject({ url, headers: { host: 'localhost' } })
    return String(headers['content-security-policy']).split(';')
  }
  const usual = await policy('/')
  assert.ok(usual.includes("frame-ancestors 'none'"))
  for (const url of ['/gallery', '/gallery/problem-403']) {
    const given = await policy(url)
    assert.deepEqual(
      given.filter((one) => !usual.includes(one)),
      ["frame-ancestors 'self'", "frame-src 'self'"],
    )
    assert.deepEqual(
      usual.filter((one) => !given.includes(one)),
      ["frame-ancestors 'none'"],
    )
  }
})
