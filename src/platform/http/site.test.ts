import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import Fastify from 'fastify'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { cutOff, type Database } from '../../../test/stores.ts'
import { hiddenFieldsOf, wordsOn } from '../../../test/visitor.ts'
import { startNetwork } from '../../before/networks/commands.ts'
import { networkById, teamsOf } from '../../before/networks/store/networks.ts'
import { paths } from '../../paths.ts'
import { revisionOf } from '../store/journal.ts'
import { orThrow } from '../store/store.ts'
import { declared } from './declared-access.ts'

const form = 'application/x-www-form-urlencoded'

async function open(t: TestContext, database: Database = 'sqlite') {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const organiser = await house.as(people.organiser)
  return { house, people, organiser, address: paths.newTeam({ network: people.network }) }
}

const network = {
  name: 'North',
  teamNoun: 'team',
  teamNounPlural: 'teams',
  boardName: 'Board',
  qiTeamName: 'QI team',
}

test('The program refuses an address that does not say who may use it', () => {
  const server = Fastify()
  declared(server)
  assert.throws(() => server.get('/secret', async () => 'x'), /does not say who may use it/)
})

test('Pages run no inline script or style but the one that is allowed by its hash, and load nothing from elsewhere', async (t) => {
  const { house } = await open(t)
  const { headers, text } = await house.visitor().get('/')
  const policy = String(headers['content-security-policy'])
  assert.match(policy, /^default-src 'none';script-src 'self' 'sha256-[^']+';style-src 'self';/)
  assert.doesNotMatch(policy, /unsafe|https?:|\*/)
  assert.doesNotMatch(text, /\sstyle="|\son\w+="|<style/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['referrer-policy'], 'same-origin')
  assert.equal(headers['cache-control'], 'no-store')
  assert.ok(headers['x-request-id'])
})

test('A form sent from another site is refused, and what was typed is kept', async (t) => {
  const { house, people, organiser, address } = await open(t)
  const hidden = hiddenFieldsOf((await organiser.get(address)).text, address)
  const before = await revisionOf(house.store.db, `network:${people.network}`)
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of elsewhere) {
    const answer = await organiser.post(address, { ...hidden, name: 'Westminster' }, headers)
    assert.equal(answer.status, 403)
    assert.match(answer.text, /value="Westminster"/)
  }
  assert.equal(await revisionOf(house.store.db, `network:${people.network}`), before)
})

test('A form without its token, or with another visitor’s, is refused', async (t) => {
  const { house, people, organiser, address } = await open(t)
  const other = await house.as(people.organiser)
  const theirs = hiddenFieldsOf((await other.get(address)).text, address)
  await organiser.get(address)
  for (const token of ['', 'x.y', theirs['_token']!]) {
    assert.equal((await organiser.post(address, { ['_token']: token, name: 'Westminster' })).status, 403)
  }
  assert.equal((await teamsOf(house.store.db, people.network)).length, 3)
})

test('A button without its token says that the page was too old, and nothing of roles', async (t) => {
  const { organiser } = await open(t)
  const { status, text } = await organiser.post(paths.holdEvent({ network: 'north', event: 'day' }))
  assert.equal(status, 403)
  assert.match(wordsOn(text), /Send it again This page had been open for too long/)
  assert.doesNotMatch(text, /Your role here/)
})

test('JSON that a browser sends with its cookies needs the form’s token as well', async (t) => {
  const { house, people, organiser, address } = await open(t)
  const cookie = organiser.cookies
  const payload = { name: 'Westminster' }
  const url = `/api/v1${address}`
  const refused = await house.app.server.inject({ method: 'POST', url, headers: { cookie }, payload })
  assert.equal(refused.statusCode, 403)
  assert.equal((await teamsOf(house.store.db, people.network)).length, 3)
  const answer = await organiser.json('POST', url, payload)
  assert.deepEqual([answer.status, answer.body], [200, { id: 'westminster' }])
})

test('The same form sent twice is done once', async (t) => {
  const { house, people, organiser, address } = await open(t)
  const hidden = hiddenFieldsOf((await organiser.get(address)).text, address)
  const sent = await Promise.all(
    [1, 2].map(() => organiser.post(address, { ...hidden, name: 'Westminster' })),
  )
  assert.deepEqual(
    sent.map((one) => one.status),
    [303, 303],
  )
  assert.equal((await teamsOf(house.store.db, people.network)).length, 4)
})

