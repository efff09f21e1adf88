import type { SliceData } from '../../platform/slice.ts'
import { planCommands } from './commands.ts'
import { planSections } from './store.ts'

export const plans: SliceData = {
  commands: planCommands,
  sections: planSections,
}
