import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { openHouse } from '../../../test/house.ts'
import { describedBy, Interface } from '../../../test/interface.ts'

test('The interface is described: every JSON address, its nouns, its input without them', async (t) => {
  const house = await openHouse(t, { database: 'sqlite' })
  const described = await describedBy(house.app.server)
  assert.equal(described.openapi, '3.1.0')
  const listed = Object.entries(described.paths).flatMap(([url, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${url}`),
  )
  const offered = house.app.offered.map(
    ({ method, url }) => `${method} ${url.replace(/:([a-z]+)/gi, '{$1}')}`,
  )
  assert.deepEqual(listed.sort(), [...new Set(offered)].sort())
  for (const [url, methods] of Object.entries(described.paths)) {
    for (const operation of Object.values(methods)) {
      const nouns = [...url.matchAll(/\{(\w+)\}/g)].map(([, noun]) => noun)
      const parameters = operation.parameters ?? []
      const named = parameters.filter((one) => one.in === 'path').map((one) => one.name)
      assert.deepEqual(named, nouns, url)
      const fields = Object.keys(operation.requestBody?.content['application/json'].schema.properties ?? {})
      assert.deepEqual(
        fields.filter((field) => nouns.includes(field)),
        [],
        url,
      )
    }
  }
})

test('The description is valid OpenAPI, and every schema in it says only what validators know', async (t) => {
  const house = await openHouse(t, { database: 'sqlite' })
  const described = await describedBy(house.app.server)
  const { valid, errors } = await new Validator().validate({ ...structuredClone(described) })
  assert.ok(valid, JSON.stringify(errors, null, 2))
  const schemas = new Interface(described)
  const untyped: string[] = []
  const ids = new Set<string>()
  for (const [path, methods] of Object.entries(described.paths)) {
    for (const [method, { operationId, responses, requestBody }] of Object.entries(methods)) {
      assert.ok(!ids.has(operationId), `two are called ${operationId}`)
      ids.add(operationId)
      for (const status of Object.keys(responses))
        schemas.compile(schemas.pointerTo(path, method, Number(status))!)
      if (requestBody) schemas.compile(bodyOf(path, method))
      // An answer of which nothing is said fits everything.
      const fits = schemas.compile(schemas.pointerTo(path, method, 200)!)
      if (fits({}) || fits({ anything: 1 })) untyped.push(`${method} ${path}`)
    }
  }
  assert.deepEqual(untyped, [])
})

const bodyOf = (path: string, method: string) =>
  `/paths/${encodeURIComponent(path.replaceAll('/', '~1'))}/${method}/requestBody/content/application~1json/schema`

test('Every name in the JSON is written in camelCase', async (t) => {
  const house = await openHouse(t, { database: 'sqlite' })
  const described = await describedBy(house.app.server)
  const names = namesIn(described)
  assert.ok(names.has('startedAt'), 'nothing was looked at')
  assert.deepEqual(
    [...names].filter((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name)),
    [],
    'Give the page `told`, which puts its rows into the names of its schema.',
  )
})

/** The names of all properties, in every schema however deep. */
function namesIn(part: unknown, names = new Set<string>()): Set<string> {
  if (typeof part !== 'object' || part === null) return names
  for (const [key, value] of Object.entries(part)) {
    if (key === 'properties') for (const name of Object.keys(value as object)) names.add(name)
    namesIn(value, names)
  }
  return names
}

test('What an address finds out by itself is not asked for', async (t) => {
  const house = await openHouse(t, { database: 'sqlite' })
  const { paths } = await describedBy(house.app.server)
  const asked = (path: string) =>
    Object.keys(paths[`/api/v1${path}`]!['post']!.requestBody!.content['application/json'].schema.properties)
  assert.deepEqual(asked('/join'), ['code'])
  const reflection = asked('/networks/{network}/events/{event}/reflections/{idea}')
  assert.deepEqual(reflection, ['keep', 'change', 'leaveOut', 'firstTest', 'seen'])
})

test('What an address reads of its query is described, and nothing else that stands there is read', async (t) => {
  const house = await openHouse(t, { database: 'sqlite' })
  const { paths } = await describedBy(house.app.server)
  const asked = (path: string) =>
    (paths[`/api/v1/networks/{network}${path}`]?.['get']?.parameters ?? [])
      .filter((one) => one.in === 'query')
      .map(({ name }) => name)
  assert.deepEqual(asked('/asks'), ['to', 'team'])
  assert.deepEqual(asked('/ideas'), ['q'])
})

test('A refusal, a problem and an outcome are told as described; another answer is found out', async (t) => {
  const house = await openHouse(t, { database: 'sqlite' })
  const described = new Interface(await describedBy(house.app.server))
  const wrong = (status: number, body: object) =>
    described.faultsOf('POST', '/api/v1/networks/north/ideas/new', status, body).length > 0
  assert.equal(wrong(200, { id: 'tree' }), false)
  assert.equal(wrong(200, { id: 'tree', mark: 'A demonstration. Nothing in it is real.' }), false)
  assert.equal(wrong(200, { id: 'tree', said: 'undeclared' }), true)
  assert.equal(wrong(200, {}), true)
  assert.equal(
    wrong(422, { kind: 'input', refused: 'Enter the idea', fields: { title: 'Enter the idea' } }),
    false,
  )
  assert.equal(wrong(422, { error: 'no' }), true)
  assert.equal(wrong(403, { kind: 'forbidden', refused: 'Not for you' }), false)
  assert.equal(wrong(404, { error: 'Page not found', status: 404 }), false)
  assert.equal(wrong(402, { error: 'Pay', status: 402 }), true)
})
