import { deskPage } from '../../desk/views/page.ts'
import type { DeskProps } from '../../desk/reading.ts'
import type { TheDay } from '../../now/day.ts'
import { ballot, day, event, now, teams } from '../made-up.ts'
import type { State } from '../state.ts'

const state = (name: string, says: string, of: TheDay, changed: Partial<DeskProps> = {}): State => ({
  name: `desk-${name}`,
  says,
  show: (sending) => ({
    title: `Desk: ${of.event.name}`,
    wide: true,
    body: deskPage({
      day: of,
      seen: '',
      last: undefined,
      teams: teams.map(({ name: team }, place) => ({ name: team, signedUp: 12, arrived: 9 + place })),
      ballots: [],
      toConfirm: [],
      rooms: [],
      note: undefined,
      links: [],
      address: (path) => `https://spread.example${path}`,
      sending,
      ...changed,
    }),
  }),
})

const last = { id: 'the-step', words: 'Amina Khan started The vote', at: now }

export const states: State[] = [
  state('no-programme', 'Nothing has been laid out', day('nothing', { items: [] })),
  state('before', 'The day has not started', day()),
  state('talk', 'While a talk is on', day('talk'), {
    last: { ...last, words: 'You started How ideas spread' },
  }),
  state('vote', 'While people vote', day('ballot'), { last, ballots: [ballot('open')] }),
  state('vote-closed', 'The vote has closed', day('break'), { last, ballots: [ballot('closed')] }),
  state('note', 'With a note for whoever presents', day('idea'), {
    note: { text: 'Two minutes left, then questions', by: 'Amina Khan' },
  }),
  state('over', 'The programme is over', day('over'), { ballots: [ballot('revealed')] }),
  state('cancelled', 'The event is cancelled', day('nothing', { event: event({ cancelled_at: now }) })),
]
