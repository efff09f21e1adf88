import { endArrival } from '../../../before/networks/store/arrivals.ts'
import { takeAwayPeople, peopleSection } from '../../../before/networks/store/people.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { erase, eraseSome, keyColumns, type Row } from '../../../platform/store/rows.ts'
import type { Section } from '../../../platform/store/section.ts'
import { sections } from '../../../slices.ts'

/** Some rows of one section, as they are brought in. */
export interface Lot {
  section: string
  rows: Row[]
}

/** Limits of one transaction, so that nobody waits for it longer than for a page. */
export const mostRows = 250
const mostText = 100_000

/** A file's rows in lots that are small enough to be stored at once, in the order in which they name each other. */
export function* lotsOf(rowsOf: (section: Section) => Iterable<Row>): Generator<Lot[]> {
  let [lots, rows, text]: [Lot[], number, number] = [[], 0, 0]
  for (const section of sections.filter(({ name }) => name !== 'network')) {
    for (const row of inOrderOfNames(section, rowsOf(section))) {
      const size = Object.values(row).reduce<number>((sum, value) => sum + String(value).length, 0)
      if (rows > 0 && (rows === mostRows || text + size > mostText)) {
        yield lots
        ;[lots, rows, text] = [[], 0, 0]
      }
      const last = lots.at(-1)
      if (last?.section === section.name) last.rows.push(row)
      else lots.push({ section: section.name, rows: [row] })
      rows += 1
      text += size
    }
  }
  if (lots.length > 0) yield lots
}

/** Named records come first where records name others of their own section. */
function inOrderOfNames(section: Section, rows: Iterable<Row>): Iterable<Row> {
  const field = Object.values(section.fields).find((one) => one.section === section.name)
  if (!field) return rows
  const byId = new Map([...rows].map((row) => [row['id'], row]))
  const ordered = new Set<Row>()
  const put = (row: Row | undefined) => {
    const way: Row[] = []
    for (let at = row; at && !ordered.has(at); at = byId.get(at[field.column])) way.push(at)
    for (const one of way.toReversed()) ordered.add(one)
  }
  for (const row of byId.values()) put(row)
  return ordered
}

/** The name of an arrival that is being taken away. */
export const takenAway = 'taken away'

/** Takes away some rows that have come of a network, the last first; answers whether any were left to take. */
export async function takeAwaySome(tx: Tx, network: string, madeAt: string): Promise<boolean> {
  for (const section of sections.toReversed()) {
    if (section.table === 'networks') continue
    if (
      section.table === 'ideas' &&
      (await eraseSome(tx, { table: 'words', column: 'subject_id', network }, mostRows))
    )
      return true
    const gone =
      section === peopleSection
        ? await takeAwayPeople(tx, network, { most: mostRows, madeAt })
        : await eraseSome(
            tx,
            { table: section.table, column: keyColumns(section).at(-1)!, network },
            mostRows,
          )
    if (gone > 0) return true
  }
  await endArrival(tx, network, takenAway)
  await erase(tx, sections[0]!, network)
  return false
}
