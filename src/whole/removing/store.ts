import { networkById } from '../../before/networks/store/networks.ts'
import { erasedColumns } from '../../before/sign-ups/rules.ts'
import type { AttendeeRow } from '../../before/sign-ups/store.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { ballotById } from '../../day/ballots/ballot/store/ballots.ts'
import { slices } from '../../slices.ts'
import { addRows, countNaming, eraseNaming, rowsNaming, type Row } from '../../platform/store/rows.ts'
import { hangingOf, namedBy, trees, type Kind, type Prepared } from './rules.ts'
import type { Hanging } from '../../platform/store/hanging.ts'
import { counted } from '../../platform/text/english.ts'

export interface RemovedRow {
  network_id: string
  id: string
  kind: Kind
  record_id: string
  title: string
  /** The rows that went, as JSON: table by table, in the order in which they can be put back. */
  rows: string
  removed_by: string
  removed_at: string
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    removed: RemovedRow
  }
}

export interface Part {
  table: string
  by: string
  ids: string[]
  only: Record<string, string>
  rows: Row[]
}

export interface Found {
  title: string
  /** The rows that would go, the record itself first. */
  parts: Part[]
  /** The things that go with it, in words. */
  going: string[]
  /** The things that keep it, in words. */
  standing: string[]
  first?: Prepared[]
}

/** A record, the rows that hang on it and those that keep it; nothing where it is not there. */
export async function hangingOn(db: Db, kind: Kind, network: string, id: string): Promise<Found | undefined> {
  const { table, titled } = trees[kind]
  const rows = await rowsNaming(db, { table, by: 'id', ids: [id], only: {} }, network)
  if (!rows[0]) return undefined
  const found: Found = {
    title: String(rows[0][titled]),
    parts: [{ table, by: 'id', ids: [id], only: {}, rows }],
    going: [],
    standing: [],
  }
  for (const one of hangingOf(kind, slices)) await gather(db, network, one, [id], found)
  const first = kind === 'idea' && found.standing.length === 1 ? await onlyPrepared(db, network, id) : []
  return { ...found, ...(first.length > 0 && { first }) }
}

/** The votes that offer an idea, where not one of them was ever opened. */
async function onlyPrepared(db: Db, network: string, idea: string): Promise<Prepared[]> {
  const named = { table: 'ballot_options', by: 'idea_id', ids: [idea], only: {} }
  const offered = await rowsNaming(db, named, network)
  const found = await Promise.all(offered.map((row) => ballotById(db, network, String(row['ballot_id']))))
  const votes = found.flatMap((one) => (one ? [one] : []))
  if (votes.some((one) => one.opened_at !== null)) return []
  return votes.map(({ id, event_id, question }) => ({ ballot: id, event: event_id, question }))
}

async function gather(db: Db, network: string, one: Hanging, ids: string[], found: Found): Promise<void> {
  const named = { table: one.table, by: one.by, ids, only: one.only ?? {} }
  if (!one.goes) {
    const many = await countNaming(db, named, network)
    if (many > 0) found.standing.push(counted(many, ...one.is!))
    return
  }
  const rows = await rowsNaming(db, named, network)
  const going = rows.filter(one.goes)
  const stays = rows.length - going.length
  if (stays > 0) found.standing.push(counted(stays, ...one.is!))
  if (going.length === 0) return
  found.parts.push({ ...named, rows: going })
  if (one.is && stays === 0) found.going.push(counted(going.length, ...one.is))
  for (const deeper of one.hanging ?? [])
    await gather(
      db,
      network,
      deeper,
      going.map((row) => String(row['id'])),
      found,
    )
}

/** Takes the rows out of the network, and keeps them beside it. */
export async function takeAwayRows(tx: Tx, parts: Part[], row: Omit<RemovedRow, 'rows'>): Promise<void> {
  for (const part of parts.toReversed()) await eraseNaming(tx, part, row.network_id)
  const rows = JSON.stringify(parts.map((part) => ({ table: part.table, rows: part.rows })))
  await tx
    .insertInto('removed')
    .values({ ...row, rows })
    .execute()
}

type Kept = Pick<Part, 'table' | 'rows'>[]

const keptIn = ({ rows }: RemovedRow): Kept => JSON.parse(rows) as Kept

export const removedById = (db: Db, network: string, id: string): Promise<RemovedRow | undefined> =>
  db
    .selectFrom('removed')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

const goneAt = /^(?:\/api\/v1)?\/networks\/([\w-]+)\/(idea|team|event)s\/([\w-]+)(?=[/?]|$)/

