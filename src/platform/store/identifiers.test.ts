import { equal, deepEqual, match } from 'node:assert/strict'
import { test } from 'node:test'
import { questionOn, questionsOn } from './identifiers.ts'

for (const text of [
  '07911 123456',
  'ring 07911123456.',
  '+44 7911 123456',
  '+44 (0)7911 123 456',
  '07911-123-456',
])
  test(`“${text}” is asked about as a mobile number`, () => match(questionOn(text)!, /mobile number/))

for (const text of [
  'born 3/4/1951, lives at SW1A 1AA',
  'nw1 2db, 03.04.1951',
  'DOB: 3-4-2001\nPostcode M1 1AE',
])
  test(`“${text}” is asked about as a date with a postcode`, () => match(questionOn(text)!, /postcode/))

for (const text of [
  '',
  'Ten of 07 wards',
  '020 7946 0958',
  'room 079',
  'on 18/04/2023',
  'NW1 2DB',
  'from 18/04/2023 to 19/04/2023, ward B12',
  '2027-04-18 at SW1A 1AA',
  '107911 1234567',
])
  test(`“${text}” is not asked about`, () => equal(questionOn(text), undefined))

test('each field has its own question', () => {
  deepEqual(Object.keys(questionsOn({ what: '07911 123456', why: 'Because', who: '3/4/1951 M1 1AE' })!), [
    'what',
    'who',
  ])
  equal(questionsOn({ why: 'Because' }), undefined)
})
