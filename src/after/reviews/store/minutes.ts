import type { Db, Tx } from '../../../platform/store/database.ts'
import { indexWords } from '../../../platform/store/search-index.ts'
import { decisionFields } from '../record.ts'
import type { ActionColumns, DecisionColumns, QuestionColumns } from '../record.ts'

export interface QuestionRow extends QuestionColumns {
  network_id: string
  id: string
  review_id: string
  team_id: string | null
  to_whom: 'senior_leaders' | 'board' | 'qi_team'
  asked_at: string
  answered_at: string | null
}

export interface DecisionRow extends DecisionColumns {
  network_id: string
  id: string
  review_id: string
  decided_at: string
}

export interface ActionRow extends ActionColumns {
  network_id: string
  id: string
  review_id: string
  made_at: string
  completed_at: string | null
}

export interface AttendanceRow {
  network_id: string
  id: string
  review_id: string
  /** Names of those who came, in words; may be empty. */
  name: string
  part: 'team' | 'senior_leader' | 'board' | 'qi_team'
  team_id: string | null
  present: number
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    review_questions: QuestionRow
    review_decisions: DecisionRow
    actions: ActionRow
    review_attendance: AttendanceRow
  }
}

/** The questions put at all meetings of a network, the oldest first. */
export const questionsOf = (db: Db, network: string): Promise<QuestionRow[]> =>
  db
    .selectFrom('review_questions')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

export const decisionsOf = (db: Db, network: string): Promise<DecisionRow[]> =>
  db
    .selectFrom('review_decisions')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('decided_at')
    .orderBy('id')
    .execute()

/** The actions of all meetings of a network, the oldest first. */
export const actionsOf = (db: Db, network: string): Promise<ActionRow[]> =>
  db
    .selectFrom('actions')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('made_at')
    .orderBy('id')
    .execute()

/** Attendance at the meetings of a network. It names people: show it only to those who have a role in the network. */
export const attendanceOf = (db: Db, network: string): Promise<AttendanceRow[]> =>
  db
    .selectFrom('review_attendance')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('review_id')
    .orderBy('id')
    .execute()

/** The meetings that something was recorded at. */
export async function meetingsWithMinutes(db: Db, network: string): Promise<Set<string>> {
  const all = [
    await questionsOf(db, network),
    await decisionsOf(db, network),
    await actionsOf(db, network),
    await attendanceOf(db, network),
  ]
  return new Set(all.flat().map((one) => one.review_id))
}

export async function addQuestionRow(tx: Tx, row: QuestionRow): Promise<void> {
  await tx.insertInto('review_questions').values(row).execute()
}

export async function answerQuestionRow(
  tx: Tx,
  network: string,
  id: string,
  change: Pick<QuestionRow, 'answer' | 'answered_at'>,
): Promise<void> {
  await tx
    .updateTable('review_questions')
    .set(change)
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute()
}

export async function addDecisionRow(tx: Tx, row: DecisionRow): Promise<void> {
  await tx.insertInto('review_decisions').values(row).execute()
  await indexWords(
    tx,
    { network: row.network_id, kind: 'review_decisions', id: row.id },
    decisionFields.searched(row),
  )
}

export async function addActionRow(tx: Tx, row: ActionRow): Promise<void> {
  await tx.insertInto('actions').values(row).execute()
}

export async function changeActionRow(
  tx: Tx,
  network: string,
  id: string,
  change: Pick<ActionRow, 'completed_at'>,
): Promise<void> {
  await tx.updateTable('actions').set(change).where('network_id', '=', network).where('id', '=', id).execute()
}

/** Attendance is recorded as a whole: it replaces the earlier record. */
export async function replaceAttendance(
  tx: Tx,
  network: string,
  review: string,
  rows: AttendanceRow[],
): Promise<void> {
  await tx
    .deleteFrom('review_attendance')
    .where('network_id', '=', network)
    .where('review_id', '=', review)
    .execute()
  if (rows.length > 0) await tx.insertInto('review_attendance').values(rows).execute()
}

/** Puts what is known of one team or group in the place of what was. */
export async function putAttendance(
  tx: Tx,
  before: AttendanceRow | undefined,
  row: AttendanceRow | undefined,
): Promise<void> {
  if (before)
    await tx
      .deleteFrom('review_attendance')
      .where('network_id', '=', before.network_id)
      .where('id', '=', before.id)
      .execute()
  if (row) await tx.insertInto('review_attendance').values(row).execute()
}
