import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, it } from 'node:test'
import { canonical } from './fixtures/canonical.ts'
import { formAdapters } from './fixtures/form-adapters.ts'
import { headerAndTableAdapters } from './fixtures/header-and-table-adapters.ts'
import type { Options } from './fixtures/macro-options.ts'
import { pageAdapters } from './fixtures/page-adapters.ts'
import type { Html } from './html.ts'

type Fixture = { name: string; context: Options; callBlock?: string | string[]; html: string }

const adapters: Record<string, (given: Options) => Html> = {
  ...pageAdapters,
  ...formAdapters,
  ...headerAndTableAdapters,
}

// The number of fixtures that each component ships. One that changes with an upgrade is new markup to look at.
const counts: Record<string, number> = {
  'action-link': 7,
  'back-link': 7,
  breadcrumb: 5,
  button: 66,
  card: 50,
  'character-count': 33,
  checkboxes: 56,
  'contents-list': 4,
  'date-input': 39,
  details: 12,
  'do-dont-list': 12,
  'error-message': 6,
  'error-summary': 14,
  fieldset: 4,
  'file-upload': 21,
  footer: 18,
  header: 58,
  heading: 33,
  hint: 3,
  input: 44,
  'inset-text': 3,
  label: 31,
  legend: 27,
  'notification-banner': 17,
  pagination: 11,
  panel: 15,
  radios: 48,
  scroll: 3,
  'search-input': 26,
  select: 20,
  'skip-link': 3,
  'summary-list': 28,
  tables: 140,
  tag: 28,
  'task-list': 6,
  textarea: 16,
  'warning-callout': 6,
}

// Components that we do not draw, each for a reason; a component of an upgrade that is in neither list fails.
const leftOut: Record<string, string> = {
  caption: 'ships no fixtures; drawn inside heading, label and legend',
  code: 'for documentation of software',
  hero: 'needs an inline style, which the content security policy forbids',
  images: 'no photographs',
  'password-input': 'nobody has a password',
  tabs: 'hides what people came for; sections are shown one below the other',
}

const components = new URL('../../../node_modules/nhsuk-frontend/dist/nhsuk/components/', import.meta.url)

const fixturesOf = (component: string): Fixture[] =>
  JSON.parse(readFileSync(new URL(`${component}/fixtures.json`, components), 'utf8')).fixtures

/** A call block is the content given as markup. */
const optionsOf = ({ context, callBlock }: Fixture): Options =>
  callBlock === undefined ? context : { ...context, html: [callBlock].flat().join('\n') }

it('draws every component that ships, or says why not', () => {
  const shipped = readdirSync(components).filter((name) =>
    existsSync(new URL(`${name}/fixtures.json`, components)),
  )
  assert.deepEqual([...Object.keys(adapters), ...Object.keys(leftOut)].sort(), shipped.sort())
})

for (const [component, draw] of Object.entries(adapters)) {
  const fixtures = fixturesOf(component)
  describe(`${component} draws what nhsuk-frontend draws`, () => {
    it('in as many fixtures as this test was written for', () => {
      assert.equal(fixtures.length, counts[component])
    })
    for (const fixture of fixtures) {
      it(fixture.name, () => {
        const ours = draw(optionsOf(fixture)).toString()
        assert.equal(canonical(ours), canonical(fixture.html))
        assert.equal(canonical(ours, true), canonical(fixture.html, true))
      })
    }
  })
}
