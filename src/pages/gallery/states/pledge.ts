import { wallPage } from '../../../day/pledges/views/wall.ts'
import type { AskView } from '../../../day/asks/record.ts'
import type { PledgeView } from '../../../day/pledges/record.ts'
import { paths } from '../../../paths.ts'
import { pledgePage, type PledgePage } from '../../pledge/views.ts'
import { at, event, network, now, pledge, pledges, teams } from '../made-up.ts'
import type { State } from '../state.ts'

export const ask = (changed: Partial<AskView> = {}): AskView => ({
  id: 'the-ask',
  event: at.event,
  pledge: { id: pledge().id, what: pledge().what, idea: 'Assess in one go' },
  team: pledge().team,
  toWhom: 'board',
  to: network.board_name,
  what: 'A room on Tuesdays',
  neededBy: '2027-02-12',
  madeAt: now,
  state: 'waiting',
  answers: [],
  ...changed,
})

const state = (name: string, says: string, shown: PledgeView, changed: Partial<PledgePage> = {}): State => ({
  name: `pledge-${name}`,
  says,
  show: (sending) => ({
    title: `Pledge of ${shown.team.name}`,
    wide: true,
    crumbs: [
      { href: paths.network(at), text: network.name },
      { href: paths.event(at), text: event().name },
      { href: paths.pledges(at), text: 'Pledges' },
    ],
    body: pledgePage({
      ...at,
      now,
      pledge: shown,
      lead: null,
      mayKnowLead: false,
      asks: [],
      unrecorded: false,
      asksUnrecorded: false,
      heldOn: event().on_day,
      mayChange: false,
      mayDecide: false,
      cards: [],
      steps: [
        {
          name: 'Idea',
          glyph: 'bulb',
          state: 'taken',
          taken: [{ on: '2027-01-04', says: 'Brought', href: '#' }],
        },
        {
          name: 'Pledge',
          glyph: 'flag',
          state: 'taken',
          taken: [{ on: '2027-01-27', says: 'Made', href: '#' }],
        },
        { name: 'Test', glyph: 'flask', state: 'not yet', taken: [] },
      ],
      sending,
      ...changed,
    }),
  }),
})

const wall = (name: string, says: string, shown: PledgeView[]): State => ({
  name: `pledges-${name}`,
  says,
  show: () => ({
    title: 'Pledges',
    wide: true,
    back: { href: paths.event(at), text: event().name },
    body: wallPage({
      ...at,
      eventName: event().name,
      pledges: shown,
      without: teams.slice(shown.length).map((team) => team.name),
      unrecorded: false,
      mayPledge: true,
      teamNoun: network.team_noun,
    }),
  }),
})

export const states: State[] = [
  wall('none', 'No pledge has been made', []),
  wall('some', 'Some pledges have been made', pledges.slice(0, 2)),
  wall('all', 'Every service has pledged', pledges),
  state('open', 'For anybody', pledge()),
  state('changing', 'For its service', pledge(), {
    mayChange: true,
    mayDecide: true,
    mayKnowLead: true,
    lead: 'Bea Lead',
    asks: [ask()],
  }),
  state('completed', 'It is completed', pledge({ state: 'completed', completedAt: now })),
  state(
    'released',
    'The service lets go of it',
    pledge({ state: 'released', releasedAt: now, releaseReason: 'Two people have left.' }),
  ),
  state(
    'not-recorded',
    'Nobody wrote its words down',
    pledge({ what: null, firstStep: null, byDay: null, idea: null }),
    { unrecorded: true, asksUnrecorded: true },
  ),
]
