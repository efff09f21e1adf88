import type { DayState } from '../../../before/events/rules.ts'
import type { EventRow } from '../../../before/events/store.ts'
import { paths } from '../../../paths.ts'
import { eventView } from '../../event/views.ts'
import type { EventPage } from '../../event/shown.ts'
import { lineOf } from '../../../day/programme/rules/line.ts'
import { programmeLine } from '../../../day/programme/views/line.ts'
import { at, ballot, event, items, network, now, options, teams } from '../made-up.ts'
import type { State } from '../state.ts'

function page(state: DayState, row: EventRow, changed: Partial<EventPage> = {}): EventPage {
  return {
    id: row.id,
    name: row.name,
    on: row.on_day,
    today: state === 'coming' ? '2026-12-20' : row.on_day,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    aims: ['See what worked elsewhere', 'Choose one change to test'],
    capacity: row.capacity,
    signUpIsOpen: true,
    signUps: { total: 33, teams: teams.map(({ id, name }, place) => ({ id, name, people: 12 - place })) },
    programme: items().map(({ id, kind, title, team, minutes, slot }) => ({
      id,
      kind,
      title,
      team,
      minutes,
      plannedAt: slot.at ?? null,
    })),
    line: programmeLine({
      parts: lineOf(items(), row.starts_at, now, state === 'today'),
      onDay: row.on_day,
      now,
    }),
    address: 'https://spread.example.org/join/P6NCDM',
    runsPast: undefined,
    result: undefined,
    ideas: options.map(({ idea, title, teamName }) => ({ id: idea, title, team: teamName })),
    row,
    network,
    state,
    refusal: undefined,
    full: false,
    own: undefined,
    mayOrganise: false,
    link: null,
    ...changed,
  }
}

const state = (name: string, says: string, shown: EventPage): State => ({
  name: `event-${name}`,
  says,
  show: (sending) => ({
    title: shown.name,
    crumbs: [{ text: network.name, href: paths.network({ network: at.network }) }],
    body: eventView(shown, sending),
    wide: true,
  }),
})

const bare = {
  place: null,
  starts_at: null,
  ends_at: null,
  capacity: null,
}
const nobody = { total: 0, teams: [] }

export const states: State[] = [
  state(
    'planned',
    'Only its day is known',
    page('coming', event(bare), { aims: [], programme: [], ideas: [], signUps: nobody }),
  ),
  state('before', 'Some weeks before, for anybody', page('coming', event())),
  state('full', 'All places are taken', page('coming', event({ capacity: 33 }), { full: true })),
  state(
    'organising',
    'Some weeks before, for its organiser',
    page('coming', event(), {
      mayOrganise: true,
      runsPast: 'The programme ends 20 minutes after the event.',
    }),
  ),
  state('on', 'On the day, for who is there', page('today', event(), { own: { arrived: true } })),
  state('after', 'It is over', page('past', event(), { result: ballot('revealed') })),
  state(
    'not-recorded',
    'It is over, and little of it was written down',
    page('past', event({ ...bare, not_recorded: 'place times people votes notes' }), {
      programme: [],
      signUps: { total: null, teams: [] },
    }),
  ),
  state('cancelled', 'It does not take place', page('coming', event({ cancelled_at: event().created_at }))),
]
