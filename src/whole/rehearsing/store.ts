import { eventById } from '../../before/events/store.ts'
import { networkById } from '../../before/networks/store/networks.ts'
import { peopleOnlyIn } from '../../before/networks/store/people.ts'
import { forgetPeopleWithoutAddress } from '../../before/people/store.ts'
import { forgetSessionsIn } from '../../platform/auth/sessions.ts'
import { forgetMessagesOf } from '../../platform/mail/outbox.ts'
import type { Actor } from '../../platform/store/actor.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { forgetPseudonym } from '../../platform/store/journal.ts'
import { forgetKeysOf } from '../../platform/store/idempotency-keys.ts'
import { erase, eraseTable, rowsOf } from '../../platform/store/rows.ts'
import { sections } from '../../slices.ts'
import { staying } from '../moving/store/staying.ts'
import type { Rows } from './rules/copy.ts'
import { nothingYet, type Told } from './rules/state.ts'

/** A network that is the rehearsal of an event, and who plays it. */
export interface RehearsalRow {
  network_id: string
  of_network: string
  of_event: string
  people: number
  /** null: as long as life. 0: as fast as it goes. */
  minutes: number | null
  /** The pace: how many times as fast as life. */
  pace: number
  seed: number
  by_itself: number
  /** The process that plays it; null while it waits for one. */
  runner: string | null
  seen_at: string | null
  told: string
  started_at: string
  ended_at: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    rehearsals: RehearsalRow
  }
}

/** The rehearsal that a network is, if it is one. */
export const rehearsalIn = (db: Db, network: string): Promise<RehearsalRow | undefined> =>
  db.selectFrom('rehearsals').selectAll().where('network_id', '=', network).executeTakeFirst()

const namedSo = /^(?:\/api\/v1)?\/networks\/([a-z0-9-]+-rehearsal-[a-z0-9]{5})(?=[/?]|$)/

/** Nothing of a cleared rehearsal is left; only its address tells that it was one. */
export async function whyGone(db: Db, url: string): Promise<string | undefined> {
  const network = namedSo.exec(url)?.[1]
  return network && !(await networkById(db, network)) ? 'This rehearsal has been cleared.' : undefined
}

/** The rehearsals of an event, the latest first. */
export const rehearsalsOf = (db: Db, network: string, event: string): Promise<RehearsalRow[]> =>
  db
    .selectFrom('rehearsals')
    .selectAll()
    .where('of_network', '=', network)
    .where('of_event', '=', event)
    .orderBy('started_at', 'desc')
    .orderBy('network_id')
    .execute()

/** Those that wait for somebody to play them. */
export const waitingRehearsals = (db: Db): Promise<RehearsalRow[]> =>
  db
    .selectFrom('rehearsals')
    .selectAll()
    .where('runner', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('started_at')
    .orderBy('network_id')
    .execute()

/** Those that were begun before an instant. */
export const rehearsalsBefore = (db: Db, before: string): Promise<RehearsalRow[]> =>
  db.selectFrom('rehearsals').selectAll().where('started_at', '<', before).orderBy('network_id').execute()

export const toldIn = ({ told }: RehearsalRow): Told => ({ ...nothingYet(), ...(JSON.parse(told) as Told) })

export async function addRehearsalRow(tx: Tx, row: RehearsalRow): Promise<void> {
  await tx.insertInto('rehearsals').values(row).execute()
}

export async function changeRehearsalRow(tx: Tx, network: string, change: Partial<RehearsalRow>) {
  await tx.updateTable('rehearsals').set(change).where('network_id', '=', network).execute()
}

/** Takes a waiting rehearsal, unless somebody else has. */
export async function claimRow(tx: Tx, network: string, runner: string, now: string): Promise<boolean> {
  const claimed = await tx
    .updateTable('rehearsals')
    .set({ runner, seen_at: now })
    .where('network_id', '=', network)
    .where('runner', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(claimed.numUpdatedRows) === 1
}

/** Rows to copy of a network that holds the event. */
export async function rowsToCopy(db: Db, network: string, event: string): Promise<Rows | undefined> {
  if (!(await eventById(db, network, event))) return undefined
  const rows: Rows = {}
  for (const section of sections)
    if (section.rehearsed) rows[section.name] = await rowsOf(db, section, network)
  return rows
}

/** Leaves nothing of a rehearsal's network; the store's own rows of it go with the command. */
export async function forgetRehearsal(tx: Tx, network: string): Promise<void> {
  const simulated = await peopleOnlyIn(tx, network)
  for (const table of Object.keys(staying)) if (table !== 'journal') await eraseTable(tx, table, network)
  for (const section of sections.toReversed()) await erase(tx, section, network)
  await forgetSessionsIn(tx, network)
  await forgetMessagesOf(tx, network)
  for (const id of simulated) {
    const actor: Actor = { kind: 'person', id }
    await forgetPseudonym(tx, actor)
    await forgetKeysOf(tx, actor)
  }
  await forgetPeopleWithoutAddress(tx, simulated)
}
