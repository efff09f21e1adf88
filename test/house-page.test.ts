import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { housePage } from './house-page.ts'

test('docs/house.md draws the slices and tables as they are', () => {
  const page = readFileSync(new URL('../docs/house.md', import.meta.url), 'utf8')
  assert.equal(page, housePage(), 'Run: node bin/describe.js')
})
