import { hash } from 'node:crypto'
import { networkById } from '../../../before/networks/store/networks.ts'
import { peopleRowsOf, peopleSection, restorePeople } from '../../../before/networks/store/people.ts'
import type { Db, Tx } from '../../../platform/store/database.ts'
import { indexWords } from '../../../platform/store/search-index.ts'
import { restore, rowsOf, type Row } from '../../../platform/store/rows.ts'
import type { Section } from '../../../platform/store/section.ts'
import type { FileRows, Sound } from '../rules/check.ts'
import { columnsWithout, leftOut } from '../rules/private.ts'
import { sections } from '../../../slices.ts'

const currentRows = (db: Db, section: Section, network: string): Promise<Row[]> =>
  section === peopleSection ? peopleRowsOf(db, network) : rowsOf(db, section, network)

/** All that a file can say of a network, or nothing where there is no such network. */
export async function networkRows(db: Db, network: string): Promise<FileRows | undefined> {
  if (!(await networkById(db, network))) return undefined
  const rows: FileRows = {}
  for (const section of sections) rows[section.name] = await currentRows(db, section, network)
  return rows
}

interface Making {
  now: string
  id(): string
  keyedHash(...words: string[]): string
}

/** Stores a whole network: section by section, many rows in a statement. */
export async function restoreNetwork(tx: Tx, network: string, rows: FileRows, making: Making): Promise<void> {
  for (const section of sections)
    await restoreSome(tx, network, { section, rows: rows[section.name] ?? [] }, making)
}

/** Stores rows of one section; those of sections before it, and of the same that they name, are there. */
export async function restoreSome(
  tx: Tx,
  network: string,
  { section, rows }: { section: Section; rows: Row[] },
  making: Making,
): Promise<void> {
  if (section === peopleSection) return restorePeople(tx, network, rows, making)
  const made = rows.map((row) => whole(row, section, network, making))
  await restore(tx, section, made)
  const { searched, table } = section
  if (searched)
    for (const row of made)
      await indexWords(tx, { network, kind: table, id: String(row['id']) }, searched(row))
}

function whole(row: Row, section: Section, network: string, { keyedHash, id }: Making): Row {
  const named =
    section.table === 'networks' ? { ...row, id: network, calendar: id() } : { ...row, network_id: network }
  const made = Object.entries(section.derived ?? {}).map(([column, make]) => [column, make(named, keyedHash)])
  return { ...named, ...Object.fromEntries(made) }
}

/** The first section in which a network differs from a file, apart from parts that the file leaves out. */
export async function firstDifference(
  db: Db,
  network: string,
  { without, rowsOf }: Pick<Sound, 'without' | 'rowsOf'>,
): Promise<string | undefined> {
  for (const section of sections) {
    const columns = comparedColumns(section, without)
    // Rows of a large network are told apart by their hashes, for which there is room.
    const hashes = (all: Iterable<Row>, said: boolean): string[] => {
      const found: string[] = []
      for (const row of all) {
        if (leftOut(section, row, without)) continue
        const values = columns.map((column) =>
          comparedValue(section, row, column, said ? network : undefined),
        )
        found.push(hash('sha256', JSON.stringify(values), 'base64'))
      }
      return found.sort()
    }
    const there = hashes(await currentRows(db, section, network), false)
    const given = hashes(rowsOf(section), true)
    if (there.length !== given.length || there.some((one, at) => one !== given[at])) return section.name
  }
  return undefined
}

function comparedColumns(section: Section, without: string[]): string[] {
  const hidden = columnsWithout(section, without)
  return Object.values(section.fields)
    .map(({ column }) => column)
    .filter((column) => !hidden.has(column) && !(column in (section.derived ?? {})))
}

/** A network goes by the name that it is imported under, and a person with an address by the name they have. */
function comparedValue(section: Section, row: Row, column: string, network: string | undefined): unknown {
  if (network && section.table === 'networks' && column === 'id') return network
  if (section === peopleSection && column === 'name' && row['email']) return ''
  return row[column] ?? null
}
