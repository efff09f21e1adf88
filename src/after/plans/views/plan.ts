import { notRecorded } from '../../../before/events/rules.ts'
import type { NetworkRow, TeamRow } from '../../../before/networks/store/networks.ts'
import type { AskView } from '../../../day/asks/record.ts'
import { askTag } from '../../../day/asks/views/asks.ts'
import type { PledgeRow } from '../../../day/pledges/store.ts'
import { button } from '../../../platform/face/button.ts'
import { day, dayOf, shortDay } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { figures, type Figure } from '../../../platform/face/figures.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { prose } from '../../../platform/face/prose.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { yearLine, type YearMark } from '../../../platform/face/year-line.ts'
import { counted } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import { stateOfStep } from '../rules.ts'
import type { PlanRow, PlanStepRow } from '../store.ts'
import { quartersView, type PlannedMeeting } from './quarters.ts'

export interface ShownPlan {
  network: NetworkRow
  team: TeamRow
  plan: PlanRow | undefined
  /** There may have been a plan, but nobody wrote it down here. */
  unrecorded: boolean
  pledge: PledgeRow | undefined
  steps: PlanStepRow[]
  removed: PlanStepRow[]
  /** The meetings in the year of the plan, and what the team asked for its pledge. */
  meetings: PlannedMeeting[]
  asks: AskView[]
  mayEdit: boolean
  /** Names are shown to those who have a role in the network. */
  insider: boolean
  today: string
  now: string
}

export function planPage(shown: ShownPlan, sending: FormToken): Html {
  const { plan, team } = shown
  return plan
    ? planned(shown, plan, sending)
    : html`<h1 class="nhsuk-heading-xl">
          <span class="nhsuk-caption-xl">${team.name}</span>
          Plan for the year
        </h1>
        ${nothingPlanned(shown)}`
}

const nothingPlanned = ({ network, team, mayEdit, unrecorded }: ShownPlan): Html =>
  mayEdit
    ? html`<p>
          ${unrecorded ? 'No plan is recorded' : 'There is no plan yet'}. It begins from the pledge that
          ${team.name} made.
        </p>
        ${button({ text: 'Begin the plan', href: paths.newPlan({ network: network.id, team: team.id }) })}`
    : html`<p>${unrecorded ? notRecorded : `${team.name} has not begun its plan yet.`}</p>`

/** An aim of one sentence stands as the headline; a longer one below it. */
const longest = 140

function planned(shown: ShownPlan, plan: PlanRow, sending: FormToken): Html {
  const { network, team, mayEdit, insider, steps, meetings, today } = shown
  const short = plan.aim.length <= longest && !plan.aim.includes('\n')
  const support = supportPart(shown, plan)
  return html`<div class="app-plan">
    <div class="${support ? 'app-with-aside' : ''}">
      <div>
        <h1 class="nhsuk-heading-xl nhsuk-u-margin-bottom-4">
          <span class="nhsuk-caption-xl">${team.name}: plan for the year</span>
          ${short ? plan.aim : 'What we aim for'}
        </h1>
        ${!short && html`<div class="app-plan__aim">${prose(plan.aim)}</div>`} ${about(shown, plan)}
        ${figures(figuresOf(shown, plan))}
      </div>
      ${support}
    </div>
    ${line(shown, plan)} ${mayEdit && buttons(shown, plan)}
    ${quartersView({
      network: network.id,
      team: team.id,
      plan,
      steps,
      meetings,
      insider,
      today,
      ...(mayEdit && { sending }),
    })}
    ${mayEdit && shown.removed.length > 0 && takenOut(shown, sending)}
    <p class="app-not-printed">
      <a href="${paths.plans({ network: network.id })}"
        >The plans of all ${network.team_noun_plural}, side by side</a
      >
    </p>
  </div>`
}

function about({ network, pledge, insider }: ShownPlan, plan: PlanRow): Html {
  return html`<p class="app-plan__about">
    ${day(plan.starts_on)} to
    ${day(plan.ends_on)}${
      pledge &&
      html` · begins from
        <a href="${paths.pledge({ network: network.id, event: pledge.event_id, pledge: pledge.id })}"
          >the pledge of ${day(dayOf(pledge.made_at))}</a
        >`
    }${insider && plan.lead && html` · led by ${plan.lead}`}
  </p>`
}

