import type { Db } from '../../platform/store/database.ts'

export interface ReviewSeriesRow {
  network_id: string
  id: string
  first_on: string
  local_time: string
  minutes: number
  every_weeks: number
  months: number
  place: string | null
  link: string | null
  created_at: string
}

export interface ReviewRow {
  network_id: string
  id: string
  series_id: string | null
  on_day: string
  starts_at: string
  ends_at: string
  moved_from: string | null
  place: string | null
  link: string | null
  sequence: number
  notes: string | null
  held_at: string | null
  cancelled_at: string | null
  created_at: string
}

export interface QuestionRow {
  network_id: string
  id: string
  review_id: string
  team_id: string | null
  to_whom: string
  question: string
  asked_at: string
  answer: string | null
  answered_at: string | null
}

export interface DecisionRow {
  network_id: string
  id: string
  review_id: string
  what: string
  decided_at: string
}

export interface ActionRow {
  network_id: string
  id: string
  review_id: string
  what: string
  owner: string
  due_on: string | null
  made_at: string
  completed_at: string | null
}

export interface AttendanceRow {
  network_id: string
  id: string
  review_id: string
  name: string
  part: 'team' | 'senior_leader' | 'board' | 'qi_team'
  team_id: string | null
  present: number
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    review_series: ReviewSeriesRow
    reviews: ReviewRow
    review_questions: QuestionRow
    review_decisions: DecisionRow
    actions: ActionRow
    review_attendance: AttendanceRow
  }
}

/** The six-weekly meetings of a network, the earliest first. */
export const reviewsOf = (db: Db, network: string): Promise<ReviewRow[]> =>
  db
    .selectFrom('reviews')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()

export const reviewById = (db: Db, network: string, id: string): Promise<ReviewRow | undefined> =>
  db
    .selectFrom('reviews')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

/** The actions of all meetings of a network, the earliest due first. */
export const actionsOf = (db: Db, network: string): Promise<ActionRow[]> =>
  db
    .selectFrom('actions')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
