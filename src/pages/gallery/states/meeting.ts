import type { ReviewRow } from '../../../after/reviews/store/meetings.ts'
import { meetingPage, type ShownMeeting, type Writing } from '../../../after/reviews/views/meeting.ts'
import { timeBoxes } from '../../../after/reviews/rules/boxes.ts'
import { stateOf } from '../../../after/reviews/rules/state.ts'
import { agendaView, closing, welcome } from '../../meeting/views.ts'
import { network, now, teams } from '../made-up.ts'
import type { State } from '../state.ts'

const meeting: ReviewRow = {
  network_id: network.id,
  id: 'the-meeting',
  series_id: null,
  on_day: '2027-03-10',
  starts_at: '2027-03-10T09:30:00.000Z',
  ends_at: '2027-03-10T11:00:00.000Z',
  moved_from: null,
  place: 'The Hub',
  link: 'https://video.example/the-meeting',
  sequence: 0,
  notes: null,
  edited_at: null,
  held_at: null,
  held_by: null,
  cancelled_at: null,
  cancelled_by: null,
  created_at: now,
}
const of = { network_id: network.id, review_id: meeting.id }

const groups = [
  {
    title: 'Pledges',
    items: [
      { team: 'Harrow', text: 'We test one visit instead of three', href: '/gallery', overdue: true },
      {
        team: teams[2]!.name,
        text: 'We stop sending the second letter',
        href: '/gallery',
        note: 'by 26 February',
      },
    ],
  },
  { title: 'Asks', items: [{ team: 'Harrow', text: 'A room on Tuesdays', href: '/gallery' }] },
]

const during = '2027-03-10T09:55:00.000Z'

const held: Partial<ShownMeeting> = {
  meeting: { ...meeting, held_at: now, notes: 'We began with a story.' },
  questions: [
    {
      ...of,
      id: 'question',
      team_id: 'harrow',
      to_whom: 'board',
      question: 'When is the room free?',
      asked_at: now,
      answer: 'From March.',
      answered_at: now,
    },
  ],
  decisions: [{ ...of, id: 'decision', what: 'All services use the form of Brent.', decided_at: now }],
  actions: [
    {
      ...of,
      id: 'open',
      what: 'Find a room',
      owner: 'QI team',
      due_on: '2027-02-01',
      made_at: now,
      completed_at: null,
    },
    {
      ...of,
      id: 'done',
      what: 'Print the form',
      owner: 'Brent',
      due_on: null,
      made_at: now,
      completed_at: now,
    },
  ],
  attendance: [
    { ...of, id: 'came', name: 'Bea Lead', part: 'team', team_id: 'harrow', present: 1 },
    { ...of, id: 'board', name: '', part: 'board', team_id: null, present: 1 },
  ],
}

const token = { token: 'made-up', key: 'made-up' }
const writing: Writing = {
  owners: ['QI team', 'Bea Lead'],
  dueOn: '2027-04-21',
  note: token,
  decision: token,
  action: token,
}

function shownAs(changed: Partial<ShownMeeting>, open: typeof groups): ShownMeeting {
  const shown = { meeting, now, ...changed }
  const standing = stateOf(shown.meeting, shown.now)
  const boxes = timeBoxes(shown.meeting, [
    { title: welcome, items: 0 },
    ...open.map(({ title, items }) => ({ title, items: items.length })),
    { title: closing, items: 0 },
  ])
  return {
    network,
    teams,
    state: standing,
    boxes,
    teamName: (id) => teams.find((team) => team.id === id)?.name ?? network.qi_team_name,
    insider: false,
    agenda: agendaView({
      groups: open,
      boxes,
      questions: 0,
      state: standing,
      takesMinutes: Boolean(changed.mayOrganise) && standing === 'on',
      now: shown.now,
    }),
    questions: [],
    decisions: [],
    actions: [],
    attendance: [],
    mayOrganise: false,
    mayAsk: false,
    mayAnswer: false,
    ...shown,
  }
}

const state = (
  name: string,
  says: string,
  changed: Partial<ShownMeeting> = {},
  open: typeof groups = groups,
): State => ({
  name: `meeting-${name}`,
  says,
  show: (sending) => ({
    title: 'Six-weekly meeting',
    wide: true,
    body: meetingPage(shownAs(changed, open), sending, changed.mayOrganise ? writing : undefined),
  }),
})

const all = { insider: true, mayOrganise: true, mayAsk: true, mayAnswer: true }
const on = { ...held, meeting: { ...meeting, notes: 'We began with a story.' }, now: during }

export const states: State[] = [
  state('empty', 'Nothing is open', {}, []),
  state('coming', 'It comes, for anybody'),
  state('coming-organising', 'It comes, for its organiser', all),
  state('on', 'It is on, for anybody', on),
  state('on-organising', 'It is on, for whoever takes the minutes', { ...on, ...all, me: 'Brent' }),
  state('held', 'It was held, for anybody', held),
  state('held-organising', 'It was held, for its organiser', { ...held, ...all }),
  state('cancelled', 'It does not take place', { meeting: { ...meeting, cancelled_at: now } }),
]
