import { nhsNumbersIn } from '../../../platform/store/nhs-number.ts'
import { day } from '../../../platform/face/dates.ts'
import { linesOf, separatorOf, type Line } from './pasted/cells.ts'
import { tableOf, type Columns } from './pasted/columns.ts'
import { readDay } from './pasted/day.ts'
import { cut, decimalsOf, readNumber, type Decimals } from './pasted/number.ts'

/** One row of what was pasted: a reading, or the sentence that says what is wrong with it. */
export interface PastedRow {
  /** As a spreadsheet counts, from 1 */
  row: number
  /** The row as it was pasted, its cells with bars between */
  text: string
  reading?: { on: string; value: number | null; denominator: number | null; note: string }
  wrong?: string
}

export interface Pasted {
  rows: PastedRow[]
  /** The sentence where nothing can be read at all */
  refused?: string
}

export const mostRows = 5000
const mostCharacters = 1_000_000
const longestNote = 500

/**
 * Readings out of what was copied in Excel or out of a CSV file: the columns by their headings or by what stands in
 * them, days before months, decimal commas, thousands, per cent. A mistake is said of its row and loses no other.
 */
export function readPasted(text: string, { today }: { today: string }): Pasted {
  if (text.trim() === '') return { rows: [], refused: 'Paste the dates and the readings.' }
  if (text.length > mostCharacters) return { rows: [], refused: tooMuch }
  const lines = linesOf(text, separatorOf(text))
  if (lines.length > mostRows + 1) return { rows: [], refused: tooMuch }
  const table = tableOf(lines)
  if ('refused' in table) return { rows: [], refused: table.refused }
  const decimals = {
    value: decimalsOf(column(table.lines, table.columns.value)),
    denominator: decimalsOf(column(table.lines, table.columns.denominator)),
  }
  const rows = table.lines.map((line) => readLine(line, table.columns, decimals, today))
  nameDoubles(rows)
  return { rows }
}

const tooMuch = `That is more than ${mostRows.toLocaleString('en-GB')} rows. Paste the readings of one measure, and fewer at a time.`

const column = (lines: readonly Line[], at: number | undefined) =>
  at === undefined ? [] : lines.map(({ cells }) => cells[at] ?? '')

function readLine(
  { row, cells }: Line,
  columns: Columns,
  decimals: { value: Decimals; denominator: Decimals },
  today: string,
): PastedRow {
  const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? ''))
  const shown = { row, text: cells.join(' | ') }
  const on = readOn(cell(columns.on), columns, today)
  if ('wrong' in on) return { ...shown, wrong: on.wrong }
  const value = readNumber(cell(columns.value), decimals.value)
  if ('wrong' in value) return { ...shown, wrong: value.wrong }
  const denominator = readNumber(cell(columns.denominator), decimals.denominator)
  if ('wrong' in denominator) return { ...shown, wrong: denominator.wrong }
  const wrong = wrongTogether(cell(columns.value), value, denominator)
  if (wrong) return { ...shown, wrong }
  const note = cell(columns.note)
  if (note.length > longestNote)
    return { ...shown, wrong: `The note has more than ${longestNote} characters.` }
  return { ...shown, reading: { on: on.on, value: value.value, denominator: denominator.value, note } }
}

function readOn(text: string, { serial }: Columns, today: string): { on: string } | { wrong: string } {
  if (text === '') return { wrong: 'This row has no date.' }
  if (text.startsWith('=')) return { wrong: `“${cut(text)}” is a formula: paste what it comes to.` }
  const read = readDay(text, { serial: serial || /^\d{5}$/.test(text) })
  if (!read) return { wrong: `“${cut(text)}” is not a date. Write it as 18/04/2023.` }
  if ('on' in read && read.on > today) return { wrong: `${day(read.on)} is in the future.` }
  return read
}

interface Amount {
  value: number | null
  percent: boolean
}

function wrongTogether(text: string, value: Amount, denominator: Amount): string | undefined {
  if (denominator.value === null) return undefined
  if (denominator.value <= 0) return 'What it is out of must be more than 0.'
  if (value.percent)
    return `“${text}” is a share already. Paste how many out of ${denominator.value.toLocaleString('en-GB')}, or leave that column out.`
  return undefined
}

/** Two readings of one day: the later row is named, because nobody can say which of them holds. */
function nameDoubles(rows: PastedRow[]): void {
  const first = new Map<string, number>()
  for (const each of rows) {
    if (!each.reading) continue
    const { on } = each.reading
    const earlier = first.get(on)
    if (earlier === undefined) first.set(on, each.row)
    else {
      delete each.reading
      each.wrong = `Row ${earlier} is of ${day(on)}, too. Keep one of them.`
    }
  }
}

/** Likely NHS numbers, each with its row: cell by cell, because a row of readings may have ten figures, too. */
export function patientNumbersIn(text: string): { row: number; number: string }[] {
  return linesOf(text, separatorOf(text)).flatMap(({ row, cells }) =>
    cells.flatMap((cell) => nhsNumbersIn(cell)).map((number) => ({ row, number })),
  )
}
