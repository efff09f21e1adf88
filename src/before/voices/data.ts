import type { SliceData } from '../../platform/slice.ts'
import { all } from '../../platform/store/hanging.ts'
import { voiceCommands } from './commands.ts'
import { voicesHeld } from './holding.ts'
import { voiceSections } from './store.ts'

export const voices: SliceData = {
  commands: voiceCommands,
  sections: voiceSections,
  holding: voicesHeld,
  hanging: {
    ideas: [
      {
        table: 'idea_supports',
        by: 'idea_id',
        is: ['voice of another team', 'voices of other teams'],
        goes: all,
      },
      { table: 'idea_comments', by: 'idea_id', is: ['comment', 'comments'], goes: all },
    ],
    teams: [
      { table: 'idea_supports', by: 'team_id', is: ['voice on an idea', 'voices on ideas'] },
      { table: 'idea_comments', by: 'team_id', is: ['comment on an idea', 'comments on ideas'] },
    ],
  },
}
