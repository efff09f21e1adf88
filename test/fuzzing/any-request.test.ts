// Throws requests of every kind at every address that is registered, in turn, on both databases, and finds no 5xx and
// nothing that nobody caught. FUZZ_INPUTS (3000) says how many at least, FUZZ_SEED (a new one each time) which: with the
// seed that is printed the same are thrown again. By hand, for longer: FUZZ_INPUTS=20000 npm test -- test/fuzzing
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import fc from 'fast-check'
import { membersOf } from '../../src/before/networks/store/networks.ts'
import { sessionId } from '../../src/platform/auth/sessions.ts'
import { formToken } from '../../src/platform/http/csrf.ts'
import type { Actor } from '../../src/platform/store/actor.ts'
import { everythingIn } from '../journeys/dump.ts'
import { urlOf } from '../journeys/addresses.ts'
import { openHouse, type House } from '../house.ts'
import { peopleOf } from '../people.ts'
import { sceneOf } from '../scene.ts'
import { databases, onBothDatabases, type Database } from '../stores.ts'
import { elementsOf } from '../visitor.ts'
import { formTokenLater, type Door, type Place } from './bodies.ts'
import { knocksAt, sessionOf, type Knock } from './knocks.ts'

const inputs = Number(process.env['FUZZ_INPUTS'] ?? 3000)
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
/** After so many at each address the network is made anew: some of what is thrown closes, removes and erases. */
const roundsInScene = 2
/** The number of requests at once. */
const together = 8

interface Found {
  what: string
  knock: Knock
}

/** A house with one of everything, somebody of each role in it, and whatever goes wrong there. */
async function openScene(t: TestContext, database: Database, statuses = new Map<string, number>()) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const { day, nouns } = await sceneOf(house.store, people)
  const { network, ...roles } = people
  const actors: Record<string, Actor> = {
    ...roles,
    attendee: day.of['brent']![0]!,
    otherAttendee: day.of['harrow']![0]!,
  }
  const sessions = new Map<string, string>()
  const renew = async (role: string) => {
    const actor = actors[role]
    if (actor) sessions.set(role, (await house.as(actor)).cookies.replace('session=', ''))
  }
  for (const role of Object.keys(actors)) await renew(role)
  const members = await membersOf(house.store.db, network)
  const membership = members.find((one) => one.name === 'Mo Member')!.id
  const stored = JSON.stringify(await everythingIn(house.store.db))
  const ids = [...stored.matchAll(/\\"(?:id|code|\w+_id|\w+_code)\\":\\"([^"\\]{1,200})\\"/g)].map(
    ([, id]) => id!,
  )
  const code = /\\"join_code\\":\\"([^"\\]+)/.exec(stored)?.[1]
  const place: Place = {
    nouns: { ...nouns, membership, ...(code && { code }) },
    ids: [...new Set([...ids, ...Object.values(nouns)])],
    roles: Object.keys(actors),
  }
  const organiser = await house.as(people.organiser)
  return { house, place, sessions, renew, organiser, statuses }
}

type Scene = Awaited<ReturnType<typeof openScene>>

/** Every address that is registered, with what its page asks for. */
async function doorsOf({ house, place, organiser }: Scene): Promise<Door[]> {
  const { admissions, offered } = house.app
  const asked = new Map<string, string[]>()
  for (const { method, url } of admissions) {
    if (method !== 'GET' || url.endsWith('/live')) continue
    const page = await organiser.get(urlOf(url, place.nouns))
    const named = elementsOf(page.text).filter(({ tagName }) =>
      /^(input|textarea|select|button)$/.test(tagName),
    )
    const names = named.flatMap(({ attrs }) => attrs.find(({ name }) => name === 'name')?.value ?? [])
    asked.set(url, [...new Set(names)])
  }
  const always = [
    '/ping',
    '/info',
    '/health',
    '/api/v1/openapi.json',
    '/service-worker.js',
    '/assets/face.css',
    '/',
    '/nowhere/at/all',
  ]
  return [
    ...[...admissions, ...offered].map(({ method, url, command }) => ({
      method,
      url,
      ...(command && { command }),
      asked: asked.get(url.replace('/api/v1', '')) ?? [],
    })),
    ...always.map((url) => ({ method: 'GET' as const, url, asked: [] })),
  ]
}

