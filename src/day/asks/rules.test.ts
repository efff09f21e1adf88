import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { answerWords, askState, lacking, waitingWords, type AnswerKind } from './rules.ts'

for (const [madeAt, now, words] of [
  ['2027-01-12T09:00:00.000Z', '2027-01-12T23:59:00.000Z', 'Asked today'],
  ['2027-01-12T23:59:00.000Z', '2027-01-13T00:01:00.000Z', 'Waiting 1 day'],
  // In summer time it is the next day in London an hour before midnight UTC.
  ['2027-07-01T22:30:00.000Z', '2027-07-01T23:30:00.000Z', 'Waiting 1 day'],
  ['2027-01-01T09:00:00.000Z', '2027-01-13T08:00:00.000Z', 'Waiting 12 days'],
] as const) {
  test(`asked at ${madeAt}, it says at ${now}: ${words}`, () => {
    equal(waitingWords(madeAt, now), words)
  })
}

for (const [withdrawn, answered, answersNotRecorded, state] of [
  [false, false, false, 'waiting'],
  [false, true, false, 'answered'],
  [false, true, true, 'answered'],
  [false, false, true, 'not_recorded'],
  [true, true, true, 'withdrawn'],
] as const) {
  test(`an ask is ${state}: ${JSON.stringify({ withdrawn, answered, answersNotRecorded })}`, () => {
    equal(askState({ withdrawn, answered, answersNotRecorded }), state)
  })
}

const needs: [AnswerKind, string[]][] = [
  ['agreed', ['owner', 'onDay']],
  ['partly', ['owner', 'onDay']],
  ['not_now', []],
  ['no', []],
  ['goes_to_meeting', ['onDay']],
]
for (const [kind, fields] of needs) {
  test(`the answer ${kind} needs ${fields.join(' and ') || 'a reason alone'}`, () => {
    deepEqual(Object.keys(lacking({ kind, owner: null, onDay: null })), fields)
    deepEqual(lacking({ kind, owner: 'Bo', onDay: '2027-02-23' }), {})
  })
}

test('what goes to a meeting says which', () => {
  equal(
    answerWords({ kind: 'goes_to_meeting', onDay: '2027-02-23' }),
    'Goes to the meeting of 23 February 2027',
  )
  equal(answerWords({ kind: 'agreed', onDay: '2027-02-23' }), 'Agreed')
})
