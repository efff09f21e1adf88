import { button } from '../../../platform/face/button.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { day, dayOf, shortDay } from '../../../platform/face/dates.ts'
import { classes, element } from '../../../platform/face/element.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { months } from '../../../platform/face/typed-day.ts'
import { paths } from '../../../paths.ts'
import { quarterAt, quarterOf, quarters, stateOfStep, type Quarter, type StepState } from '../rules.ts'
import type { PlanRow, PlanStepRow } from '../store.ts'

/** A meeting of the network, as it stands in a plan. */
export interface PlannedMeeting {
  id: string
  onDay: string
  held: boolean
}

export interface Year {
  network: string
  team: string
  plan: PlanRow
  steps: readonly PlanStepRow[]
  meetings: readonly PlannedMeeting[]
  /** Names are shown to those who have a role in the network. */
  insider: boolean
  today: string
  /** For those who may change it, on its own page. */
  sending?: FormToken | undefined
}

/** "April to June 2027"; with its days where it does not begin with a month. */
export function quarterName(startsOn: string, quarter: Quarter): string {
  const { from, to } = quarterOf(startsOn, quarter)
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  if (first.day !== 1) return `${shortDay(from)} to ${day(to)}`
  const year = first.year === last.year ? '' : ` ${first.year}`
  return `${months[first.month - 1]}${year} to ${months[last.month - 1]} ${last.year}`
}

/** The four quarters of a year side by side, each with its steps and the meetings in it. */
export const quartersView = (year: Year, level: 2 | 3 = 2): Html =>
  element(
    'div',
    { class: classes('app-quarters', level === 3 && 'app-quarters--small') },
    quarters.map((quarter) => quarterPart(year, quarter, level)),
  )

function quarterPart(year: Year, quarter: Quarter, level: 2 | 3): Html {
  const { plan, today, meetings, network, team, sending } = year
  const { from, to } = quarterOf(plan.starts_on, quarter)
  const steps = year.steps.filter((step) => step.quarter === quarter)
  const within = today >= plan.starts_on && today <= plan.ends_on
  const isNow = within && quarterAt(plan.starts_on, today) === quarter
  const met = meetings.filter(({ onDay }) => onDay >= from && onDay <= to)
  return element(
    'section',
    { class: classes('app-quarter', isNow && 'app-quarter--now') },
    element(
      `h${level}`,
      { class: 'app-quarter__name' },
      element('span', {}, `Quarter ${quarter}`, isNow && html` <strong>now</strong>`),
      ` ${quarterName(plan.starts_on, quarter)}`,
    ),
    steps.length === 0
      ? html`<p class="app-quarter__none">No steps in this quarter.</p>`
      : element(
          'ol',
          { class: 'app-steps' },
          steps.map((step) => stepCard(year, step)),
        ),
    sending &&
      html`<p class="app-quarter__add app-not-printed">
        <a href="${paths.newStep({ network, team })}?quarter=${quarter}"
          >Add a step<span class="nhsuk-u-visually-hidden"> to quarter ${quarter}</span></a
        >
      </p>`,
    met.length > 0 &&
      html`<p class="app-quarter__meetings">
        ${met.length === 1 ? 'Meeting' : 'Meetings'}
        ${met.map(
          ({ id, onDay, held }, at) =>
            html`${at > 0 && ', '}<a href="${paths.review({ network, review: id })}">${shortDay(onDay)}</a>${
                held && ' (held)'
              }`,
        )}
      </p>`,
  )
}

const said: Record<StepState, string> = { done: 'Done', overdue: 'Overdue', open: 'To do' }
const signs: Record<StepState, string> = { done: '✓', overdue: '!', open: '' }

function stepCard({ network, team, insider, today, sending }: Year, step: PlanStepRow): Html {
  const state = stateOfStep(step, today)
  const when = step.completed_at
    ? `Done on ${day(dayOf(step.completed_at))}`
    : step.due_on && `By ${day(step.due_on)}`
  const notes = [when, insider && step.owner].filter(Boolean).join(' – ')
  return element(
    'li',
    { class: `app-step app-step--${state}` },
    element('span', { class: 'app-step__sign', 'aria-hidden': 'true' }, signs[state]),
    html`<p class="app-step__what">
        <span class="nhsuk-u-visually-hidden">${said[state]}:</span> ${step.what}
      </p>
      ${
        (notes || state === 'overdue') &&
        html`<p class="app-step__notes">
          ${state === 'overdue' && html`<strong aria-hidden="true">Overdue.</strong> `}${notes}
        </p>`
      }
      ${sending && stepButtons(step, { network, team, step: step.id }, sending)}`,
  )
}

function stepButtons(
  step: PlanStepRow,
  nouns: { network: string; team: string; step: string },
  sending: FormToken,
): Html {
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
    ${button({ text: html`Change${about}`, href: paths.editStep(nouns), variant: 'secondary', small: true })}
    ${postingButton(
      { action: paths.stepRemoval(nouns), sending },
      { text: html`Remove${about}`, variant: 'secondary', small: true },
    )}
  </div>`
}
