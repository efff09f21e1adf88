import type { SliceData } from '../../platform/slice.ts'
import { pledgeCommands } from './commands.ts'
import { pledgeSections } from './store.ts'

export const pledges: SliceData = {
  commands: pledgeCommands,
  sections: pledgeSections,
}
