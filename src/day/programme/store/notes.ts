import type { Db, Tx } from '../../../platform/store/database.ts'

export interface PresenterNoteRow {
  network_id: string
  id: string
  event_id: string
  text: string
  written_by: string
  written_at: string
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    presenter_notes: PresenterNoteRow
  }
}

/** The note that the presenter at an event is shown, if there is one. */
export const presenterNote = (
  db: Db,
  network: string,
  event: string,
): Promise<PresenterNoteRow | undefined> =>
  db
    .selectFrom('presenter_notes')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .executeTakeFirst()

/** Puts a note in the place of the one before; without one, takes it away. */
export async function replacePresenterNote(
  tx: Tx,
  network: string,
  event: string,
  row: PresenterNoteRow | undefined,
): Promise<void> {
  await tx
    .deleteFrom('presenter_notes')
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .execute()
  if (row) await tx.insertInto('presenter_notes').values(row).execute()
}
