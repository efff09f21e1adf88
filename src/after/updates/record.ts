import { z } from 'zod'
import { record, text, type ColumnsOf, type ShownOf } from '../../platform/form/record.ts'

/** How a team is getting on, in two sentences, instead of a report. */
export const updateFields = record({
  did: text({
    label: 'What have you done or learnt?',
    hint: 'One sentence is enough. Everyone can read it; no patient may be recognised.',
    called: 'What you have done',
    most: 500,
    missing: 'Enter what you have done or learnt',
    rows: 2,
    says: 'What the team has done or learnt',
  }),
  next: text({
    label: 'What comes next, or what is in the way?',
    called: 'What comes next',
    most: 500,
    rows: 2,
    says: 'What comes next, or what is in the way',
  }),
})

/** An update as pages and programs are given it; it names nobody. */
export const ShownUpdateSchema = z
  .object({ id: z.string(), team: z.string(), ...updateFields.shown, saidAt: z.string() })
  .meta({ id: 'Update' })

export interface UpdateView extends ShownOf<typeof updateFields> {
  id: string
  team: string
  saidAt: string
}

interface KeptUpdate extends ColumnsOf<typeof updateFields> {
  id: string
  team_id: string
  said_at: string
}

export const viewOf = (row: KeptUpdate): UpdateView => ({
  id: row.id,
  team: row.team_id,
  ...updateFields.shows(row),
  saidAt: row.said_at,
})
