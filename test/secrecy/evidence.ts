import { DatabaseSync } from 'node:sqlite'
import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { databaseFile } from '../../src/platform/store/store.ts'
import type { Database } from '../stores.ts'
import type { Mark } from './adversary.ts'

/** Words that stand for somebody or something: its id, and whatever else leads there. */
export type Ids = Map<string, string[]>

type Row = Record<string, unknown>

/** Bytes that lie in one place, such as the pages of a table. */
export interface Bytes {
  name: string
  bytes: Buffer
}

export interface Evidence {
  /** The first commit in which something stood in a log, where that can be told. */
  commits?: { name: string; commits: Buffer[][] }
  tables: { name: string; rows: Row[] }[]
  bytes: Bytes[]
}

/** Everything there is: the rows of every table with what the database notes beside them, and the raw files. */
export const everything = (database: Database, at: string): Promise<Evidence> =>
  database === 'sqlite' ? everythingOfSqlite(at) : everythingOfPostgres(at)

async function everythingOfSqlite(folder: string): Promise<Evidence> {
  const file = databaseFile(folder)
  const db = new DatabaseSync(file, { readOnly: true })
  const all = (statement: string) => db.prepare(statement).all() as Row[]
  const names = all("select name from sqlite_master where type = 'table'").map(({ name }) => String(name))
  const tables = names.map((name) => ({ name, rows: readInPlace(all, name) }))
  const pages = new Map(
    all('select pageno, name from dbstat').map((row) => [Number(row['pageno']), String(row['name'])]),
  )
  const size = Number(all('pragma page_size')[0]!['page_size'])
  db.close()
  const raw = readFileSync(file)
  const owners = new Set([...pages.values(), 'free pages'])
  const bytes = [...owners].map((name) => ({ name, bytes: onlyPagesOf(raw, size, name, pages) }))
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0)
  const commits = { name: 'write-ahead log', commits: commitsIn(log, size) }
  return { tables, bytes: [...bytes, { name: 'write-ahead log', bytes: log }], commits }
}

/** New bytes that each commit in a log of SQLite put on a page. */
function commitsIn(log: Buffer, size: number): Buffer[][] {
  const commits: Buffer[][] = [[]]
  const before = new Map<number, Buffer>()
  for (let at = 32; at + 24 + size <= log.length; at += 24 + size) {
    const page = log.readUInt32BE(at)
    const held = log.subarray(at + 24, at + 24 + size)
    const old = before.get(page)
    before.set(page, held)
    if (old) commits.at(-1)!.push(held, old)
    if (log.readUInt32BE(at + 4) !== 0) commits.push([])
  }
  return commits
}

const readInPlace = (all: (statement: string) => Row[], table: string): Row[] => {
  try {
    return all(`select rowid as "the rowid", * from "${table}" order by rowid`)
  } catch {
    return all(`select * from "${table}"`)
  }
}

/** The file with the pages of others blanked, so that places stay what they are. */
function onlyPagesOf(raw: Buffer, size: number, name: string, pages: Map<number, string>): Buffer {
  const copy = Buffer.from(raw)
  for (let page = 1; page * size <= raw.length; page++)
    if ((pages.get(page) ?? 'free pages') !== name) copy.fill(0, (page - 1) * size, page * size)
  return copy
}

async function everythingOfPostgres(url: string): Promise<Evidence> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const all = async (statement: string) => (await client.query(statement)).rows as Row[]
  // Pages still in memory are written to the files.
  await all('checkpoint')
  const owned = await all(`select c.relname as name, c.relkind as kind, pg_relation_filepath(c.oid) as path
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'i')`)
  const tables: Evidence['tables'] = []
  for (const { name } of owned.filter(({ kind }) => kind === 'r'))
    tables.push({
      name: String(name),
      rows: await all(`select *, xmin::text::bigint as "the xmin", xmax::text::bigint as "the xmax",
      cmin::text::bigint as "the cmin", (ctid::text::point)[0] * 10000 + (ctid::text::point)[1] as "the ctid" from "${String(name)}"`),
    })
  const bytes: Bytes[] = []
  const read = async (path: string) =>
    (await all(`select pg_read_binary_file('${path}', true) as bytes`))[0]!['bytes'] as Buffer | null
  const known = new Map(owned.map(({ name, path }) => [String(path).split('/').at(-1)!, String(name)]))
  const folder = String(owned[0]!['path']).split('/').slice(0, -1).join('/')
  // Also files that belong to nothing any more.
  for (const { file } of await all(`select pg_ls_dir('${folder}') as file`)) {
    const held = await read(`${folder}/${String(file)}`)
    if (held) bytes.push({ name: known.get(String(file)) ?? 'files of nothing', bytes: held })
  }
  await client.end()
  return { tables, bytes }
}

