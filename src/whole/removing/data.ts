import type { SliceData } from '../../platform/slice.ts'
import { removingCommands } from './commands.ts'

export const removing: SliceData = {
  commands: removingCommands,
}
