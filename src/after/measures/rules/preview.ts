import { differs, faultOf, isSmall, type GivenReading, type Reads } from './reading.ts'
import { patientNumbersIn, readPasted } from './pasted.ts'

/** A row of what was pasted: what would become of it, or why nothing can. */
export interface PreviewRow {
  row: number
  text: string
  reading?: GivenReading
  /** The reading that is there for the day already, where it says something else. */
  was?: GivenReading
  /** It is there already and says the same. */
  same?: true
  wrong?: string
}

export interface Preview {
  rows: PreviewRow[]
  /** Readings that can be kept. */
  good: GivenReading[]
  wrong: PreviewRow[]
  changing: PreviewRow[]
  /** Readings that count few people. */
  small: number
  /** The sentence where nothing can be read at all. */
  refused?: string
}

/** The rows of a pasted text beside the readings that are there; nothing is kept by looking. */
export function previewOf(
  measure: Reads & { people: string },
  text: string,
  there: readonly GivenReading[],
  today: string,
): Preview {
  const pasted = readPasted(text, { today })
  const known = new Map(there.map((one) => [one.on, one]))
  const rows = pasted.rows.map(({ row, text: shown, reading, wrong }): PreviewRow => {
    if (!reading) return { row, text: shown, wrong: wrong ?? 'It cannot be read.' }
    const old = known.get(reading.on)
    // A note that is not pasted stays.
    const given: GivenReading = { ...reading, note: reading.note.trim() || (old?.note ?? null) }
    const fault = faultOf(measure, given, today)
    if (fault) return { row, text: shown, wrong: fault.says }
    if (!old) return { row, text: shown, reading: given }
    return differs(old, given)
      ? { row, text: shown, reading: given, was: old }
      : { row, text: shown, reading: given, same: true }
  })
  const good = rows.flatMap(({ reading }) => (reading ? [reading] : []))
  return {
    rows,
    good,
    wrong: rows.filter((row) => row.wrong !== undefined),
    changing: rows.filter((row) => row.was !== undefined),
    small: good.filter((one) => isSmall(measure, one)).length,
    ...(pasted.refused !== undefined && { refused: pasted.refused }),
  }
}

/** Likely NHS numbers in a pasted text, cell by cell, as a text that is asked about. */
export const patientNumbers = (text: string): string =>
  patientNumbersIn(text)
    .map(({ number }) => number)
    .join('; ')
