import type { SliceData } from '../../platform/slice.ts'
import { movingCommands } from './commands.ts'

export const moving: SliceData = {
  commands: movingCommands,
}
