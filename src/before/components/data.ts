import type { SliceData } from '../../platform/slice.ts'
import { all } from '../../platform/store/hanging.ts'
import { componentCommands } from './commands.ts'
import { componentSections } from './store.ts'

export const components: SliceData = {
  commands: componentCommands,
  sections: componentSections,
  hanging: {
    ideas: [{ table: 'components', by: 'idea_id', is: ['part of it', 'parts of it'], goes: all }],
  },
}
