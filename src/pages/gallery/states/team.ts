import { paths } from '../../../paths.ts'
import type { ShownIdea } from '../../../before/ideas/record.ts'
import { taken } from '../../spread/uptake.ts'
import { teamPage, type TeamPageProps } from '../../team/views.ts'
import { network, now, options, teams } from '../made-up.ts'
import { uptake, year } from '../made-up-uptake.ts'
import type { State } from '../state.ts'

const team = teams[0]!

const empty: TeamPageProps = {
  network,
  team,
  ideas: [],
  reflections: [],
  choices: [],
  pledges: [],
  asks: [],
  hasPlan: false,
  ways: [],
  titles: new Map(),
  gaps: new Set(),
  year: undefined,
  unrecorded: { votes: false, plans: false },
  members: undefined,
  organising: false,
  mayPlan: false,
  mayAddIdea: false,
  cards: [],
}

const brought: ShownIdea & { coProduced: boolean } = {
  id: options[0]!.idea,
  team,
  title: options[0]!.title,
  problem: null,
  changes: 'One visit, with everybody in the room.',
  evidence: null,
  needs: null,
  slidesUrl: null,
  cameFrom: null,
  updatedAt: now,
  coProduced: true,
}

const full: TeamPageProps = {
  ...empty,
  ideas: [brought],
  ways: taken(uptake, team.id),
  titles: new Map(options.map(({ idea, title }) => [idea, title])),
  year,
  reflections: [{ event: 'the-day', idea: { id: options[1]!.idea, title: options[1]!.title } }],
  choices: [{ idea: { id: options[1]!.idea, title: options[1]!.title }, confirmed: false }],
  pledges: [
    { id: 'one', event: 'the-day', idea: null, what: 'We ring everyone', released: false, completed: true },
    { id: 'two', event: 'the-day', idea: null, what: 'We write less', released: false, completed: false },
  ],
  asks: [
    { id: 'room', what: 'A room on Mondays', answered: true },
    { id: 'data', what: 'Two hours of an analyst each month', answered: false },
  ],
  members: [
    { name: 'Bea Lead', role: 'Lead' },
    { name: 'Mo Member', role: 'Member' },
  ],
  organising: true,
  mayPlan: true,
  mayAddIdea: true,
}

const state = (name: string, says: string, props: TeamPageProps): State => ({
  name: `team-${name}`,
  says,
  show: () => ({
    title: team.name,
    body: teamPage(props),
    crumbs: [{ href: paths.teams({ network: network.id }), text: 'Services' }],
    wide: true,
  }),
})

export const states: State[] = [
  state('empty', 'Nothing is there yet, for anybody', empty),
  state('not-recorded', 'Nobody wrote down what it did', {
    ...empty,
    gaps: new Set(['votes', 'plans']),
    unrecorded: { votes: true, plans: true },
  }),
  state('full', 'In the middle of its year, for its organiser', full),
]
