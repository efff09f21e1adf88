import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  answering,
  answerWords,
  askState,
  clockSaid,
  lacking,
  suggestedDay,
  waitingWords,
  withoutSuggestions,
  workingDaysLeft,
  type AnswerKind,
} from './rules.ts'

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

const at = (on: string) => `${on}T09:00:00.000Z`

for (const [asked, now, says] of [
  ['2027-01-12', '2027-01-12', '10 working days left'],
  ['2027-01-12', '2027-01-25', '1 working day left'],
  ['2027-01-12', '2027-01-26', 'Due today'],
  ['2027-01-12', '2027-01-27', '1 working day late'],
  ['2027-01-12', '2027-02-01', '4 working days late'],
  // Over a weekend nothing is lost, and over Easter nothing but the Tuesday.
  ['2027-01-15', '2027-01-17', '10 working days left'],
  ['2027-03-25', '2027-03-30', '9 working days left'],
] as const) {
  test(`asked on ${asked}, the clock says on ${now}: ${says}`, () => {
    equal(clockSaid(workingDaysLeft(at(asked), at(now))), says)
  })
}

const answered = (on: string, ...answers: string[]) => ({
  state: 'answered' as const,
  madeAt: at(on),
  answers: answers.map((answeredAt) => ({ answeredAt: at(answeredAt) })),
})
const open = { state: 'waiting' as const, madeAt: at('2027-01-12'), answers: [] }

for (const [says, asks, expected] of [
  ['nothing was asked', [], [0, 0, undefined]],
  ['none is answered', [open], [1, 0, undefined]],
  ['what was withdrawn does not count', [{ ...open, state: 'withdrawn' as const }], [0, 0, undefined]],
  ['the first answer counts', [answered('2027-01-12', '2027-03-01', '2027-01-14')], [1, 1, 2]],
  [
    'of two it is the mean, of three the middle',
    [answered('2027-01-12', '2027-01-13'), answered('2027-01-12', '2027-01-15'), open],
    [3, 2, 2],
  ],
  [
    'one that took very long changes little',
    [1, 2, 3].map((one) => answered('2027-01-12', ['2027-01-13', '2027-01-15', '2027-09-01'][one - 1]!)),
    [3, 3, 3],
  ],
] as const) {
  test(`how asks were answered: ${says}`, () => {
    const { asked, answered: of, days } = answering(asks)
    deepEqual([asked, of, days], expected)
  })
}

test('the day it is needed is suggested while it is to come, else four weeks of working days', () => {
  equal(suggestedDay('2027-01-20', at('2027-01-12')), '2027-01-20')
  equal(suggestedDay('2027-01-11', at('2027-01-12')), '2027-02-09')
  equal(suggestedDay(null, at('2027-03-12')), '2027-04-13')
})

test('what was only suggested goes along with a yes alone; what was typed always', () => {
  const suggested = { owner: 'Bo', onDay: '2027-02-09' }
  const kept = (kind: AnswerKind, said = suggested) => {
    const { owner, onDay } = withoutSuggestions({ kind, ...said }, suggested)
    return [owner, onDay]
  }
  deepEqual(kept('agreed'), ['Bo', '2027-02-09'])
  deepEqual(kept('partly'), ['Bo', '2027-02-09'])
  for (const kind of ['no', 'not_now', 'goes_to_meeting'] as const) {
    deepEqual(kept(kind), ['', ''])
    deepEqual(kept(kind, { owner: 'Bo', onDay: '2027-2-9' }), ['', ''])
    deepEqual(kept(kind, { owner: 'Ann', onDay: '2027-03-01' }), ['Ann', '2027-03-01'])
  }
})
