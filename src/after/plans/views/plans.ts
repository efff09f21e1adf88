import { notRecorded } from '../../../before/events/rules.ts'
import type { NetworkRow } from '../../../before/networks/store/networks.ts'
import { day } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { ring } from '../../../platform/face/ring.ts'
import { listed, opening } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import { stateOfStep } from '../rules.ts'
import type { PlanRow, PlanStepRow } from '../store.ts'
import { quartersView, type PlannedMeeting } from './quarters.ts'

export interface TeamPlan {
  team: { id: string; name: string }
  plan: PlanRow | undefined
  steps: PlanStepRow[]
  mayPlan: boolean
}

export interface ShownPlans {
  network: NetworkRow
  plans: TeamPlan[]
  meetings: PlannedMeeting[]
  unrecorded: boolean
  insider: boolean
  today: string
}

/** The plans of all teams below each other, their quarters in the same four columns. */
export function plansPage(shown: ShownPlans): Html {
  const { network, plans } = shown
  const begun = plans.filter((one): one is TeamPlan & { plan: PlanRow } => one.plan !== undefined)
  return html`<div class="app-plan app-plans">
    <h1 class="nhsuk-heading-xl nhsuk-u-margin-bottom-4">
      <span class="nhsuk-caption-xl">${network.name}</span>
      Plans for the year
    </h1>
    ${begun.length > 0 && html`<p class="app-plan__about">${lead(shown, begun)}</p>`}
    ${begun.map((one) => teamPlan(shown, one))} ${without(shown)}
  </div>`
}

function lead({ network, plans, today }: ShownPlans, begun: TeamPlan[]): string {
  const steps = begun.flatMap((one) => one.steps)
  const late = steps.filter((step) => stateOfStep(step, today) === 'overdue').length
  const done = steps.filter((step) => step.completed_at).length
  const all = `${begun.length} of ${plans.length} ${network.team_noun_plural} have a plan.`
  if (steps.length === 0) return all
  const overdue = late === 0 ? 'none is overdue' : `${late} ${late === 1 ? 'is' : 'are'} overdue`
  return `${all} ${done} of ${steps.length} steps are done; ${overdue}.`
}

function teamPlan(shown: ShownPlans, { team, plan, steps }: TeamPlan & { plan: PlanRow }): Html {
  const { network, meetings, insider, today } = shown
  const done = steps.filter((step) => step.completed_at).length
  return html`<section class="app-plans__team">
    <div class="app-plans__head">
      ${
        steps.length > 0 &&
        ring({
          share: done / steps.length,
          figure: `${Math.round((100 * done) / steps.length)} %`,
          tone: 'good',
        })
      }
      <div>
        <h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-1">
          <a href="${paths.plan({ network: network.id, team: team.id })}">${team.name}</a>
        </h2>
        <p class="app-plans__aim">${plan.aim}</p>
        <p class="app-plan__about">
          ${day(plan.starts_on)} to
          ${day(plan.ends_on)}${steps.length > 0 && `, ${done} of ${steps.length} steps done`}
        </p>
      </div>
    </div>
    ${quartersView({ network: network.id, team: team.id, plan, steps, meetings, insider, today }, 3)}
  </section>`
}

/** Teams without a plan: those who may begin one are invited to. */
function without({ network, plans, unrecorded }: ShownPlans): Html | false {
  const none = plans.filter(({ plan }) => !plan)
  if (none.length === 0) return plans.length === 0 && html`<p>There is no ${network.team_noun} yet.</p>`
  const may = none.filter(({ mayPlan }) => mayPlan)
  if (unrecorded && none.length === plans.length && may.length === 0) return html`<p>${notRecorded}</p>`
  return html`<h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-2">Without a plan</h2>
    <p>
      ${opening(none.length)} of the ${network.team_noun_plural}
      ${unrecorded ? (none.length === 1 ? 'has none on record' : 'have none on record') : none.length === 1 ? 'has none yet' : 'have none yet'}:
      ${listed(none.map(({ team }) => team.name))}.
    </p>
    ${
      may.length > 0 &&
      html`<ul class="nhsuk-list app-not-printed">
        ${may.map(
          ({ team }) =>
            html`<li>
              <a href="${paths.newPlan({ network: network.id, team: team.id })}"
                >Begin the plan of ${team.name}</a
              >
            </li>`,
        )}
      </ul>`
    }`
}
