import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayField, dayTyped } from './day-field.ts'

const boxes = (day: string, month: string, year: string) => ({
  'by-day': day,
  'by-month': month,
  'by-year': year,
})

test('three boxes make one day, as they were typed', () => {
  assert.equal(dayTyped(boxes('18', '4', '2023'), 'by'), '2023-4-18')
  assert.equal(dayTyped(boxes('', '', ''), 'by'), '')
  assert.equal(dayTyped({ by: '2023-04-18' }, 'by'), '2023-04-18')
  assert.equal(dayTyped({}, 'by'), '')
})

const shown = (values: Record<string, string>) =>
  [
    ...dayField({ values, errors: {} }, 'by', { legend: 'By when' })
      .toString()
      .matchAll(/ value="(.*?)"/g),
  ].map(([, value]) => value)

test('the boxes show a stored day without zeros, and what was typed as it was', () => {
  assert.deepEqual(shown({ by: '2023-04-08' }), ['8', '4', '2023'])
  assert.deepEqual(shown(boxes('08', 'April', '23')), ['08', 'April', '23'])
})

test('the error stands at the box that the summary links to', () => {
  const markup = dayField({ values: {}, errors: { by: 'Enter a date' } }, 'by', {
    legend: 'By when',
  }).toString()
  assert.match(markup, /<input[^>]* id="by" name="by-day"/)
  assert.match(markup, /Enter a date/)
})
