import type { SliceData } from '../../platform/slice.ts'
import { keepingCommands } from './commands.ts'

export const keeping: SliceData = {
  commands: keepingCommands,
}
