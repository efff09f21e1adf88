import { notRecorded } from '../../../before/events/rules.ts'
import type { NetworkRow, TeamRow } from '../../../before/networks/store/networks.ts'
import type { PledgeRow } from '../../../day/pledges/store.ts'
import { button } from '../../../platform/face/button.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { prose } from '../../../platform/face/prose.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import { quarterOf, quarters, stateOfStep, type Quarter } from '../rules.ts'
import type { PlanRow, PlanStepRow } from '../store.ts'

export interface ShownPlan {
  network: NetworkRow
  team: TeamRow
  plan: PlanRow | undefined
  /** There may have been a plan, but nobody wrote it down here. */
  unrecorded: boolean
  pledge: PledgeRow | undefined
  steps: PlanStepRow[]
  removed: PlanStepRow[]
  mayEdit: boolean
  /** Names are shown to those who have a role in the network. */
  insider: boolean
  today: string
}

export function planPage(shown: ShownPlan, sending: FormToken): Html {
  const { plan, team } = shown
  return html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">${team.name}</span>
      Plan for the year
    </h1>
    ${plan ? planned(shown, plan, sending) : nothingPlanned(shown)}`
}

const nothingPlanned = ({ network, team, mayEdit, unrecorded }: ShownPlan): Html =>
  mayEdit
    ? html`<p>
          ${unrecorded ? 'No plan is recorded' : 'There is no plan yet'}. It begins from the pledge that
          ${team.name} made.
        </p>
        ${button({ text: 'Begin the plan', href: paths.newPlan({ network: network.id, team: team.id }) })}`
    : html`<p>${unrecorded ? notRecorded : `${team.name} has not begun its plan yet.`}</p>`

function planned(shown: ShownPlan, plan: PlanRow, sending: FormToken): Html {
  const { network, team, mayEdit, today } = shown
  const nouns = { network: network.id, team: team.id }
  return html`${about(shown, plan)}
  ${
    mayEdit &&
    html`<div class="nhsuk-button-group">
      ${button({ text: 'Add a step', href: paths.newStep(nouns) })}
      ${button({ text: 'Change the plan', href: paths.editPlan(nouns), variant: 'secondary' })}
      ${plan.ends_on < today && button({ text: 'Begin the next plan', href: paths.newPlan(nouns), variant: 'secondary' })}
    </div>`
  }
  ${quarters.map((quarter) => quarterPart(shown, plan, quarter, sending))}
  ${mayEdit && shown.removed.length > 0 && takenOut(shown, sending)}`
}

function about({ network, pledge, insider }: ShownPlan, plan: PlanRow): Html {
  return summaryList({
    rows: [
      { key: 'Aim', value: prose(plan.aim) },
      { key: 'Year', value: `${day(plan.starts_on)} to ${day(plan.ends_on)}` },
      pledge && {
        key: 'Begins from',
        value: html`<a
          href="${paths.pledge({ network: network.id, event: pledge.event_id, pledge: pledge.id })}"
          >The pledge of ${day(dayOf(pledge.made_at))}</a
        >`,
      },
      insider && plan.lead ? { key: 'Lead', value: plan.lead } : undefined,
      { key: 'Support agreed', value: plan.support_agreed ? prose(plan.support_agreed) : 'None yet' },
    ],
  })
}

function quarterPart(shown: ShownPlan, plan: PlanRow, quarter: Quarter, sending: FormToken): Html {
  const { from, to } = quarterOf(plan.starts_on, quarter)
  const steps = shown.steps.filter((step) => step.quarter === quarter)
  return html`<section>
    <h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-2">
      Quarter ${quarter}
      <span class="nhsuk-caption-m">${day(from)} to ${day(to)}</span>
    </h2>
    ${
      steps.length === 0
        ? html`<p class="nhsuk-u-secondary-text-colour">No steps in this quarter.</p>`
        : summaryList({ rows: steps.map((step) => stepRow(shown, step, sending)) })
    }
  </section>`
}

const stateTags = {
  done: tag({ text: 'Done', colour: 'green' }),
  overdue: tag({ text: 'Overdue', colour: 'red' }),
  open: tag({ text: 'To do', colour: 'blue' }),
}

function stepRow(
  { network, team, mayEdit, insider, today }: ShownPlan,
  step: PlanStepRow,
  sending: FormToken,
) {
  const nouns = { network: network.id, team: team.id, step: step.id }
  const when = step.completed_at
    ? `Done on ${day(dayOf(step.completed_at))}`
    : step.due_on && `By ${day(step.due_on)}`
  const notes = [when, insider && step.owner].filter(Boolean).join(' – ')
  return {
    key: { text: stateTags[stateOfStep(step, today)], classes: 'nhsuk-u-font-weight-normal' },
    value: html`<p class="nhsuk-u-margin-bottom-1">${step.what}</p>
      ${notes && html`<p class="nhsuk-u-secondary-text-colour nhsuk-u-margin-bottom-1">${notes}</p>`}
      ${mayEdit && stepButtons(step, nouns, sending)}`,
  }
}

function stepButtons(
  step: PlanStepRow,
  nouns: { network: string; team: string; step: string },
  sending: FormToken,
) {
  const about = html` <span class="nhsuk-u-visually-hidden">${step.what}</span>`
  const done = step.completed_at !== null
  return html`<div class="app-small-buttons">
    ${postingButton(
      { action: (done ? paths.reopenStep : paths.stepCompletion)(nouns), sending },
      {
        text: html`${done ? 'Not done after all' : 'Mark as done'}${about}`,
        variant: 'secondary',
        small: true,
      },
    )}
    ${button({
      text: html`Change${about}`,
      href: paths.editStep(nouns),
      variant: 'secondary',
      small: true,
    })}
    ${postingButton(
      { action: paths.stepRemoval(nouns), sending },
      { text: html`Remove${about}`, variant: 'secondary', small: true },
    )}
  </div>`
}

function takenOut({ network, team, removed }: ShownPlan, sending: FormToken): Html {
  const putBack = (step: PlanStepRow) => ({
    key: `Quarter ${step.quarter}`,
    value: html`<p class="nhsuk-u-margin-bottom-1">${step.what}</p>
      ${postingButton(
        {
          action: paths.stepRestoration({ network: network.id, team: team.id, step: step.id }),
          sending,
        },
        {
          text: html`Put back <span class="nhsuk-u-visually-hidden">${step.what}</span>`,
          variant: 'secondary',
          small: true,
        },
      )}`,
  })
  return details({ summary: 'Steps that were removed', content: summaryList({ rows: removed.map(putBack) }) })
}
