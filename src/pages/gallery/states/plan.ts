import type { PlanRow, PlanStepRow } from '../../../after/plans/store.ts'
import { planPage, type ShownPlan } from '../../../after/plans/views/plan.ts'
import { plansPage } from '../../../after/plans/views/plans.ts'
import { network, now, teams } from '../made-up.ts'
import type { State } from '../state.ts'

const plan: PlanRow = {
  network_id: network.id,
  id: 'the-plan',
  team_id: 'harrow',
  pledge_id: null,
  aim: 'One visit for everybody by the end of the year.',
  lead: 'Bea Lead',
  support_agreed: 'A room on Tuesdays',
  starts_on: '2027-01-27',
  ends_on: '2028-01-26',
  created_at: now,
  updated_at: now,
}

const step = (quarter: number, what: string, changed: Partial<PlanStepRow> = {}): PlanStepRow => ({
  network_id: network.id,
  id: `step-${quarter}-${what.length}`,
  plan_id: plan.id,
  quarter,
  position: 0,
  what,
  owner: 'QI team',
  due_on: null,
  completed_at: null,
  removed_at: null,
  ...changed,
})

const steps = [
  step(1, 'Ask Brent for its form', { completed_at: now }),
  step(1, 'Test it with ten people', { due_on: '2027-02-26' }),
  step(1, 'Tell the practices', { due_on: '2027-01-04' }),
  step(3, 'Every clinic on Tuesdays', { owner: null }),
]

const meetings = [
  { id: 'one', onDay: '2027-03-10', held: true },
  { id: 'two', onDay: '2027-04-21', held: false },
  { id: 'three', onDay: '2027-10-06', held: false },
]

const state = (name: string, says: string, changed: Partial<ShownPlan>): State => ({
  name: `plan-${name}`,
  says,
  show: (sending) => ({
    title: 'Plan for the year',
    wide: true,
    body: planPage(
      {
        network,
        team: teams[1]!,
        plan,
        unrecorded: false,
        pledge: undefined,
        steps,
        removed: [],
        mayEdit: false,
        insider: false,
        meetings,
        asks: [],
        today: '2027-01-27',
        now,
        ...changed,
      },
      sending,
    ),
  }),
})

const all: State = {
  name: 'plans',
  says: 'The plans of all services, one of which has none',
  show: () => ({
    title: 'Plans for the year',
    wide: true,
    body: plansPage({
      network,
      plans: teams.map((team, at) => ({
        team,
        plan: at === 2 ? undefined : { ...plan, team_id: team.id },
        steps: at === 0 ? [] : steps,
        mayPlan: true,
      })),
      meetings,
      unrecorded: false,
      insider: false,
      today: '2027-01-27',
    }),
  }),
}

export const states: State[] = [
  all,
  state('none', 'There is none, for anybody', { plan: undefined }),
  state('none-own', 'There is none, for its service', { plan: undefined, mayEdit: true }),
  state('begun', 'It has begun, without a step', { steps: [], mayEdit: true, insider: true }),
  state('year', 'In its year, for anybody', {}),
  state('year-own', 'In its year, for its service', {
    mayEdit: true,
    insider: true,
    removed: [step(2, 'Buy a van', { removed_at: now })],
  }),
]
