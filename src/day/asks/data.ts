import type { SliceData } from '../../platform/slice.ts'
import { askCommands } from './commands.ts'
import { askSections } from './store.ts'

export const asks: SliceData = {
  commands: askCommands,
  sections: askSections,
}
