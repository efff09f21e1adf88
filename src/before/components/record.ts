import { z } from 'zod'
import { choice, record, text, type ColumnsOf, type ShownOf } from '../../platform/form/record.ts'
import { holdNames } from './rules.ts'

/** A part of an idea: what is done, what it is for, how it is done where the idea comes from, and how tightly to hold it. */
export const componentFields = record({
  what: text({
    label: 'What is done',
    hint: 'One thing, for example: a nurse rings before the first visit',
    most: 300,
    missing: 'Enter what is done',
    says: 'What is done',
  }),
  purpose: text({
    label: 'What is it for?',
    hint: 'What must come of it elsewhere, too, however it is done there',
    most: 500,
    missing: 'Enter what it is for',
    rows: 2,
    says: 'What it is for',
  }),
  here: text({
    label: 'How do you do it?',
    hint: 'Who, with what, how long it takes. Others may do it in another way.',
    called: 'How you do it',
    most: 1000,
    rows: 3,
    says: 'How the team of the idea does it',
  }),
  hold: choice(holdNames, {
    label: 'How tightly should others hold on to it?',
    missing: 'Choose how tightly others should hold on to it',
    says: 'Whether others must keep it, may adapt it or may leave it out',
  }),
})

/** A part as pages and programs are given it. */
export const ShownComponentSchema = z
  .object({ id: z.string(), ...componentFields.shown })
  .meta({ id: 'Component' })

export interface ComponentView extends ShownOf<typeof componentFields> {
  id: string
}

interface KeptComponent extends ColumnsOf<typeof componentFields> {
  id: string
}

export const viewOf = (row: KeptComponent): ComponentView => ({ id: row.id, ...componentFields.shows(row) })
