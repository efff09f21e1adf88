import { paths } from '../../../paths.ts'
import type { ShownIdea } from '../../../before/ideas/record.ts'
import { dayOf } from '../../../platform/face/dates.ts'
import type { Html } from '../../../platform/face/html.ts'
import { eventsPage } from '../../network/views/events.ts'
import { networkPage, type NetworkPageProps } from '../../network/views/network.ts'
import { setUpPage } from '../../network/views/set-up.ts'
import { teamsPage } from '../../network/views/teams.ts'
import { filtered, filterOf, pagedUptake } from '../../spread/filter.ts'
import type { Uptake } from '../../spread/uptake.ts'
import { spreadPage, type SpreadProps } from '../../spread/views.ts'
import { event, network, now, options, teams } from '../made-up.ts'
import { uptake, year } from '../made-up-uptake.ts'
import type { State } from '../state.ts'

const ideas: ShownIdea[] = options.map(({ idea, title, team, teamName }) => ({
  id: idea,
  team: { id: team, name: teamName },
  title,
  problem: 'People told their story three times.',
  changes: 'One visit, with everybody in the room.',
  evidence: null,
  needs: null,
  slidesUrl: null,
  cameFrom: null,
  updatedAt: now,
}))

const empty: NetworkPageProps = {
  network: {
    id: network.id,
    name: network.name,
    organisation: network.organisation,
    aim: null,
    about: null,
    teamNoun: network.team_noun,
    teamNounPlural: network.team_noun_plural,
    boardName: network.board_name,
    qiTeamName: network.qi_team_name,
    meetsEveryWeeks: null,
  },
  teams: [],
  ideas: [],
  events: [],
  meetings: { next: null, held: 0, planned: 0 },
  organising: false,
  people: 0,
  inside: false,
  mayAddIdea: false,
  uptake: { unrecorded: new Set(), ideas: [], teams: [], ways: [] },
  asks: { asked: 0, answered: 0, days: undefined },
  year: undefined,
  coProduced: 0,
  waiting: [],
  today: dayOf(now),
  cards: [],
}

const shownEvent = { id: event().id, name: event().name, onDay: event().on_day, place: event().place }

const full: NetworkPageProps = {
  ...empty,
  network: { ...empty.network, aim: network.aim, about: network.about, meetsEveryWeeks: 6 },
  teams,
  ideas,
  uptake,
  asks: { asked: 12, answered: 11, days: 8 },
  year,
  coProduced: 1,
  waiting: [
    { text: 'Answer 2 asks to the Quality board', href: '/asks', hint: 'Waiting 7 days, the oldest: Brent' },
    { text: 'Meeting on Wednesday 10 March 2027', href: '/meeting', hint: '9:30am' },
  ],
  events: [
    { ...shownEvent, past: false, cancelled: false, pledges: 0 },
    { ...shownEvent, id: 'called-off', name: 'Called off', past: false, cancelled: true, pledges: 0 },
    {
      ...shownEvent,
      id: 'before',
      name: 'Long ago',
      onDay: '2025-05-07',
      past: true,
      cancelled: false,
      pledges: null,
    },
  ],
  meetings: {
    next: {
      id: 'next',
      startsAt: '2027-03-10T09:30:00.000Z',
      endsAt: '2027-03-10T11:00:00.000Z',
      place: null,
    },
    held: 2,
    planned: 8,
  },
}

const page = (name: string, says: string, title: string, body: () => Html): State => ({
  name,
  says,
  show: () => ({ title, body: body(), crumbs: [{ href: paths.home({}), text: 'Home' }], wide: true }),
})

const state = (name: string, says: string, props: NetworkPageProps): State =>
  page(`network-${name}`, says, network.name, () => networkPage(props))

const events = { network: full.network, events: full.events, organising: true }
const setUp = { network, teams, ideas, events: full.events, people: 12, removed: 2 }

const spreadOf = (of: Uptake, query: Record<string, string> = {}): SpreadProps => {
  const filter = filterOf(query, of)
  const shown = filtered(of, filter, '2027-02-20')
  const paged = pagedUptake(shown, filter)
  return { network, uptake: of, shown, paged, filter, moves: new Map(), everyMove: [], today: '2027-02-20' }
}

const organising = { organising: true, inside: true, people: 12, mayAddIdea: true }

export const states: State[] = [
  state('empty', 'Nothing is there yet, for anybody', empty),
  state('empty-organising', 'Nothing is there yet, for its organiser', { ...empty, ...organising }),
  state('full', 'In the middle of it, for anybody', full),
  page('teams', 'What each has taken up', 'Services', () => teamsPage({ network, uptake, organising: true })),
  page('teams-none', 'None has been added', 'Services', () =>
    teamsPage({ network, uptake: empty.uptake, organising: true }),
  ),
  page('spread', 'The grid, and what was stopped', 'Spread', () => spreadPage(spreadOf(uptake))),
  page('spread-filtered', 'A filter that nothing fits', 'Spread', () =>
    spreadPage(spreadOf(uptake, { stage: 'sustained' })),
  ),
  page('spread-none', 'No idea has been added', 'Spread', () => spreadPage(spreadOf(empty.uptake))),
  page('events', 'Those that come and those that were', 'Events', () => eventsPage(events)),
  page('events-none', 'None is planned', 'Events', () => eventsPage({ ...events, events: [] })),
  page('set-up', 'Everything that organisers set up', 'Set up', () => setUpPage(setUp)),
  state('full-organising', 'In the middle of it, for its organiser', { ...full, ...organising }),
]
