import assert from 'node:assert/strict'
import { test } from 'node:test'
import { membersOf } from '../src/before/networks/store/networks.ts'
import { anyone } from '../src/platform/store/actor.ts'
import { unstyledIn } from '../src/pages/gallery/shown.ts'
import { trusted } from '../src/platform/face/html.ts'
import { openHouse } from './house.ts'
import { faultsOf } from './markup.ts'
import { peopleOf } from './people.ts'
import { sceneOf } from './scene.ts'

test('What browsers mend without a word is found: a form in a span, a level of headings left out', () => {
  const page = (body: string) =>
    `<!DOCTYPE html><html lang="en-GB"><head><title>A page</title></head><body><main>${body}</main></body></html>`
  assert.deepEqual(faultsOf(page('<h1>A page</h1><h2>A part</h2><p>Words</p>')), [])
  const [nested] = faultsOf(page('<h1>A page</h1><span><form method="post"></form></span>'))
  assert.match(nested!, /<form> element is not permitted as content under <span>/)
  const [left] = faultsOf(page('<h1>A page</h1><h3>A part</h3>'))
  assert.match(left!, /Heading level can only increase by one/)
})

test('Every page is valid HTML as it is sent, to an organiser, to an attendee and to anybody', async (t) => {
  const house = await openHouse(t, { database: 'sqlite' })
  const people = await peopleOf(house.store)
  const scene = await sceneOf(house.store, people)
  const [membership] = await membersOf(house.store.db, people.network)
  const nouns: Record<string, string> = { ...scene.nouns, membership: membership!.id }
  const wrong: string[] = []
  const unstyled = new Set<string>()
  let pages = 0
  for (const actor of [people.organiser, scene.day.of['brent']![0]!, anyone]) {
    const visitor = await house.as(actor)
    for (const { method, url } of house.app.admissions) {
      if (method !== 'GET' || url.endsWith('/live')) continue
      const at = url.replace(/:([a-z]+)/gi, (_all, noun: string) => nouns[noun] ?? 'nowhere')
      // A visitor looks at the markup of whatever it is given.
      const answered = await visitor.get(at).catch((error: Error) => wrong.push(error.message))
      if (typeof answered !== 'object' || !answered.text.startsWith('<!DOCTYPE')) continue
      pages += 1
      for (const name of unstyledIn(trusted(answered.text))) unstyled.add(`${name} on ${url}`)
    }
  }
  assert.deepEqual([...new Set(wrong)], [])
  assert.deepEqual([...unstyled], [], 'bin/build.js leaves these out, or face.scss does')
  assert.ok(pages > 200, `only ${pages} pages were looked at`)
})
