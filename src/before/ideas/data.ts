import type { SliceData } from '../../platform/slice.ts'
import { ideaCommands } from './commands.ts'
import { ideaSections } from './store.ts'

export const ideas: SliceData = {
  commands: ideaCommands,
  sections: ideaSections,
}