/** Collects uncaught and logged errors, with stacks. */
function listenTo(house: House) {
  const errors: string[] = []
  const note = (error: unknown) =>
    void errors.push(
      error instanceof Error
        ? `${error.stack} ${error.cause ? String((error.cause as Error).stack) : ''}`
        : String(error),
    )
  const { log } = house.app.server
  log.error = ((line: { err?: unknown }) => note(line.err ?? line)) as typeof log.error
  process.on('unhandledRejection', note).on('uncaughtExceptionMonitor', note)
  return {
    errors,
    stop: () => void process.off('unhandledRejection', note).off('uncaughtExceptionMonitor', note),
  }
}

/** Internals that no answer tells, whoever asks. */
const inside =
  /SQLITE_|syntax error at or near|violates [a-z-]+ constraint|invalid byte sequence|node_modules|\.ts:\d/

const cookieIn = (cookies: string, name: string): string =>
  new RegExp(`(?:^|; )${name}=([^;]*)`).exec(cookies)?.[1] ?? ''

/** Sends one request. Whoever is signed out by it, or was before, comes in again. */
async function knockAt(
  { house, sessions, renew, statuses }: Scene,
  knock: Knock,
): Promise<Found | undefined> {
  const { as, ...request } = knock
  const session = sessions.get(as) ?? ''
  const cookies = knock.headers['cookie']?.replace(sessionOf(as), () => session) ?? ''
  const [visitor = '', ownSession = ''] = ['visitor', 'session'].map((name) => cookieIn(cookies, name))
  const token = formToken(house.store.keyedHash, { visitor, session: ownSession && sessionId(ownSession) })
  const signed = (words: string) => words.replace(sessionOf(as), () => session).replace(formTokenLater, token)
  const headers = Object.fromEntries(Object.entries(knock.headers).map(([name, one]) => [name, signed(one)]))
  const payload = typeof knock.payload === 'string' ? signed(knock.payload) : knock.payload
  const answer = await house.app.server.inject({ ...request, headers, payload } as never)
  const answered = `${knock.method} ${answer.statusCode}`
  statuses.set(answered, (statuses.get(answered) ?? 0) + 1)
  if (answer.statusCode === 401 || answer.headers['set-cookie']?.includes('session=;')) await renew(as)
  if (answer.statusCode >= 500) return { what: String(answer.statusCode), knock }
  const told = inside.exec(answer.body)
  return told ? { what: `tells ${told[0]}`, knock } : undefined
}

/** One request for each door, in an order of its own. */
function roundOf(doors: Door[], place: Place, from: number): Knock[] {
  const all = fc.shuffledSubarray(doors, { minLength: doors.length })
  const [shuffled] = fc.sample(all, { numRuns: 1, seed: from })
  return shuffled!.map(
    (door, at) => fc.sample(knocksAt(door, place), { numRuns: 1, seed: (from + at) | 0 })[0]!,
  )
}

const stackOf = (error: unknown): string => String((error as Error).stack)

/** Sends all of them, a few at a time, and says what went wrong. */
async function send(scene: Scene, thrown: Knock[]): Promise<string[]> {
  const { errors, stop } = listenTo(scene.house)
  const found: string[] = []
  for (let at = 0; at < thrown.length; at += together) {
    const some = thrown.slice(at, at + together)
    const answers = await Promise.all(
      some.map((knock) => knockAt(scene, knock).catch((error: unknown) => ({ what: stackOf(error), knock }))),
    )
    for (const one of answers) if (one) found.push(JSON.stringify(one).slice(0, 1500))
    found.push(...errors.splice(0))
  }
  stop()
  return found
}

onBothDatabases('Whatever is sent to whatever address', (database) => {
  test('is answered, refused or not found', async (t) => {
    const again = `FUZZ_SEED=${seed} FUZZ_INPUTS=${inputs}`
    console.log(`${again} (${database})`)
    const answered = new Map<string, number>()
    let scene = await openScene(t, database, answered)
    const doors = await doorsOf(scene)
    const rounds = Math.ceil(inputs / databases.length / doors.length)
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0 && round % roundsInScene === 0) scene = await openScene(t, database, answered)
      const from = (seed + (2 * round + databases.indexOf(database)) * doors.length) | 0
      const found = await send(scene, roundOf(doors, scene.place, from))
      assert.deepEqual(found.slice(0, 10), [], `${again}, round ${round}`)
    }
    // It gets in, and is turned away for every reason there is.
    const reasons = [
      'GET 200',
      'GET 303',
      'GET 404',
      'POST 200',
      'POST 303',
      'POST 401',
      'POST 403',
      'POST 409',
      'POST 422',
    ]
    for (const reason of reasons)
      assert.ok((answered.get(reason) ?? 0) > 2, `few ${reason}: ${[...answered].join(' ')}`)
  })
})
