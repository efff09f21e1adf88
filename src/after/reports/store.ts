import type { Db } from '../../platform/store/database.ts'

export interface ReportRow {
  network_id: string
  id: string
  event_id: string
  kind: string
  title: string
  body: string
  edited_at: string
  published_at: string | null
}

declare module '../../platform/store/database.ts' {
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
