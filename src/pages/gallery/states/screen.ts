import type { ItemKind } from '../../../items.ts'
import { screenPage } from '../../screen/page.ts'
import type { OnScreen } from '../../screen/reading.ts'
import { ballot, day, event, pledges, teams } from '../made-up.ts'
import type { State } from '../state.ts'

const shown = (on: ItemKind | 'over' | 'nothing', changed: Partial<OnScreen> = {}): OnScreen => ({
  ...day(on),
  ballot: on === 'ballot' ? ballot('open') : undefined,
  signedUp: 33,
  pledges,
  mostAreHere: on !== 'nothing',
  sentence: on === 'idea' ? 'One visit answers every question, so that nobody is asked twice.' : undefined,
  rooms: rooms(),
  reflected: teams.map(({ name }, many) => ({ from: name, teams: many })),
  teams: teams.length,
  revealing: undefined,
  taken: false,
  over: false,
  ...changed,
})

const rooms = (): OnScreen['rooms'] =>
  ['Waiting well', 'One form for all', 'Peer workers from the start'].map((theme, at) => ({
    id: `room-${at}`,
    theme,
    place: `Room ${at + 1}, first floor`,
    people: 12 - 3 * at,
    points: [],
    timer_until: null,
    timer_ended_at: null,
  }))

const state = (name: string, says: string, of: OnScreen, large = false): State => ({
  name: `screen-${name}`,
  says,
  show: () => ({
    title: `Screen: ${of.event.name}`,
    bare: 'screen',
    body: screenPage(of, { shows: 'day', large }, (path) => `https://spread.example${path}`, 'screen'),
  }),
})

const cancelled = event({ cancelled_at: event().created_at })

export const states: State[] = [
  state('arriving', 'People come in', shown('nothing')),
  state('talk', 'While a talk is on', shown('talk')),
  state('idea', 'While a change idea is shown', shown('idea')),
  state('reflection', 'While services reflect', shown('reflection')),
  state('vote', 'While people vote', shown('ballot')),
  state('vote-few-here', 'While people vote and come in', shown('ballot', { mostAreHere: false })),
  state('rooms', 'While people are in their rooms', shown('rooms')),
  state('vote-closed', 'The vote has closed', shown('ballot', { ballot: ballot('closed') })),
  state('vote-revealed', 'The result is out', shown('ballot', { ballot: ballot('revealed') })),
  state('pledges', 'While pledges are made', shown('pledges')),
  state('pledges-none', 'No pledge has been made yet', shown('pledges', { pledges: [] })),
  state('feedback', 'While people tell how the day was', shown('feedback')),
  state('large', 'In large print', shown('talk'), true),
  state('over', 'The programme is over', shown('over')),
  state('cancelled', 'The event is cancelled', shown('nothing', { event: cancelled })),
]
