import { parseDay } from '../../../../platform/face/typed-day.ts'

export type ReadDay = { on: string } | { wrong: string }

const parts = /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[a-z]{3,9}\.?)[\s.,/-]+(\d{4}|\d{2})$/i
const monthAndYear = /^([a-z]{3,9}\.?)[\s/.'’-]*(\d{4}|\d{2})$/i
const numericMonthAndYear = /^(\d{1,2})[/.-](\d{4})$/
const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/
const americanWords = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i
const before =
  /^(?:w\/?[cb]|week (?:commencing|beginning|of))[\s:]+|^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+/i
const clock = /[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]m)?Z?$/i

/** Days that Excel counts from 30 December 1899: from 1954 to 2119, so that readings are seldom taken for them. */
const firstSerial = 20_000
const lastSerial = 80_000

/**
 * A day as spreadsheets and people write it, the day before the month. A month by itself is its first day. Nothing
 * where the text is no day at all. A bare number counts as a day of Excel only where the column holds days.
 */
export function readDay(text: string, { serial }: { serial: boolean }): ReadDay | undefined {
  const bare = text.replace(before, '').replace(clock, '').trim()
  if (serial && /^\d{5}(?:[.,]\d+)?$/.test(bare))
    return fromSerial(Math.floor(Number(bare.replace(',', '.'))))
  const found = splitDay(bare)
  if (!found) return undefined
  const [day, month, typedYear] = found
  const year = typedYear.length === 2 ? `20${typedYear}` : typedYear
  const parsed = parseDay({ day, month, year })
  if ('on' in parsed) return Number(year) < 1900 ? { wrong: `“${text}” is too long ago.` } : parsed
  if (Number(month) > 12 && Number(month) <= 31 && Number(day) <= 12)
    return { wrong: `“${text}” has its month first: write the day first, as in 18/04/2023.` }
  return { wrong: `“${text}” is not a real date.` }
}

function splitDay(text: string): [day: string, month: string, year: string] | undefined {
  const [, day, month, year] = parts.exec(text) ?? []
  if (day) return [day, month!, year!]
  const [, isoYear, isoMonth, isoDay] = iso.exec(text) ?? []
  if (isoYear) return [isoDay ?? '1', isoMonth!, isoYear]
  const [, americanMonth, americanDay, americanYear] = americanWords.exec(text) ?? []
  if (americanMonth) return [americanDay!, americanMonth, americanYear!]
  const [, only, ofYear] = monthAndYear.exec(text) ?? numericMonthAndYear.exec(text) ?? []
  return only && isMonth(only) ? ['1', only, ofYear!] : undefined
}

const isMonth = (text: string) => 'on' in parseDay({ day: '1', month: text, year: '2000' })

function fromSerial(serial: number): ReadDay | undefined {
  if (serial < firstSerial || serial > lastSerial) return undefined
  return { on: Temporal.PlainDate.from('1899-12-30').add({ days: serial }).toString() }
}