test('What is sent from a page that was gone back to is not taken for what was sent before', async (t) => {
  const { house, people, organiser, address } = await open(t)
  const hidden = hiddenFieldsOf((await organiser.get(address)).text, address)
  const sent: number[] = []
  for (const name of ['Westminster', 'Westminster', 'Camden', 'Westminster'])
    sent.push((await organiser.post(address, { ...hidden, name })).status)
  // Sent twice it is done once; after another it is meant anew, and there is one of that name already.
  assert.deepEqual(sent, [303, 303, 303, 422])
  const names = (await teamsOf(house.store.db, people.network)).map(({ name }) => name)
  assert.deepEqual(names.filter((name) => ['Camden', 'Westminster'].includes(name)).sort(), [
    'Camden',
    'Westminster',
  ])
  // Another form, that came with the same page.
  const other = paths.editNetwork({ network: people.network })
  const renamed = { ...network, name: 'East' }
  assert.equal((await organiser.submit(other, { ...renamed, _key: hidden['_key']! })).status, 303)
  assert.equal((await networkById(house.store.db, people.network))?.name, 'East')
})

test('What is wrong is said at the top and at the field, and what was typed is kept', async (t) => {
  const { organiser, address } = await open(t)
  const answer = await organiser.submit(address, { name: 'x'.repeat(81) })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /<title>Error: /)
  assert.match(answer.text, /<a href="#name">Enter the name, in 80 characters or fewer<\/a>/)
  assert.match(answer.text, new RegExp(`value="${'x'.repeat(81)}"`))
})

test('An NHS number is asked about, kept in the form, and stored when confirmed', async (t) => {
  const { house, people, organiser } = await open(t)
  const address = paths.editNetwork({ network: people.network })
  const typed = { ...network, about: 'Ring 943 476 5919' }
  const asked = await organiser.submit(address, typed)
  assert.equal(asked.status, 422)
  assert.match(wordsOn(asked.text), /This looks like an NHS number \(943 476 …\)/)
  assert.match(asked.text, /name="notIdentifiers"/)
  assert.match(asked.text, /Ring 943 476 5919/)
  const hidden = hiddenFieldsOf(asked.text, address)
  assert.equal((await organiser.post(address, { ...hidden, ...typed, notIdentifiers: 'yes' })).status, 303)
  assert.equal((await networkById(house.store.db, people.network))?.about, 'Ring 943 476 5919')
})

test('A body that is too large is refused with a sentence', async (t) => {
  const { house, organiser, address } = await open(t)
  const answer = await organiser.post(address, { name: 'x'.repeat(300_000) })
  assert.equal(answer.status, 413)
  assert.match(wordsOn(answer.text), /That is too much to send at once Nothing was changed/)
  const json = await house.app.server.inject({
    method: 'POST',
    url: `/api/v1${address}`,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ name: 'x'.repeat(300_000) }),
  })
  assert.equal(json.statusCode, 413)
  assert.equal(json.json().status, 413)
})

test('What cannot be read is refused with a sentence, as a page or as JSON', async (t) => {
  const { house } = await open(t)
  const send = (headers: Record<string, string>, payload: string) =>
    house.app.server.inject({ method: 'POST', url: '/api/v1/networks/new', headers, payload })
  assert.equal((await send({ 'content-type': 'application/json' }, '{"name":')).statusCode, 400)
  assert.equal((await send({ 'content-type': 'text/csv' }, 'a,b')).statusCode, 415)
  assert.equal((await send({ 'content-type': form }, 'a=%')).statusCode < 500, true)
  const odd = await house.app.server.inject({ method: 'GET', url: '/networks/%E0%A4%A' })
  assert.equal(odd.statusCode, 400)
})

test('A page that is not there says what to do', async (t) => {
  const { house } = await open(t)
  const live = '/networks/north/events/nowhere/live'
  for (const url of ['/nowhere', '/networks/nowhere', '/networks/north/teams/nowhere', live]) {
    const { status, text } = await house.visitor().get(url)
    assert.equal(status, 404, url)
    assert.match(wordsOn(text), /Page not found If you typed the address, check it is correct/)
  }
})

