import type { SliceData } from '../../platform/slice.ts'
import { eventCommands } from './commands.ts'
import { eventSections } from './store.ts'

export const events: SliceData = {
  commands: eventCommands,
  sections: eventSections,
}
