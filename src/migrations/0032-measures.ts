import type { Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** Measures with their readings, the history of both, and the days on which a chart begins anew. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'measures', {
    columns: {
      ...inNetwork,
      team_id: 'text?',
      idea_id: 'text?',
      pledge_id: 'text?',
      name: 'text',
      kind: 'text',
      definition: 'text?',
      counted: 'text',
      numerator: 'text?',
      denominator: 'text?',
      per: 'integer?',
      people: 'text',
      unit: 'text?',
      direction: 'text',
      target: 'double?',
      target_on: 'text?',
      source: 'text?',
      how_often: 'text?',
      baseline: 'text?',
      chart: 'text',
      rule_set: 'text',
      run_rules: 'text',
      fix_after: 'integer?',
      screening: 'text',
      created_at: 'text',
      created_by: 'text?',
      retired_at: 'text?',
    },
    key,
    references: [to('teams', 'team_id'), to('ideas', 'idea_id'), to('pledges', 'pledge_id')],
    index: [
      ['network_id', 'team_id'],
      ['network_id', 'idea_id'],
      ['network_id', 'pledge_id'],
    ],
  })
  await makeTable(db, dialect, 'measure_changes', {
    columns: {
      ...inNetwork,
      measure_id: 'text',
      field: 'text',
      was: 'text?',
      changed_at: 'text',
    },
    key,
    references: [to('measures', 'measure_id')],
    index: [['network_id', 'measure_id']],
  })
  await makeTable(db, dialect, 'readings', {
    columns: {
      ...inNetwork,
      measure_id: 'text',
      team_id: 'text',
      taken_on: 'text',
      value: 'double?',
      denominator: 'double?',
      note: 'text?',
      recorded_at: 'text',
      recorded_by: 'text?',
      removed_at: 'text?',
    },
    key,
    unique: [['network_id', 'measure_id', 'team_id', 'taken_on']],
    references: [to('measures', 'measure_id'), to('teams', 'team_id')],
    index: [['network_id', 'team_id']],
  })
  await makeTable(db, dialect, 'reading_changes', {
    columns: {
      ...inNetwork,
      reading_id: 'text',
      value: 'double?',
      denominator: 'double?',
      note: 'text?',
      reason: 'text?',
      changed_at: 'text',
    },
    key,
    references: [to('readings', 'reading_id')],
    index: [['network_id', 'reading_id']],
  })
  await makeTable(db, dialect, 'rebases', {
    columns: {
      ...inNetwork,
      measure_id: 'text',
      team_id: 'text',
      begins_on: 'text',
      cause: 'text',
      cycle_id: 'text?',
      made_at: 'text',
      made_by: 'text?',
      removed_at: 'text?',
    },
    key,
    references: [to('measures', 'measure_id'), to('teams', 'team_id'), to('cycles', 'cycle_id')],
    index: [
      ['network_id', 'measure_id'],
      ['network_id', 'team_id'],
      ['network_id', 'cycle_id'],
    ],
  })
}
