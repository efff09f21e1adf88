import type { Kysely } from 'kysely'
import { inNetwork, makeTable, networkKey as key, to } from '../platform/store/columns.ts'
import type { Dialect } from '../platform/store/dialect.ts'

/** Ideas that a network asks every team to test together, and each team's own beside them. */
export async function up(db: Kysely<unknown>, dialect: Dialect) {
  await makeTable(db, dialect, 'packages', {
    columns: {
      ...inNetwork,
      name: 'text',
      why: 'text?',
      by_day: 'text?',
      made_at: 'text',
      removed_at: 'text?',
    },
    key,
  })
  await makeTable(db, dialect, 'package_ideas', {
    columns: { ...inNetwork, package_id: 'text', idea_id: 'text' },
    key,
    unique: [['network_id', 'package_id', 'idea_id']],
    references: [to('packages', 'package_id'), to('ideas', 'idea_id')],
  })
  await makeTable(db, dialect, 'wild_cards', {
    columns: { ...inNetwork, package_id: 'text', team_id: 'text', words: 'text', chosen_at: 'text' },
    key,
    unique: [['network_id', 'package_id', 'team_id']],
    references: [to('packages', 'package_id'), to('teams', 'team_id')],
  })
}
