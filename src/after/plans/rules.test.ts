import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  beginningOf,
  dueSteps,
  endOfYear,
  financialQuarter,
  quarterAt,
  quarterOf,
  stateOfStep,
  suggestedStart,
} from './rules.ts'
import type { PlanStepRow } from './store.ts'

test('a plan lasts a year, in four quarters without a gap', () => {
  const cases: [string, string, string, string][] = [
    ['2023-04-18', '2024-04-17', '2023-07-17', '2024-01-18'],
    ['2024-02-29', '2025-02-27', '2024-05-28', '2024-11-29'],
    ['2023-11-30', '2024-11-29', '2024-02-28', '2024-08-30'],
  ]
  assert.deepEqual(
    cases.map(([start]) => [start, endOfYear(start), quarterOf(start, 1).to, quarterOf(start, 4).from]),
    cases,
  )
  assert.equal(quarterOf('2023-04-18', 4).to, endOfYear('2023-04-18'))
})

test('a step is overdue from the day after it was due', () => {
  const state = (due_on: string | null, completed_at: string | null = null) =>
    stateOfStep({ due_on, completed_at }, '2027-01-12')
  assert.equal(state(null), 'open')
  assert.equal(state('2027-01-12'), 'open')
  assert.equal(state('2027-01-11'), 'overdue')
  assert.equal(state('2027-01-11', '2027-01-12T09:00:00.000Z'), 'done')
})

test('a plan begins with the pledge and the support that was agreed', () => {
  const pledge = { what: 'Test it', first_step: 'Meet', by_day: '2027-03-01', lead: 'Bea' }
  const asks = [
    { what: 'A room', toWhom: 'Board', answer: { kind: 'agreed', reason: 'From April', on_day: null } },
    { what: 'Money', toWhom: 'Board', answer: { kind: 'no', reason: 'None left', on_day: null } },
    { what: 'A coach', toWhom: 'QI team', answer: { kind: 'partly', reason: 'Half a day', on_day: null } },
    { what: 'Data', toWhom: 'QI team', answer: undefined },
  ]
  assert.deepEqual(beginningOf(pledge, asks), {
    aim: 'Test it',
    firstStep: 'Meet',
    firstStepDueOn: '2027-03-01',
    lead: 'Bea',
    supportAgreed: 'Board agreed: A room (From April)\nQI team partly agreed: A coach (Half a day)',
  })
})

test('where the words of a pledge were not recorded, nothing is made up', () => {
  const nothing = { aim: '', firstStep: '', firstStepDueOn: '', lead: '', supportAgreed: '' }
  assert.deepEqual(beginningOf({ what: null, first_step: null, by_day: null, lead: null }, []), nothing)
  assert.deepEqual(beginningOf(undefined, []), nothing)
})

const plan = { id: 'p', team_id: 'brent', starts_on: '2027-01-13', created_at: '2027-01-13T10:00:00.000Z' }

const step = (id: string, quarter: number, due_on: string | null) =>
  ({ network_id: 'n', id, plan_id: 'p', quarter, due_on, completed_at: null }) as PlanStepRow

// The year begins on 13 January: its second quarter on 13 April.
for (const [on, next, expected] of [
  ['2027-02-02', '2027-03-16', ['first', 'by day']],
  ['2027-03-16', '2027-04-27', ['first', 'by day overdue', 'second']],
  ['2027-04-27', undefined, ['first overdue', 'by day overdue', 'second']],
] as const)
  test(`a step without a day is due in its quarter: on ${on}`, () => {
    const steps = [step('first', 1, null), step('by day', 1, '2027-03-01'), step('second', 2, null)]
    const due = dueSteps({ plans: [plan], steps, on, next })
    assert.deepEqual(
      due.map(({ id, overdue }) => `${id}${overdue ? ' overdue' : ''}`),
      expected,
    )
  })

for (const [on, expected] of [
  ['2023-04-18', '2023-04-01'],
  ['2027-01-12', '2027-01-01'],
  ['2027-03-31', '2027-01-01'],
  ['2027-12-31', '2027-10-01'],
] as const)
  test(`the quarter of the financial year of ${on} begins on ${expected}`, () =>
    assert.equal(financialQuarter(on), expected))

test('a plan is suggested to begin when most others of its network did whose year it still is', () => {
  const began = (starts_on: string) => ({ starts_on, ends_on: endOfYear(starts_on) })
  const plans = [began('2026-01-01'), began('2027-02-01'), began('2027-02-01'), began('2027-03-01')]
  assert.equal(suggestedStart(plans, '2027-06-01'), '2027-02-01')
  assert.equal(suggestedStart(plans, '2029-06-01'), '2029-04-01')
  assert.equal(suggestedStart([], '2027-06-01'), '2027-04-01')
})

test('a day falls in a quarter of the plan, before it in the first and after it in the last', () => {
  const at = (on: string) => quarterAt('2027-02-01', on)
  assert.deepEqual(
    ['2027-01-01', '2027-02-01', '2027-05-01', '2028-01-31', '2029-01-01'].map(at),
    [1, 1, 2, 4, 4],
  )
})
