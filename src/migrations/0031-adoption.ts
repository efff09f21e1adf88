import type { Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** How far a team has come with an idea: its moves on the ladder, looks at the context, adaptations, checks and scores. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'adoptions', {
    columns: {
      ...inNetwork,
      idea_id: 'text',
      team_id: 'text',
      stage: 'text',
      stage_on: 'text',
      done: 'text',
      from_team_id: 'text?',
      kept: 'text?',
      changed: 'text?',
      in_use: 'text?',
      not_in_use: 'text?',
      seen_how: 'text?',
      reached: 'integer?',
      eligible: 'integer?',
      counted_on: 'text?',
      created_at: 'text',
      updated_at: 'text',
    },
    key,
    unique: [['network_id', 'idea_id', 'team_id']],
    references: [to('ideas', 'idea_id'), to('teams', 'team_id'), to('teams', 'from_team_id')],
    index: [['network_id', 'team_id']],
  })
  await makeTable(db, dialect, 'adoption_moves', {
    columns: {
      ...inNetwork,
      adoption_id: 'text',
      stage: 'text',
      on_day: 'text',
      evidence: 'text?',
      source: 'text?',
      reason: 'text?',
      cycle_id: 'text?',
      moved_at: 'text',
      moved_by: 'text?',
      undone_at: 'text?',
      undone_by: 'text?',
    },
    key,
    references: [to('adoptions', 'adoption_id'), to('cycles', 'cycle_id')],
    index: [['network_id', 'adoption_id']],
  })
  await makeTable(db, dialect, 'context_looks', {
    columns: {
      ...inNetwork,
      adoption_id: 'text',
      keep: 'text?',
      change: 'text?',
      leave_out: 'text?',
      different: 'text?',
      looked_at: 'text',
      looked_by: 'text?',
    },
    key,
    references: [to('adoptions', 'adoption_id')],
    index: [['network_id', 'adoption_id']],
  })
  await makeTable(db, dialect, 'adaptations', {
    columns: {
      ...inNetwork,
      adoption_id: 'text',
      look_id: 'text?',
      what: 'text',
      why: 'text?',
      on_day: 'text',
      planned: 'text',
      keeps: 'text',
      added_at: 'text',
      added_by: 'text?',
      removed_at: 'text?',
    },
    key,
    references: [to('adoptions', 'adoption_id'), to('context_looks', 'look_id')],
    index: [['network_id', 'adoption_id']],
  })
  await makeTable(db, dialect, 'adoption_checks', {
    columns: {
      ...inNetwork,
      adoption_id: 'text',
      move_id: 'text',
      months: 'integer',
      still: 'text',
      evidence: 'text?',
      note: 'text?',
      answered_at: 'text',
      answered_by: 'text?',
    },
    key,
    unique: [['network_id', 'move_id', 'months']],
    references: [to('adoptions', 'adoption_id'), to('adoption_moves', 'move_id')],
    index: [['network_id', 'adoption_id']],
  })
  await makeTable(db, dialect, 'progress_scores', {
    columns: {
      ...inNetwork,
      adoption_id: 'text',
      score: 'text',
      why: 'text',
      link: 'text?',
      set_at: 'text',
      set_by: 'text?',
    },
    key,
    references: [to('adoptions', 'adoption_id')],
    index: [['network_id', 'adoption_id']],
  })
}