/** The reason for people who follow an old link, or have its page open, why the thing is gone. */
export async function whyTakenAway(db: Db, url: string): Promise<string | undefined> {
  const [, network, kind, id] = goneAt.exec(url) ?? []
  if (!network || !id) return undefined
  const { table } = trees[kind as Kind]
  const removed = await db
    .selectFrom('removed')
    .select('id')
    .where('network_id', '=', network)
    .where('kind', '=', kind as Kind)
    .where('record_id', '=', id)
    .executeTakeFirst()
  if (!removed || (await countNaming(db, { table, by: 'id', ids: [id], only: {} }, network)) > 0)
    return undefined
  const { team_noun: team } = (await networkById(db, network))!
  return `This ${{ idea: 'change idea', team, event: 'event' }[kind as Kind]} is not there any more: it was taken away.`
}

/** Things taken away since an instant, the latest first. */
export const removedOf = (db: Db, network: string, since: string): Promise<RemovedRow[]> =>
  db
    .selectFrom('removed')
    .selectAll()
    .where('network_id', '=', network)
    .where('removed_at', '>', since)
    .orderBy('removed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** An obstacle to putting it back: its place is taken, or a record that it names is not there. */
export type InTheWay = { taken: true } | { missing: string; table: string }

export async function inTheWay(db: Db, row: RemovedRow): Promise<InTheWay | undefined> {
  const { network_id: network, record_id } = row
  const there = async (table: string, by: string, value: string) =>
    (await countNaming(db, { table, by, ids: [value], only: {} }, network)) > 0
  if (await there(trees[row.kind].table, 'id', record_id)) return { taken: true }
  if (row.kind === 'team' && (await there('teams', 'name', row.title))) return { taken: true }
  const kept = keptIn(row)
  const own = new Set(kept.flatMap(({ table, rows }) => rows.map((one) => `${table} ${String(one['id'])}`)))
  for (const { table, rows } of kept)
    for (const named of namedBy(table, slices))
      for (const id of new Set(rows.map((one) => one[named.column]).filter((one) => one !== null)))
        if (!own.has(`${named.table} ${String(id)}`) && !(await there(named.table, 'id', String(id))))
          return { missing: String(id), table: named.table }
  return undefined
}

/** Puts everything back as it was. */
export async function putBackRows(tx: Tx, row: RemovedRow): Promise<void> {
  for (const { table, rows } of keptIn(row)) await addRows(tx, table, rows)
  await tx.deleteFrom('removed').where('network_id', '=', row.network_id).where('id', '=', row.id).execute()
}

/** Deletes for good the things taken away before an instant. */
export async function forgetRemovedBefore(tx: Tx, before: string): Promise<number> {
  const gone = await tx.deleteFrom('removed').where('removed_at', '<=', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

export const anyRemovedBefore = async (db: Db, before: string): Promise<boolean> =>
  (await db
    .selectFrom('removed')
    .select('id')
    .where('removed_at', '<=', before)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** The cancelled sign-ups with an address that went with an event, and the event's name. */
export async function removedSignUps(db: Db, email: string): Promise<{ row: AttendeeRow; event: string }[]> {
  const all = await db.selectFrom('removed').selectAll().where('kind', '=', 'event').orderBy('id').execute()
  return all.flatMap((removed) =>
    keptIn(removed)
      .filter(({ table }) => table === 'attendees')
      .flatMap(({ rows }) => rows as unknown as AttendeeRow[])
      .filter((row) => row.email === email)
      .map((row) => ({ row, event: removed.title })),
  )
}

/** Deletes somebody's personal data in all things taken away. */
export async function forgetInRemoved(tx: Tx, person: string, email: string | null): Promise<void> {
  for (const removed of await tx.selectFrom('removed').selectAll().execute()) {
    const kept = keptIn(removed)
    let changed = false
    const without = (row: Row, change: object) => {
      changed = true
      return { ...row, ...change }
    }
    const left = kept.map(({ table, rows }) => ({
      table,
      rows: rows.map((row) =>
        table === 'attendees' && email !== null && row['email'] === email
          ? without(row, erasedColumns(row as unknown as AttendeeRow))
          : table === 'memberships' && row['person_id'] === person && row['lived_experience'] !== null
            ? without(row, { lived_experience: null })
            : row,
      ),
    }))
    if (!changed) continue
    await tx
      .updateTable('removed')
      .set({ rows: JSON.stringify(left) })
      .where('network_id', '=', removed.network_id)
      .where('id', '=', removed.id)
      .execute()
  }
}
