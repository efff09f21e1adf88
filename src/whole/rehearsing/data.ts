import type { SliceData } from '../../platform/slice.ts'
import { rehearsingCommands } from './commands.ts'

export const rehearsing: SliceData = {
  commands: rehearsingCommands,
}
