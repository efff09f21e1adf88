import type { SliceData } from '../../platform/slice.ts'
import { all } from '../../platform/store/hanging.ts'
import { updateCommands } from './commands.ts'
import { updateSections } from './store.ts'

export const updates: SliceData = {
  commands: updateCommands,
  sections: updateSections,
  staying: { update_reminders: 'It only keeps this server from reminding twice' },
  hanging: {
    teams: [{ table: 'team_updates', by: 'team_id', is: ['update', 'updates'] }],
    reviews: [{ table: 'team_updates', by: 'review_id', is: ['update', 'updates'], goes: all }],
  },
}
