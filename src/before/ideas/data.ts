import type { SliceData } from '../../platform/slice.ts'
import { all } from '../../platform/store/hanging.ts'
import { ideaCommands } from './commands.ts'
import { ideaSections } from './store.ts'

export const ideas: SliceData = {
  commands: ideaCommands,
  sections: ideaSections,
  hanging: {
    ideas: [
      { table: 'words', by: 'subject_id', only: { kind: 'ideas' }, goes: all },
      {
        table: 'co_producers',
        by: 'idea_id',
        is: ['record of who made it together', 'records of who made it together'],
        goes: all,
      },
    ],
    teams: [
      { table: 'ideas', by: 'team_id', is: ['change idea', 'change ideas'] },
      {
        table: 'co_producers',
        by: 'recruited_by',
        is: ['record of who made an idea together', 'records of who made ideas together'],
      },
    ],
  },
}
