import type { Db, Tx } from '../../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'

export interface ReportRow {
  network_id: string
  id: string
  event_id: string
  kind: string
  title: string
  body: string
  /** The sealed facts of the draft: a different seal shows that the records have changed since. */
  drafted_from: string
  edited_at: string
  published_at: string | null
  published_by: string | null
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    reports: ReportRow
  }
}

export const reportOf = (db: Db, network: string, event: string): Promise<ReportRow | undefined> =>
  db
    .selectFrom('reports')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('kind', '=', 'post')
    .executeTakeFirst()

/** A report is one of its kind and event: saved anew it replaces what stood. */
export async function saveReportRow(tx: Tx, row: ReportRow): Promise<void> {
  const { title, body, drafted_from, edited_at, published_at, published_by } = row
  await tx
    .insertInto('reports')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['network_id', 'event_id', 'kind'])
        .doUpdateSet({ title, body, drafted_from, edited_at, published_at, published_by }),
    )
    .execute()
}

export const reportSections: Section[] = [
  section('reports', {
    says: 'The news post about an event, as it was edited',
    unique: [['event', 'kind']],
    fields: {
      id: fields.id(),
      event: fields.reference('events', 'The event'),
      kind: fields.choice(['post'], 'What kind of report', { otherwise: 'post' }),
      title: fields.text('Its headline'),
      body: fields.text('Its text in Markdown'),
      draftedFrom: fields.text('What it was drafted from', { otherwise: '' }),
      editedAt: fields.instant('When it was last edited', { otherwise: 'now' }),
      publishedAt: fields.instant('When it was published', maybe),
      publishedBy: fields.doer('Who published it'),
    },
  }),
]
