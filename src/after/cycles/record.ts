import { z } from 'zod'
import { choice, day, record, text, type ColumnsOf, type ShownOf } from '../../platform/form/record.ts'
import { confidenceNames, decisionNames, expectedNames, scaleHints, scaleNames } from './rules.ts'

/** The plan that a team writes before the test. */
export const planned = record({
  question: text({
    label: 'What do you want to find out?',
    most: 500,
    missing: 'Enter what you want to find out',
    rows: 2,
    says: 'What the team wants to find out',
  }),
  prediction: text({
    label: 'What do you think will happen?',
    most: 500,
    missing: 'Enter what you think will happen',
    rows: 2,
    says: 'What the team thinks will happen',
  }),
  // Asked before the result is known: a prediction without it is easily remembered as better than it was.
  confidence: choice(confidenceNames, {
    label: 'How sure are you?',
    missing: 'Choose how sure you are',
    unrecorded: true,
    says: 'How sure the team is of that',
  }),
  scale: choice(scaleNames, {
    label: 'How large is this test?',
    hints: scaleHints,
    missing: 'Choose how large the test is',
    unrecorded: true,
    says: 'How large the test is',
  }),
  startsOn: day({
    label: 'When does it start?',
    called: 'The day it starts',
    says: 'The day on which the test is to start',
  }),
  plan: text({
    label: 'Who does what, when and with whom?',
    hint: 'Everyone can read this. Name roles, not people.',
    called: 'Who does what',
    most: 1000,
    rows: 3,
    says: 'Who does what, when and with whom',
  }),
  data: text({
    label: 'What will you count or note down?',
    hint: 'And who writes it down. A tally on a sheet of paper is enough.',
    called: 'What you will count',
    most: 500,
    rows: 2,
    says: 'What is counted or noted down, and by whom',
  }),
})

/** The study that a team writes after the test. */
export const studied = record(
  {
    happened: text({
      label: 'What happened?',
      hint: 'What surprised you tells the most. No patient may be recognised.',
      most: 1000,
      missing: 'Enter what happened',
      rows: 4,
      says: 'What happened',
    }),
    asExpected: choice(expectedNames, {
      label: 'Did it go as you expected?',
      missing: 'Choose whether it went as you expected',
      unrecorded: true,
      says: 'If it went as the team expected',
    }),
    learnt: text({
      label: 'What does that tell you?',
      hint: 'Set it against what you expected.',
      called: 'What that tells you',
      most: 1000,
      rows: 2,
      says: 'What the team learnt, set against what it expected',
    }),
    decision: choice(decisionNames, {
      label: 'What does the team do now?',
      missing: 'Choose what the team does with it',
      says: 'What the team does with it',
    }),
    next: text({
      label: 'What do you want to find out next?',
      hint: 'The next test begins with it. If you stop, leave it empty.',
      called: 'What you want to find out next',
      most: 500,
      rows: 2,
      says: 'What the team wants to find out next',
    }),
  },
  { later: true },
)

export type CycleColumns = ColumnsOf<typeof planned> & ColumnsOf<typeof studied>

/** A cycle as pages and programs are given it; it names nobody. */
export const ShownCycleSchema = z
  .object({
    id: z.string(),
    after: z.string().nullable().meta({ description: 'The test that it goes on from, by its id' }),
    ...planned.shown,
    plannedAt: z.string(),
    ...studied.shown,
    decidedAt: z.string().nullable(),
    breakthrough: z.boolean().meta({ description: 'The team calls it its biggest breakthrough' }),
  })
  .meta({ id: 'Cycle' })

export interface CycleView extends ShownOf<typeof planned>, ShownOf<typeof studied> {
  id: string
  after: string | null
  plannedAt: string
  decidedAt: string | null
  breakthrough: boolean
}

interface KeptCycle extends CycleColumns {
  id: string
  after_id: string | null
  planned_at: string
  decided_at: string | null
  breakthrough_at: string | null
}

export const viewOf = (row: KeptCycle): CycleView => ({
  id: row.id,
  after: row.after_id,
  ...planned.shows(row),
  plannedAt: row.planned_at,
  ...studied.shows(row),
  decidedAt: row.decided_at,
  breakthrough: row.breakthrough_at !== null,
})
