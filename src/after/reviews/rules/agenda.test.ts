import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlanRow, PlanStepRow } from '../../plans/store.ts'
import type { ReviewRow } from '../store/meetings.ts'
import { agendaOf } from './agenda.ts'

const at = (day: string): ReviewRow => ({
  network_id: 'n',
  id: day,
  series_id: null,
  on_day: day,
  starts_at: `${day}T09:30:00.000Z`,
  ends_at: `${day}T11:00:00.000Z`,
  moved_from: null,
  place: null,
  link: null,
  sequence: 0,
  notes: null,
  held_at: null,
  cancelled_at: null,
  created_at: '2027-01-01T00:00:00.000Z',
  edited_at: null,
})

const plan = {
  network_id: 'n',
  id: 'p',
  team_id: 'brent',
  starts_on: '2027-01-13',
  created_at: '2027-01-13T10:00:00.000Z',
} as PlanRow

const step = (id: string, quarter: number, due_on: string | null) =>
  ({ network_id: 'n', id, plan_id: 'p', quarter, due_on, completed_at: null }) as PlanStepRow

const meetings = [at('2027-02-02'), at('2027-03-16'), at('2027-04-27')]

const shown = (meeting: ReviewRow, steps: PlanStepRow[]) => {
  const facts = { meeting, meetings, pledges: [], asks: [], plans: [plan], steps, questions: [], actions: [] }
  return agendaOf(facts, '2027-02-01T00:00:00.000Z').steps.map(
    ({ id, overdue }) => `${id}${overdue ? ' overdue' : ''}`,
  )
}

// The year begins on 13 January: its second quarter on 13 April.
for (const [meeting, expected] of [
  [0, ['first', 'by day']],
  [1, ['first', 'by day overdue', 'second']],
  [2, ['first overdue', 'by day overdue', 'second']],
] as const) {
  test(`A step without a day is due in its quarter: meeting ${meeting + 1}`, () => {
    const steps = [step('first', 1, null), step('by day', 1, '2027-03-01'), step('second', 2, null)]
    assert.deepEqual(shown(meetings[meeting]!, steps), expected)
  })
}
