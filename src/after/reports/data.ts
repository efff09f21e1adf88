import type { SliceData } from '../../platform/slice.ts'
import { reportCommands } from './commands.ts'
import { reportSections } from './store/reports.ts'

export const reports: SliceData = {
  commands: reportCommands,
  sections: reportSections,
}
