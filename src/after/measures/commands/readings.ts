import { z } from 'zod'
import { OptionalAmount } from '../../../platform/form/amount.ts'
import { Day, Id, optionalText } from '../../../platform/form/fields.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { seriesKeepers } from '../store/who.ts'
import { changeReadingRow, readingById, type ReadingRow } from '../store/readings.ts'
import { keepReadings } from './keeping.ts'
import { topic } from './measures.ts'

const wrongValue = 'Enter the value as a number, such as 12 or 12.5'
const wrongDenominator = 'Enter of how many as a number, such as 40'
const Note = optionalText(500, 'The note')

const OfSeries = { network: Id, measure: Id, team: Id }
const Yes = z
  .string()
  .max(10)
  .nullish()
  .transform((word) => word === 'yes')

/** A question that was answered: change the readings that are there, or leave them. */
const Existing = z
  .enum(['change', 'leave', ''], 'Choose what is done with readings that are there')
  .nullish()
  .transform((word) => word || undefined)

const How = { small: Yes, existing: Existing, reason: optionalText(200, 'The reason') }

const Reading = {
  value: OptionalAmount(wrongValue),
  denominator: OptionalAmount(wrongDenominator),
  note: Note,
}

export const addReading = command('measures.addReading', {
  said: 'entered a reading',
  input: z.object({
    ...OfSeries,
    on: Day('Day of the reading', 'Enter the day of the reading'),
    ...Reading,
    missing: Yes,
    ...How,
  }),
  topic,
  who: seriesKeepers,
  async run(tx, { missing, on, value, denominator, note, ...at }, circumstances) {
    if (missing && value !== null) return refuse('Leave the value out where nothing was measured', 'value')
    if (!missing && value === null)
      return refuse('Enter the value, or say that nothing was measured', 'value')
    const kept = await keepReadings(tx, at, [{ on, value, denominator, note }], circumstances, () => '')
    return 'ids' in kept ? { id: kept.ids[0]! } : kept
  },
})

const mostRows = 1000

const Row = z.object({
  on: Day('Day of the reading', 'Enter the day of the reading'),
  ...Reading,
})

const Added = z
  .object({
    id: z.string(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
  })
  .meta({ id: 'AddedReadings', description: 'How many readings were added, changed and left as they were' })

/** Many readings at once: all of them, or none and each wrong row named. */
export const addReadings = command('measures.addReadings', {
  said: 'entered readings',
  input: z.object({
    ...OfSeries,
    rows: z
      .array(Row, 'Give the readings as a list of rows')
      .min(1, 'No reading was found: each row needs a day and a value')
      .max(mostRows, 'These are more than 1,000 readings. Send them in parts.'),
    /** The text that the rows were read from: it is looked through for NHS numbers, and not kept. */
    pasted: optionalText(200_000, 'The pasted text'),
    ...How,
  }),
  outcome: Added,
  topic,
  who: seriesKeepers,
  longest: 15_000,
  subject: ({ measure }) => measure,
  async run(tx, { rows, pasted: _read, ...at }, circumstances): Promise<z.infer<typeof Added> | Refusal> {
    const kept = await keepReadings(
      tx,
      { ...at, keepsNotes: true },
      rows,
      circumstances,
      (row) => `rows.${row}.`,
    )
    if (!('ids' in kept)) return kept
    const { added, changed, unchanged } = kept
    return { id: at.measure, added, changed, unchanged }
  },
})

const OfReading = { ...OfSeries, reading: Id }

/** Finds a reading where its address says that it is. */
async function readingAt(
  tx: Tx,
  { network, measure, team, reading }: z.infer<z.ZodObject<typeof OfReading>>,
): Promise<ReadingRow | undefined> {
  const row = await readingById(tx, network, reading)
  return row?.measure_id === measure && row.team_id === team ? row : undefined
}

const noReading = refuse('This reading is not there any more')

/** Corrects a reading; it is kept as it was, with the reason. Its day is another reading. */
export const changeReading = command('measures.changeReading', {
  said: 'corrected a reading',
  input: z.object({
    ...OfReading,
    ...Reading,
    missing: Yes,
    small: Yes,
    reason: optionalText(200, 'The reason'),
  }),
  topic,
  who: seriesKeepers,
  async run(tx, { missing, value, denominator, note, ...at }, circumstances) {
    const row = await readingAt(tx, at)
    if (!row || row.removed_at) return noReading
    if (!missing && value === null)
      return refuse('Enter the value, or say that nothing was measured', 'value')
    const reading = { on: row.taken_on, value, denominator, note }
    const kept = await keepReadings(tx, { ...at, existing: 'change' }, [reading], circumstances, () => '')
    return 'ids' in kept ? { id: row.id } : kept
  },
})

/** Takes a reading out, such as one for a wrong day; its page puts it back. */
export const removeReading = command('measures.removeReading', {
  said: 'took out a reading',
  input: z.object(OfReading),
  topic,
  who: seriesKeepers,
  run: (tx, at, { now }) => marked(tx, at, now),
})

export const restoreReading = command('measures.restoreReading', {
  said: 'put back a reading',
  input: z.object(OfReading),
  topic,
  who: seriesKeepers,
  run: (tx, at) => marked(tx, at, null),
})

async function marked(tx: Tx, at: z.infer<z.ZodObject<typeof OfReading>>, removed: string | null) {
  const row = await readingAt(tx, at)
  if (!row) return noReading
  await changeReadingRow(tx, row, { removed_at: removed && (row.removed_at ?? removed) })
  return { id: row.id }
}

export const readingCommands = [addReading, addReadings, changeReading, removeReading, restoreReading]
