import { z } from 'zod'
import { amount } from '../../../platform/form/amount.ts'
import {
  choice,
  day,
  record,
  text,
  whole,
  type ColumnsOf,
  type ShownOf,
} from '../../../platform/form/record.ts'
import {
  chartNames,
  countedHints,
  countedNames,
  directionNames,
  kindNames,
  ruleSetNames,
  runRulesNames,
  screeningNames,
} from '../rules/definition.ts'

/** A measure as a team or the organisers define it. */
export const defined = record({
  name: text({
    label: 'What do you measure?',
    hint: 'A short name, such as “Days from referral to first contact”',
    called: 'The name',
    most: 120,
    missing: 'Enter what you measure',
    says: 'Its name',
  }),
  kind: choice(kindNames, {
    label: 'What kind of measure is it?',
    missing: 'Choose the kind of measure',
    says: 'Outcome, process or balancing',
  }),
  definition: text({
    label: 'How exactly is it measured?',
    hint: 'So that two people who count get the same number: who is in, who is out, from when to when',
    called: 'How it is measured',
    most: 1000,
    rows: 3,
    says: 'The operational definition',
  }),
  counted: choice(countedNames, {
    label: 'What is a reading?',
    hints: countedHints,
    missing: 'Choose what a reading is',
    says: 'What a reading is',
  }),
  numerator: text({
    label: 'What is counted above?',
    hint: 'For a share or a rate: “people seen within 14 days”',
    called: 'What is counted above',
    most: 200,
    says: 'What the numerator counts',
  }),
  denominator: text({
    label: 'Of what?',
    hint: 'For a share or a rate: “people referred”, “bed days”',
    called: 'Of what',
    most: 200,
    says: 'What the denominator counts',
  }),
  per: whole({
    label: 'A rate for how many?',
    hint: '1,000 for “falls per 1,000 bed days”',
    least: 1,
    most: 1_000_000,
    wrong: 'Enter a whole number from 1 to 1,000,000',
    width: 10,
    says: 'For how many of the denominator a rate is said',
  }),
  people: choice(
    { yes: 'Yes', no: 'No' },
    {
      label: 'Does it count people?',
      hint: 'If so, we ask before a small number is kept, because somebody might be recognised',
      missing: 'Choose whether it counts people',
      says: 'Whether it counts people, so that small numbers are asked about',
    },
  ),
  unit: text({
    label: 'In what unit?',
    hint: '“days”, “points”, “bed days”',
    called: 'The unit',
    most: 40,
    width: 20,
    says: 'The unit',
  }),
  direction: choice(directionNames, {
    label: 'Which way is better?',
    missing: 'Choose which way is better',
    says: 'Which way is an improvement',
  }),
  target: amount({
    label: 'What is the target?',
    hint: 'A number in the unit above; for a share, per cent',
    wrong: 'The target must be a number, such as 14 or 82.5',
    width: 10,
    says: 'The target, as its figures are charted',
  }),
  targetOn: day({
    label: 'By when?',
    called: 'The day of the target',
    says: 'By when the target is to be met',
  }),
  source: text({
    label: 'Where do the numbers come from?',
    hint: 'A system, a report, a tally sheet. Name roles, not people.',
    called: 'Where the numbers come from',
    most: 200,
    says: 'The source of the numbers',
  }),
  howOften: text({
    label: 'How often is it measured?',
    hint: '“Every Monday”, “Monthly”',
    called: 'How often',
    most: 60,
    width: 20,
    says: 'How often it is measured',
  }),
  baseline: text({
    label: 'How was it before?',
    hint: 'The number and when: “38 days, January to March 2026”',
    called: 'How it was before',
    most: 200,
    says: 'The baseline: how it was, and when',
  }),
})

/** The chart of a measure: stored, so that everybody sees by which rules a signal is one. */
export const charted = record({
  chart: choice(chartNames, {
    label: 'Which chart?',
    missing: 'Choose a chart',
    says: 'The kind of chart, or “proposed” for the one that fits',
  }),
  ruleSet: choice(ruleSetNames, {
    label: 'By which rules are signals found, where there are limits?',
    missing: 'Choose the rules',
    says: 'The rules of signals on charts with limits',
  }),
  runRules: choice(runRulesNames, {
    label: 'And on a run chart?',
    missing: 'Choose the rules of a run chart',
    says: 'The rules of signals on run charts',
  }),
  fixAfter: whole({
    label: 'Keep the limits of the first readings. How many?',
    hint: 'At least 12. Left empty, all readings make the limits.',
    least: 12,
    most: 1000,
    wrong: 'Enter a whole number from 12 to 1,000, or leave it empty',
    width: 4,
    says: 'After how many readings the limits stay',
  }),
  screening: choice(screeningNames, {
    label: 'Very large jumps between two readings',
    missing: 'Choose what is done with very large jumps',
    says: 'Whether very large moving ranges are left out of the limits',
  }),
})

/** The chart of a measure that nobody has set yet. */
export const firstChart = {
  chart: 'proposed',
  rule_set: 'nhsr',
  run_rules: 'anhoej',
  fix_after: null,
  screening: 'yes',
} as const satisfies ColumnsOf<typeof charted>

export type MeasureColumns = ColumnsOf<typeof defined> & ColumnsOf<typeof charted>

/** A measure as pages and programs are given it; without a team it is the network's, for all teams. */
export const ShownMeasureSchema = z
  .object({
    id: z.string(),
    team: z.string().nullable(),
    idea: z.string().nullable(),
    pledge: z.string().nullable(),
    ...defined.shown,
    ...charted.shown,
    retiredAt: z.string().nullable(),
  })
  .meta({ id: 'Measure' })

export interface MeasureView extends ShownOf<typeof defined>, ShownOf<typeof charted> {
  id: string
  team: string | null
  idea: string | null
  pledge: string | null
  retiredAt: string | null
}

interface KeptMeasure extends MeasureColumns {
  id: string
  team_id: string | null
  idea_id: string | null
  pledge_id: string | null
  retired_at: string | null
}

export const viewOf = (row: KeptMeasure): MeasureView => ({
  id: row.id,
  team: row.team_id,
  idea: row.idea_id,
  pledge: row.pledge_id,
  ...defined.shows(row),
  ...charted.shows(row),
  retiredAt: row.retired_at,
})

/** A reading as pages and programs are given it. */
export const ShownReadingSchema = z
  .object({
    id: z.string(),
    on: z.string(),
    value: z.number().nullable(),
    denominator: z.number().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Reading' })

export type ReadingView = z.infer<typeof ShownReadingSchema>

interface KeptReading {
  id: string
  taken_on: string
  value: number | null
  denominator: number | null
  note: string | null
}

export const readingViewOf = (row: KeptReading): ReadingView => ({
  id: row.id,
  on: row.taken_on,
  value: row.value,
  denominator: row.denominator,
  note: row.note,
})
