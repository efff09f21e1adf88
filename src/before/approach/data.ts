import type { SliceData } from '../../platform/slice.ts'
import { approachCommands } from './commands.ts'
import { approachSections } from './store.ts'

export const approach: SliceData = {
  commands: approachCommands,
  sections: approachSections,
}
