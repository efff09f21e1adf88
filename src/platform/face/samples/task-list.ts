import { taskList } from '../task-list.ts'
import { longText, longWord, nowhere, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['task-list.ts'],
  states: {
    plain: taskList({
      idPrefix: 'tasks-plain',
      items: [
        { heading: 'Lay out the day', href: nowhere, status: 'Done' },
        {
          heading: 'Invite the teams',
          href: nowhere,
          hint: 'By letter or with the join code',
          status: { tag: { text: 'To do', colour: 'blue' } },
        },
        { heading: 'Open the vote', status: 'Not yet' },
      ],
    }),
    'long words': taskList({
      idPrefix: 'tasks-long',
      items: [
        { heading: longText, href: nowhere, hint: longText, status: { tag: { text: 'In progress' } } },
        { heading: longWord, status: 'Done' },
      ],
    }),
  },
}
