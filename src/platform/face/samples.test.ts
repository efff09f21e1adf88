import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import * as samples from './samples.ts'

/** Files that draw nothing by themselves, each for a reason. */
const drawsNothing: Record<string, string> = {
  'content-policy.ts': 'what pages may load',
  'dates.ts': 'words for days and times',
  'element.ts': 'what components are made of',
  'html.ts': 'what components are made of',
  'page.ts': 'the whole page: every state of a page shows it',
  'samples.ts': 'the list of samples',
  'translation.ts': 'words for scripts',
  'typed-day.ts': 'reads days',
}

test('Every component of the face is in the gallery', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const shown = Object.values(samples).flatMap(({ of }) => of)
  assert.deepEqual(
    files.filter((name) => !shown.includes(name) && !(name in drawsNothing)),
    [],
    'Give it a file in samples/ with its states, and a line in samples.ts',
  )
  const named = [...shown, ...Object.keys(drawsNothing)]
  assert.deepEqual(
    named.filter((name) => !files.includes(name)),
    [],
    'These are shown or left out, and not there any more',
  )
})

test('Every sample has states', () => {
  for (const [name, { states }] of Object.entries(samples)) assert.ok(Object.keys(states).length > 0, name)
})
