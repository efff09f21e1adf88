import type { Db, Tx } from '../../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'
import { itemKinds, type ItemKind } from '../../../items.ts'

export interface ItemRow {
  network_id: string
  id: string
  event_id: string
  position: number
  kind: ItemKind
  /** Empty for an idea that goes by its own title. */
  title: string
  minutes: number | null
  planned_at: string | null
  idea_id: string | null
  ballot_id: string | null
  link: string | null
  note: string | null
  started_at: string | null
  started_by: string | null
  finished_at: string | null
  finished_by: string | null
  removed_at: string | null
  removed_by: string | null
  extra_minutes: number | null
  added_at: string | null
  added_by: string | null
  skipped_at: string | null
  skipped_by: string | null
}

/** Columns of an item with which nothing has been done yet. */
export const untouched = {
  started_at: null,
  started_by: null,
  finished_at: null,
  finished_by: null,
  removed_at: null,
  removed_by: null,
  extra_minutes: null,
  added_at: null,
  added_by: null,
  skipped_at: null,
  skipped_by: null,
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    programme_items: ItemRow
  }
}

const ofEvent = (db: Db, network: string, event: string) =>
  db.selectFrom('programme_items').selectAll().where('network_id', '=', network).where('event_id', '=', event)

/** The programme of an event, in its order. */
export const itemsOf = (db: Db, network: string, event: string): Promise<ItemRow[]> =>
  ofEvent(db, network, event).where('removed_at', 'is', null).orderBy('position').orderBy('id').execute()

/** Items that were taken off the programme and can be put back, the latest first. */
export const removedItemsOf = (db: Db, network: string, event: string): Promise<ItemRow[]> =>
  ofEvent(db, network, event)
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .orderBy('id')
    .execute()

/** An item of an event, also one that was taken off. */
export const itemById = (db: Db, network: string, event: string, id: string): Promise<ItemRow | undefined> =>
  ofEvent(db, network, event).where('id', '=', id).executeTakeFirst()

export async function addItemRows(tx: Tx, rows: ItemRow[]): Promise<void> {
  await tx.insertInto('programme_items').values(rows).execute()
}

export async function changeItemRow(
  tx: Tx,
  { network_id, id }: Pick<ItemRow, 'network_id' | 'id'>,
  change: Partial<ItemRow>,
): Promise<void> {
  await tx
    .updateTable('programme_items')
    .set(change)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}

/** Items that opened a vote that is gone wait for another, also those taken off the programme. */
export async function leaveOutBallot(tx: Tx, network: string, ballot: string): Promise<void> {
  await tx
    .updateTable('programme_items')
    .set({ ballot_id: null })
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .execute()
}

/** Numbers the items in the order given. */
export async function orderItemRows(tx: Tx, items: readonly ItemRow[]): Promise<void> {
  for (const [at, item] of items.entries()) {
    if (item.position !== at + 1) await changeItemRow(tx, item, { position: at + 1 })
  }
}

export const programmeSections: Section[] = [
  section('programme', {
    rehearsed: ['id', 'event', 'position', 'kind', 'title', 'minutes', 'idea', 'ballot'],
    table: 'programme_items',
    says: 'The parts of the day, in their order',
    taken: ['from-another-day'],
    inTime: [['startedAt', 'finishedAt']],
    agrees: [['ballot.event', 'event']],
    fields: {
      id: fields.id(),
      event: fields.reference('events', 'The event'),
      position: fields.number('Its place in the day'),
      kind: fields.choice(itemKinds, 'What it is'),
      title: fields.text('Its title; empty for an idea that goes by its own', { otherwise: '' }),
      minutes: fields.number('How long it is to take', maybe),
      plannedAt: fields.instant('When it is to begin, where that is fixed', maybe),
      idea: fields.reference('ideas', 'The idea that is shown', maybe),
      ballot: fields.reference('ballots', 'The vote that it opens', maybe),
      link: fields.text('An address for everyone who takes part', maybe),
      note: fields.text('What people need to know', maybe),
      startedAt: fields.instant('When it began', maybe),
      startedBy: fields.doer('Who began it'),
      finishedAt: fields.instant('When it was over', maybe),
      finishedBy: fields.doer('Who finished it'),
      removedAt: fields.instant('When it was taken off', maybe),
      removedBy: fields.doer('Who took it off'),
      extraMinutes: fields.number('Minutes given to it on the day, or taken from it', maybe),
      addedAt: fields.instant('When it was put in on the day, beside the plan', maybe),
      addedBy: fields.doer('Who put it in on the day'),
      skippedAt: fields.instant('When it was left out on the day', maybe),
      skippedBy: fields.doer('Who left it out'),
    },
  }),
]
