import type { Line } from './cells.ts'
import { readDay } from './day.ts'
import { decimalsOf, readNumber } from './number.ts'

/** The place of each column, from 0. */
export interface Columns {
  on: number
  value: number
  denominator: number | undefined
  note: number | undefined
  /** Bare numbers in the first column are days of Excel. */
  serial: boolean
}

export interface Table {
  columns: Columns
  /** The lines under the heading */
  lines: Line[]
}

const headings = {
  on: /^(?:date|day|week|month|period|when|w\/?c|week (?:commencing|ending|beginning)|reporting (?:date|month|period)|month (?:ending|commencing))\b/i,
  denominator:
    /^(?:denominator|denom|out of|of (?:how many|all)|total|all|base|eligible|opportunities|bed days|n)\b/i,
  note: /^(?:notes?|comments?|annotations?|remarks?|what happened|explanation)\b/i,
  value:
    /^(?:numerator|num|value|values|reading|readings|result|results|data|count|number|events?|actual|measure|rate|percentage|%|y)(?:\b|$)/i,
} as const

const isNumber = (cell: string) => {
  const read = readNumber(cell, decimalsOf([cell]))
  return cell !== '' && 'value' in read && read.value !== null
}
const isDay = (cell: string, serial = false) => {
  const read = readDay(cell, { serial })
  return read !== undefined
}

/** Lines before the first with a day or a number are titles and the heading, which is the last of them. */
function headed(lines: readonly Line[]): { heading: Line | undefined; body: Line[] } {
  const first = lines.findIndex(({ cells }) => cells.some((cell) => isDay(cell) || isNumber(cell)))
  return first < 1
    ? { heading: undefined, body: [...lines] }
    : { heading: lines[first - 1], body: lines.slice(first) }
}

/** The share of the cells of a column, of those with something in them, for which a test holds. */
function share(lines: readonly Line[], column: number, holds: (cell: string) => boolean): number {
  const cells = lines.map(({ cells }) => cells[column] ?? '').filter(Boolean)
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length
}

/** The table with its columns recognised, by the heading and else by what stands in them; or why it cannot be. */
export function tableOf(lines: readonly Line[]): Table | { refused: string } {
  const { heading, body } = headed(lines)
  if (daysAcross(body)) return { refused: across }
  const places = Array.from({ length: Math.max(0, ...body.map(({ cells }) => cells.length)) }, (_, at) => at)
  const taken = new Set<number>()
  const take = (column: number | undefined) => {
    if (column !== undefined) taken.add(column)
    return column
  }
  const named = (name: keyof typeof headings) =>
    take(places.find((at) => !taken.has(at) && headings[name].test(heading?.cells[at] ?? '')))
  const first = (least: number, holds: (cell: string) => boolean) =>
    take(places.find((at) => !taken.has(at) && share(body, at, holds) > least))

  const on = named('on') ?? first(0.3, (cell) => isDay(cell)) ?? first(0.9, (cell) => isDay(cell, true))
  if (on === undefined) return { refused: withoutDays }
  let denominator = named('denominator')
  const note = named('note')
  const value = named('value') ?? first(0.3, isNumber) ?? first(0, isNumber) ?? onlyOneLeft(places, taken)
  if (value === undefined)
    return {
      refused: 'There is a column of dates but none with numbers. Paste the column of readings as well.',
    }
  taken.add(value)
  denominator ??= first(0.3, isNumber)
  const remarks = note ?? take(places.find((at) => !taken.has(at) && share(body, at, isWords) > 0))
  const serial = share(body, on, (cell) => isDay(cell)) < 0.3
  return { columns: { on, value, denominator, note: remarks, serial }, lines: body }
}

const isWords = (cell: string) => !isNumber(cell)

const onlyOneLeft = (places: readonly number[], taken: ReadonlySet<number>) => {
  const left = places.filter((at) => !taken.has(at))
  return left.length > 0 ? left[0] : undefined
}

/** Many spreadsheets have their months side by side. */
const daysAcross = (body: readonly Line[]) =>
  body.some(({ cells }) => cells.filter((cell) => isDay(cell)).length > Math.max(2, cells.length / 2))

const across =
  'The dates stand side by side. In Excel copy them, choose Paste special and Transpose, so that each date has a row of its own.'
const withoutDays =
  'There is no column of dates. Paste two columns: the date, such as 18/04/2023, and the reading.'
