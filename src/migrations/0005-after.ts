import type { Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key, to, type TableShape } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

const tables: Record<string, TableShape> = {
  plans: {
    columns: {
      ...inNetwork,
      team_id: 'text',
      pledge_id: 'text?',
      aim: 'text',
      lead: 'text?',
      support_agreed: 'text?',
      starts_on: 'text',
      ends_on: 'text',
      created_at: 'text',
      updated_at: 'text',
    },
    key,
    unique: [['network_id', 'team_id', 'starts_on']],
    references: [to('teams', 'team_id'), to('pledges', 'pledge_id')],
  },
  plan_steps: {
    columns: {
      ...inNetwork,
      plan_id: 'text',
      quarter: 'integer',
      position: 'integer',
      what: 'text',
      owner: 'text?',
      due_on: 'text?',
      completed_at: 'text?',
    },
    key,
    references: [to('plans', 'plan_id')],
    index: [['network_id', 'plan_id', 'quarter']],
  },
  review_series: {
    columns: {
      ...inNetwork,
      first_on: 'text',
      local_time: 'text',
      minutes: 'integer',
      every_weeks: 'integer',
      months: 'integer',
      place: 'text?',
      link: 'text?',
      created_at: 'text',
    },
    key,
  },
  reviews: {
    columns: {
      ...inNetwork,
      series_id: 'text?',
      on_day: 'text',
      starts_at: 'text',
      ends_at: 'text',
      moved_from: 'text?',
      place: 'text?',
      link: 'text?',
      sequence: 'integer',
      notes: 'text?',
      held_at: 'text?',
      cancelled_at: 'text?',
      created_at: 'text',
    },
    key,
    references: [to('review_series', 'series_id')],
    index: [['network_id', 'on_day']],
  },
  review_questions: {
    columns: {
      ...inNetwork,
      review_id: 'text',
      team_id: 'text?',
      to_whom: 'text',
      question: 'text',
      asked_at: 'text',
      answer: 'text?',
      answered_at: 'text?',
    },
    key,
    references: [to('reviews', 'review_id'), to('teams', 'team_id')],
    index: [['network_id', 'review_id']],
  },
  review_decisions: {
    columns: { ...inNetwork, review_id: 'text', what: 'text', decided_at: 'text' },
    key,
    references: [to('reviews', 'review_id')],
    index: [['network_id', 'review_id']],
  },
  actions: {
    columns: {
      ...inNetwork,
      review_id: 'text',
      what: 'text',
      owner: 'text',
      due_on: 'text?',
      made_at: 'text',
      completed_at: 'text?',
    },
    key,
    references: [to('reviews', 'review_id')],
    index: [['network_id', 'review_id']],
  },
  review_attendance: {
    columns: {
      ...inNetwork,
      review_id: 'text',
      name: 'text',
      part: 'text',
      team_id: 'text?',
      present: 'integer',
    },
    key,
    references: [to('reviews', 'review_id'), to('teams', 'team_id')],
    index: [['network_id', 'review_id']],
  },
  reports: {
    columns: {
      ...inNetwork,
      event_id: 'text',
      kind: 'text',
      title: 'text',
      body: 'text',
      edited_at: 'text',
      published_at: 'text?',
    },
    key,
    unique: [['network_id', 'event_id', 'kind']],
    references: [to('events', 'event_id')],
  },
}

export async function up(db: Kysely<unknown>, dialect: Dialect) {
  for (const [name, shape] of Object.entries(tables)) await makeTable(db, dialect, name, shape)
}
