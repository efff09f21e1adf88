import type { SliceData } from '../../platform/slice.ts'
import { cycleCommands } from './commands.ts'
import { cycleSections } from './store.ts'

export const cycles: SliceData = {
  commands: cycleCommands,
  sections: cycleSections,
}
