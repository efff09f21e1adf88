import type { SliceData } from '../../platform/slice.ts'
import { peopleCommands } from './commands.ts'
import { accounts } from './holding.ts'

export const people: SliceData = {
  commands: peopleCommands,
  holding: accounts,
}