test('While the database is away nothing is acknowledged; when it is back, the same form is done', async (t) => {
  const { house, people, organiser, address } = await open(t, 'postgres')
  const hidden = hiddenFieldsOf((await organiser.get(address)).text, address)
  await cutOff(house.at, true)
  const answer = await organiser.post(address, { ...hidden, name: 'Westminster' })
  assert.equal(answer.status, 503)
  assert.equal((await house.app.server.inject('/health')).statusCode, 503)
  assert.equal((await house.app.server.inject('/ping')).statusCode, 200)
  await cutOff(house.at, false)
  // The same form until it is taken, as somebody would press again; under its key it is done once.
  const patience = Date.now() + 20_000
  let status = 503
  while (status === 503 && Date.now() < patience) {
    status = (await organiser.post(address, { ...hidden, name: 'Westminster' })).status
  }
  assert.equal(status, 303)
  assert.equal((await teamsOf(house.store.db, people.network)).length, 4)
  assert.equal((await house.app.server.inject('/health')).statusCode, 200)
})

test('Monitors are told whether it lives, can do its work, and what it is', async (t) => {
  const { house } = await open(t)
  const ask = async (url: string) => {
    const { statusCode, body } = await house.app.server.inject(url)
    return [statusCode, body] as const
  }
  assert.deepEqual(await ask('/ping'), [200, 'pong'])
  assert.deepEqual(await ask('/health'), [
    200,
    '{"status":"UP","components":{"reading":"UP","writing":"UP"}}',
  ])
  assert.equal(JSON.parse((await ask('/info'))[1]).name, 'spreadathon')
})

test('What a program is told about a demonstration says that it is one', async (t) => {
  const { house, people } = await open(t)
  const words = { teamNoun: 'team', teamNounPlural: 'teams', boardName: 'Board', qiTeamName: 'QI team' }
  const show = { name: 'Show', kind: 'demonstration', ...words }
  orThrow(await house.store.dispatch(startNetwork, show, { actor: people.organiser }))
  const organiser = await house.as(people.organiser)
  const mark = 'Demonstration: the people and what they say here are invented'
  const answered = async (method: 'GET' | 'POST', url: string, body?: object) =>
    ((await organiser.json(method, url, body)).body as { mark?: string }).mark
  assert.equal(await answered('GET', '/api/v1/networks/show'), mark)
  assert.equal(await answered('POST', '/api/v1/networks/show/teams/new', { name: 'Brent' }), mark)
  assert.equal(await answered('GET', `/api/v1/networks/${people.network}`), undefined)
})

test('Who saves after somebody else is shown both, and saves again to replace', async (t) => {
  const { house, people, organiser } = await open(t)
  const address = paths.editTeam({ network: people.network, team: 'brent' })
  const other = await house.as(people.organiser)
  const mine = hiddenFieldsOf((await organiser.get(address)).text, address)
  const theirs = hiddenFieldsOf((await other.get(address)).text, address)
  assert.equal((await other.post(address, { ...theirs, name: 'Brent North' })).status, 303)
  const answer = await organiser.post(address, { ...mine, name: 'Brent South' })
  assert.equal(answer.status, 409)
  assert.match(wordsOn(answer.text), /Saved meanwhile: Brent North/)
  assert.match(answer.text, /value="Brent South"/)
  assert.equal((await teamsOf(house.store.db, people.network))[0]?.name, 'Brent North')
  const again = hiddenFieldsOf(answer.text, address)
  assert.equal((await organiser.post(address, { ...again, name: 'Brent South' })).status, 303)
  assert.equal((await teamsOf(house.store.db, people.network))[0]?.name, 'Brent South')
})

test('Who has been signed out meanwhile signs in beside the form and sends it again', async (t) => {
  const { house, people, organiser, address } = await open(t)
  const hidden = hiddenFieldsOf((await organiser.get(address)).text, address)
  const signedOut = house.visitor()
  const answer = await signedOut.post(address, { ...hidden, name: 'Westminster & more' })
  assert.equal(answer.status, 401)
  assert.match(wordsOn(answer.text), /what you typed is kept on this page\. .* Westminster & more/)
  const kept = hiddenFieldsOf(answer.text, address)
  assert.equal(kept['name'], 'Westminster & more')
  const back = await house.as(people.organiser)
  back.adopt(signedOut, 'visitor')
  // An old browser does not say who sends, and is shown the typed values once more.
  assert.equal((await back.post(address, kept)).status, 403)
  assert.equal((await back.post(address, kept, { 'sec-fetch-site': 'same-origin' })).status, 303)
  assert.equal((await teamsOf(house.store.db, people.network)).length, 4)
})
