import type { SliceData } from '../../platform/slice.ts'
import { peopleCommands } from './commands.ts'

export const people: SliceData = {
  commands: peopleCommands,
}
