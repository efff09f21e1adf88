import type { SliceData } from '../../platform/slice.ts'
import { all, filled } from '../../platform/store/hanging.ts'
import { tellingCommands } from './commands/telling.ts'
import { signUpCommands } from './commands/sign-up.ts'
import { enteringCommands } from './commands/entering.ts'
import { arrivingCommands } from './commands/arriving.ts'
import { ownSignUpCommands } from './commands/own.ts'
import { organisingCommands } from './commands/organising.ts'
import { signUpSections } from './store/file.ts'
import { attendances } from './holding.ts'

export const signUps: SliceData = {
  commands: [
    ...tellingCommands,
    ...signUpCommands,
    ...enteringCommands,
    ...arrivingCommands,
    ...ownSignUpCommands,
    ...organisingCommands,
  ],
  sections: signUpSections,
  staying: {
    event_changes: 'It is what this server still has to tell those who signed up, by mail',
  },
  hanging: {
    teams: [{ table: 'attendees', by: 'team_id', is: ['sign-up for an event', 'sign-ups for events'] }],
    events: [
      { table: 'attendees', by: 'event_id', is: ['sign-up', 'sign-ups'], goes: filled('cancelled_at') },
      { table: 'event_changes', by: 'event_id', goes: all },
    ],
  },
  holding: attendances,
}
