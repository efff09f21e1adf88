import { paths } from '../../../paths.ts'
import type { ShownIdea } from '../../../before/ideas/record.ts'
import { networkPage, type NetworkPageProps } from '../../network/views/network.ts'
import { event, network, now, options, teams } from '../made-up.ts'
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
  removed: 0,
  mayAddIdea: false,
  cards: [],
}

const shownEvent = { id: event().id, name: event().name, onDay: event().on_day, place: event().place }

const full: NetworkPageProps = {
  ...empty,
  network: { ...empty.network, aim: network.aim, about: network.about, meetsEveryWeeks: 6 },
  teams,
  ideas,
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

const state = (name: string, says: string, props: NetworkPageProps): State => ({
  name: `network-${name}`,
  says,
  show: () => ({
    title: network.name,
    body: networkPage(props),
    crumbs: [{ href: paths.home({}), text: 'Home' }],
    wide: true,
  }),
})

const organising = { organising: true, inside: true, people: 12, mayAddIdea: true }

export const states: State[] = [
  state('empty', 'Nothing is there yet, for anybody', empty),
  state('empty-organising', 'Nothing is there yet, for its organiser', { ...empty, ...organising }),
  state('full', 'In the middle of it, for anybody', full),
  state('full-organising', 'In the middle of it, for its organiser', { ...full, ...organising, removed: 2 }),
]