/** The marks of these ids in the evidence: every number that stands beside them, and every place where they lie. */
export const marksOf = ({ tables, bytes, commits }: Evidence, ids: Ids): Mark[] =>
  [
    ...(commits ? [marksInCommits(commits, ids)] : []),
    ...tables.flatMap((table) => marksInRows(table.name, table.rows, ids)),
    ...bytes.flatMap((one) => marksInBytes(one, ids)),
  ].filter(({ of }) => of.size > 1)

const numberIn = (value: unknown): number | undefined => {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value)
  if (typeof value !== 'string') return undefined
  if (/^\d+$/.test(value)) return Number(value)
  return /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : undefined
}

function marksInRows(name: string, rows: Row[], ids: Ids): Mark[] {
  const whose = new Map([...ids].flatMap(([id, words]) => words.map((word) => [word, id] as const)))
  const marks = new Map<string, Mark>()
  const note = (what: string, id: string, value: number) => {
    if (!marks.has(what)) marks.set(what, { name: `${name} ${what}`, of: new Map() })
    const { of } = marks.get(what)!
    of.set(id, [...(of.get(id) ?? []), value])
  }
  rows.forEach((row, at) => {
    const found = new Set(
      Object.values(row)
        .flatMap((value) => (typeof value === 'string' ? wordsIn(value) : []))
        .flatMap((word) => whose.get(word) ?? []),
    )
    for (const id of found) {
      note('order', id, at)
      for (const [column, value] of Object.entries(row)) {
        const number = numberIn(value)
        if (number !== undefined) note(column, id, number)
      }
    }
  })
  return [...marks.values()]
}

/** A cell's text whole, and each id in it. */
const wordsIn = (text: string): string[] => [text, ...(text.match(/[\w-]{12,}/g) ?? [])]

function marksInCommits({ name, commits }: NonNullable<Evidence['commits']>, ids: Ids): Mark {
  const mark: Mark = { name: `${name} commit`, of: new Map() }
  const words = [...ids].flatMap(([id, all]) => all.map((word) => [id, word] as const))
  commits.forEach((pages, at) => {
    for (let pair = 0; pair < pages.length; pair += 2)
      for (const [id, word] of words)
        if (pages[pair]!.includes(word) && !pages[pair + 1]!.includes(word))
          mark.of.set(id, [...(mark.of.get(id) ?? []), at])
  })
  return mark
}

/** Bytes from the beginning of a row's identity back to the transaction in its head, on a page of PostgreSQL. */
const beforeIdentity = 25

function marksInBytes({ name, bytes }: Bytes, ids: Ids): Mark[] {
  const place: Mark = { name: `${name} place in file`, of: new Map() }
  const page: Mark = { name: `${name} page`, of: new Map() }
  const within: Mark = { name: `${name} place in page`, of: new Map() }
  const transaction: Mark = { name: `${name} raw xmin`, of: new Map() }
  const size = 4096
  for (const [id, words] of ids) {
    const places = words.flatMap((word) => placesOf(bytes, word))
    if (places.length === 0) continue
    place.of.set(id, places)
    page.of.set(
      id,
      places.map((at) => Math.floor(at / size)),
    )
    within.of.set(
      id,
      places.map((at) => at % size),
    )
    const heads = places.flatMap((at) => transactionAt(bytes, at))
    if (heads.length > 0) transaction.of.set(id, heads)
  }
  return [place, page, within, transaction]
}

function placesOf(bytes: Buffer, word: string): number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + 1)) places.push(at)
  return places
}

/** The rows of votes and roll begin with their network, `north`, and their ballot; before these is the row's head. */
function transactionAt(bytes: Buffer, at: number): number[] {
  const network = bytes.lastIndexOf('north', at)
  if (network < beforeIdentity || at - network > 60) return []
  return [bytes.readUInt32LE(network - beforeIdentity)]
}
