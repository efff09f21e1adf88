import { z } from 'zod'
import { choice, record, text, type ColumnsOf, type ShownOf } from '../../platform/form/record.ts'
import { decisionNames } from './rules.ts'

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
  plan: text({
    label: 'Who does what, when and with whom?',
    hint: 'Everyone can read this. Name roles, not people.',
    called: 'Who does what',
    most: 1000,
    rows: 3,
    says: 'Who does what, when and with whom',
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
    decision: choice(decisionNames, {
      label: 'What does the team do now?',
      missing: 'Choose what the team does with it',
      says: 'What the team does with it',
    }),
  },
  { later: true },
)

export type CycleColumns = ColumnsOf<typeof planned> & ColumnsOf<typeof studied>

/** A cycle as pages and programs are given it; it names nobody. */
export const ShownCycleSchema = z
  .object({
    id: z.string(),
    ...planned.shown,
    plannedAt: z.string(),
    ...studied.shown,
    decidedAt: z.string().nullable(),
  })
  .meta({ id: 'Cycle' })

export interface CycleView extends ShownOf<typeof planned>, ShownOf<typeof studied> {
  id: string
  plannedAt: string
  decidedAt: string | null
}

interface KeptCycle extends CycleColumns {
  id: string
  planned_at: string
  decided_at: string | null
}

export const viewOf = (row: KeptCycle): CycleView => ({
  id: row.id,
  ...planned.shows(row),
  plannedAt: row.planned_at,
  ...studied.shows(row),
  decidedAt: row.decided_at,
})
