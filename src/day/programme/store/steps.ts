import type { AtEvent } from '../../../before/events/rules.ts'
import { actorKey, type Actor } from '../../../platform/store/actor.ts'
import type { Db, Tx } from '../../../platform/store/database.ts'
import type { ItemKind } from '../../../items.ts'
import type { StepKind } from '../rules/steps.ts'
import type { ItemRow } from './items.ts'

export interface DeskStepRow {
  network_id: string
  id: string
  event_id: string
  number: number
  what: StepKind
  item_id: string | null
  minutes: number | null
  done_by: string
  done_at: string
  /** The earlier state, as JSON of `Back`. */
  back: string
  undone_by: string | null
  undone_at: string | null
}

/** The changes of a step, as things were before. */
export interface Back {
  items: { id: string; set: Partial<ItemRow> }[]
  order?: string[]
  /** The earlier states that each kind of part has kept, in the order of the changes. */
  kinds: Partial<Record<ItemKind, unknown[]>>
}

/** Steps of before version 0.2 kept rooms, and the vote that they opened, each in its own place. */
export function backOf({ back }: DeskStepRow): Back {
  const { rooms, opened, kinds, ...kept } = JSON.parse(back) as Omit<Back, 'kinds'> & {
    rooms?: unknown[]
    opened?: string
    kinds?: Back['kinds']
  }
  return { ...kept, kinds: { ...(rooms && { rooms }), ...(opened && { ballot: [opened] }), ...kinds } }
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    desk_steps: DeskStepRow
  }
}

const stepsAt = (db: Db, { network, event }: AtEvent) =>
  db.selectFrom('desk_steps').selectAll().where('network_id', '=', network).where('event_id', '=', event)

/** The last thing that was done from the Desk and not taken back. */
export const lastStep = (db: Db, at: AtEvent): Promise<DeskStepRow | undefined> =>
  stepsAt(db, at).where('undone_at', 'is', null).orderBy('number', 'desc').limit(1).executeTakeFirst()

export const stepById = (db: Db, at: AtEvent, id: string): Promise<DeskStepRow | undefined> =>
  stepsAt(db, at).where('id', '=', id).executeTakeFirst()

export async function addStepRow(
  tx: Tx,
  { network, event }: AtEvent,
  step: Pick<DeskStepRow, 'id' | 'what' | 'item_id' | 'minutes' | 'done_at'> & { by: Actor; back: Back },
): Promise<void> {
  const { by, back, ...columns } = step
  const last = await stepsAt(tx, { network, event }).orderBy('number', 'desc').limit(1).executeTakeFirst()
  const row: DeskStepRow = {
    network_id: network,
    event_id: event,
    number: (last?.number ?? 0) + 1,
    ...columns,
    done_by: actorKey(by),
    back: JSON.stringify(back),
    undone_by: null,
    undone_at: null,
  }
  await tx.insertInto('desk_steps').values(row).execute()
}

export async function markUndone(
  tx: Tx,
  { network_id, id }: DeskStepRow,
  { by, at }: { by: Actor; at: string },
): Promise<void> {
  await tx
    .updateTable('desk_steps')
    .set({ undone_by: actorKey(by), undone_at: at })
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}