const isAgreed = ({ answers: [latest] }: AskView) => latest?.kind === 'agreed' || latest?.kind === 'partly'

/** The figures of a plan, each with its denominator; nothing is said of what there is none of. */
function figuresOf({ steps, meetings, asks, today }: ShownPlan, plan: PlanRow): (Figure | false)[] {
  const done = steps.filter((step) => step.completed_at).length
  const late = steps.filter((step) => stateOfStep(step, today) === 'overdue').length
  const next = steps
    .filter((step) => !step.completed_at && step.due_on !== null && step.due_on >= today)
    .toSorted((a, b) => (a.due_on! < b.due_on! ? -1 : 1))[0]
  const held = meetings.filter((one) => one.held).length
  const standing = asks.filter(({ state }) => state !== 'withdrawn')
  return [
    steps.length > 0 && { value: `${done} of ${steps.length}`, what: 'steps done' },
    late > 0 && { value: String(late), what: late === 1 ? 'step is overdue' : 'steps are overdue' },
    next !== undefined &&
      plan.ends_on >= today && { value: shortDay(next.due_on!), what: 'the next step is due' },
    meetings.length > 0 && { value: `${held} of ${meetings.length}`, what: 'meetings of this year held' },
    standing.length > 0 && {
      value: `${standing.filter(isAgreed).length} of ${standing.length}`,
      what: 'asks agreed, wholly or partly',
    },
  ]
}

/** Support that was agreed, in words and as answers to asks; it is not there where there is neither. */
function supportPart({ network, asks, now, mayEdit, team }: ShownPlan, plan: PlanRow): Html | false {
  const standing = asks.filter(({ state }) => state !== 'withdrawn')
  if (!plan.support_agreed && standing.length === 0 && !mayEdit) return false
  return html`<aside class="app-card app-plan__support" aria-labelledby="support">
    <h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-2" id="support">Support agreed</h2>
    ${
      plan.support_agreed
        ? prose(plan.support_agreed)
        : html`<p>
            None
            yet${
              mayEdit &&
              html`.
                <a href="${paths.editPlan({ network: network.id, team: team.id })}"
                  >Write down what is agreed</a
                >`
            }
          </p>`
    }
    ${
      standing.length > 0 &&
      html`<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">Asked for</h3>
        <ul class="nhsuk-list app-plan__asks">
          ${standing.map(
            (ask) =>
              html`<li>
                <a href="${paths.ask({ network: network.id, ask: ask.id })}">${ask.what}</a>
                ${askTag(ask, now)}
                ${ask.answers[0] && html`<span class="app-plan__why">${ask.answers[0].reason}</span>`}
              </li>`,
          )}
        </ul>`
    }
  </aside>`
}

/** The year with its meetings and what is due; the quarters below say the same in words. */
function line({ network, meetings, steps, today }: ShownPlan, plan: PlanRow): Html | false {
  const marks: YearMark[] = [
    ...meetings.map(({ id, onDay, held }): YearMark => ({
      on: onDay,
      kind: 'meeting',
      text: 'Meeting',
      href: paths.review({ network: network.id, review: id }),
      done: held,
    })),
    ...steps
      .filter((step) => step.due_on && !step.completed_at)
      .map((step): YearMark => ({
        on: step.due_on!,
        kind: step.due_on! < today ? 'late' : 'due',
        text: step.what,
      })),
  ].filter(({ on }) => on >= plan.starts_on && on <= plan.ends_on)
  if (marks.length === 0) return false
  const due = marks.filter(({ kind }) => kind === 'due' || kind === 'late').length
  const to = Temporal.PlainDate.from(plan.ends_on).add({ days: 1 }).toString()
  return yearLine({
    caption: `${counted(meetings.length, 'meeting')} in the year of this plan; ${counted(due, 'step')} to be done on a day.`,
    from: plan.starts_on,
    to,
    today,
    marks,
  })
}

function buttons({ network, team, today }: ShownPlan, plan: PlanRow): Html {
  const nouns = { network: network.id, team: team.id }
  return html`<div class="nhsuk-button-group">
    ${button({ text: 'Add a step', href: paths.newStep(nouns), small: true })}
    ${button({ text: 'Change the plan', href: paths.editPlan(nouns), variant: 'secondary', small: true })}
    ${
      plan.ends_on < today &&
      button({ text: 'Begin the next plan', href: paths.newPlan(nouns), variant: 'secondary', small: true })
    }
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
