import type { SliceData } from '../../platform/slice.ts'
import { empty } from '../../platform/store/hanging.ts'
import { reportCommands } from './commands.ts'
import { reportSections } from './store/reports.ts'

export const reports: SliceData = {
  commands: reportCommands,
  sections: reportSections,
  hanging: {
    events: [
      {
        table: 'reports',
        by: 'event_id',
        is: ['published report', 'published reports'],
        goes: empty('published_at'),
      },
    ],
  },
}
