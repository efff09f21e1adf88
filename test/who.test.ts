import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { anyone, type Actor } from '../src/platform/store/actor.ts'
import { sceneOfSuite, type SceneInHouse } from './scene.ts'

const names = [
  'public',
  'attendee of Brent',
  'attendee of Harrow',
  'member of Brent',
  'representative of Brent',
  'lead of Brent',
  'lead of Harrow',
  'board',
  'sponsor',
  'viewer',
  'organiser',
  'organiser elsewhere',
] as const
type Name = (typeof names)[number]

const actorsOf = ({ people, day }: SceneInHouse): Record<Name, Actor> => ({
  public: anyone,
  'attendee of Brent': day.of['brent']![0]!,
  'attendee of Harrow': day.of['harrow']![0]!,
  'member of Brent': people.member,
  'representative of Brent': people.representative,
  'lead of Brent': people.lead,
  'lead of Harrow': people.harrowLead,
  board: people.board,
  sponsor: people.sponsor,
  viewer: people.viewer,
  organiser: people.organiser,
  'organiser elsewhere': people.stranger,
})

describe('Every address and every role', () => {
  const set = sceneOfSuite()
  let actors: Record<Name, Actor>
  before(() => {
    actors = actorsOf(set)
  })

  /** The roles that an address admits when everything it names is Brent's. */
  async function admitted(url: string): Promise<Map<string, Name[]>> {
    const table = new Map<string, Name[]>()
    for (const { method, url: pattern, who } of set.house.app.admissions) {
      if (url && pattern !== url) continue
      const may: Name[] = []
      for (const name of names) {
        if (await who.allows(set.house.store.db, set.nouns as never, actors[name])) may.push(name)
      }
      table.set(`${method} ${pattern}`, may)
    }
    return table
  }

  const changes = async () =>
    (await set.house.store.db.selectFrom('journal').select(['topic', 'command']).execute()).map(
      ({ topic, command }) => `${topic} ${command}`,
    )

  test('is as written down: a change here is a change of who may do what', async (t) => {
    const rows = [...(await admitted(''))].map(([address, may]) => {
      const whom = may.length === names.length ? 'everyone' : may.length === 0 ? 'nobody' : may.join(', ')
      return `${address}\n    ${whom}`
    })
    t.assert.snapshot(rows.sort(), { serializers: [(value: unknown) => (value as string[]).join('\n')] })
  })

  test('nobody from another network may change anything that strangers may not', async () => {
    for (const [address, may] of await admitted('')) {
      if (address.startsWith('GET') || !address.includes(':network')) continue
      const stranger = may.includes('organiser elsewhere')
      assert.ok(!stranger || may.includes('public'), address)
    }
  })

  test('an organiser may use every address of their network, but for what is another person’s own', async () => {
    const own =
      /my-sign-up|\/vote\b|\/vote\/|choices|reflections\/:idea|calendar\/:token|\/me\b|\/attend\/|plan|pledges|rooms\/mine|ideas\/:idea\/support/
    for (const [address, may] of await admitted('')) {
      if (!address.includes(':network') || own.test(address)) continue
      const teach =
        'let organisers in with either(…, organisers), or, where it is one person’s own, name it in `own` above'
      assert.ok(may.includes('organiser'), `${address}: ${teach}`)
    }
  })

  test('the pages answer as the table says, and change nothing', async () => {
    const before = await changes()
    for (const name of names) {
      const visitor = name === 'public' ? set.house.visitor() : await set.house.as(actors[name])
      for (const [address, may] of await admitted('')) {
        const [method, pattern] = address.split(' ') as [string, string]
        if (method !== 'GET' || pattern.endsWith('/live')) continue
        const url = pattern.replace(/:([a-z]+)/gi, (_all, noun: string) => set.nouns[noun] ?? 'nowhere')
        const { status, location } = await visitor.get(url)
        const sentToSignIn = status === 303 && location.startsWith('/sign-in?')
        const turnedAway = status === 401 || status === 403 || sentToSignIn
        assert.ok(status < 500, `${name} ${address}: ${status}`)
        assert.equal(!turnedAway, may.includes(name), `${name} ${address}: ${status} ${location}`)
      }
    }
    assert.deepEqual(await changes(), before)
  })
})
