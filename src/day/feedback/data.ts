import type { SliceData } from '../../platform/slice.ts'
import { all } from '../../platform/store/hanging.ts'
import { feedbackCommands } from './commands.ts'
import { feedbackSections } from './store/file.ts'
import { feedbackGiven } from './holding.ts'

export const feedback: SliceData = {
  commands: feedbackCommands,
  sections: feedbackSections,
  hanging: {
    teams: [{ table: 'feedback_answers', by: 'team_id', is: ['feedback form', 'feedback forms'] }],
    events: [
      { table: 'feedback_forms', by: 'event_id', is: ['feedback form', 'feedback forms'], goes: all },
      {
        table: 'feedback_given',
        by: 'event_id',
        is: ['person who gave feedback', 'people who gave feedback'],
      },
      {
        table: 'feedback_answers',
        by: 'event_id',
        is: ['answer to the feedback form', 'answers to the feedback form'],
      },
      {
        table: 'feedback_contacts',
        by: 'event_id',
        is: ['person to be contacted', 'people to be contacted'],
      },
    ],
  },
  holding: feedbackGiven,
}
