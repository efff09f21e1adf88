import type { SliceData } from '../../platform/slice.ts'
import { all } from '../../platform/store/hanging.ts'
import { packageCommands } from './commands.ts'
import { packageSections } from './store.ts'

export const packages: SliceData = {
  commands: packageCommands,
  sections: packageSections,
  hanging: {
    ideas: [{ table: 'package_ideas', by: 'idea_id', is: ['package', 'packages'], goes: all }],
    teams: [{ table: 'wild_cards', by: 'team_id', is: ['wild card', 'wild cards'], goes: all }],
  },
}
