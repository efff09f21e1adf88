import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../../test/house.ts'

interface Operation {
  parameters: { name: string; in: string }[]
  responses: Record<string, unknown>
  requestBody?: { content: { 'application/json': { schema: { properties: object } } } }
}

test('The interface is described: every JSON address, its nouns, its input without them', async (t) => {
  const house = await openHouse(t, { database: 'sqlite' })
  const { status, body } = await house.visitor().json('GET', '/api/v1/openapi.json')
  assert.equal(status, 200)
  const described = body as { openapi: string; paths: Record<string, Record<string, Operation>> }
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
      const named = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)
      assert.deepEqual(named, nouns, url)
      const fields = Object.keys(operation.requestBody?.content['application/json'].schema.properties ?? {})
      assert.deepEqual(
        fields.filter((field) => nouns.includes(field)),
        [],
        url,
      )
      assert.ok('200' in operation.responses, url)
    }
  }
})
