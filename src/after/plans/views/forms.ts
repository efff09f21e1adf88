import type { TeamRow } from '../../../before/networks/store/networks.ts'
import type { PledgeRow } from '../../../day/pledges/store.ts'
import { button } from '../../../platform/face/button.ts'
import { dayField } from '../../../platform/face/day-field.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { recordFields } from '../../../platform/face/record-fields.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, valueOf, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import { planFields, stepFields } from '../record.ts'
import { quarterOf, quarters } from '../rules.ts'
import type { PlanRow } from '../store.ts'
import type { addStep, beginPlan, changePlan } from '../commands.ts'

const heading = (team: TeamRow, text: string): Html =>
  html`<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">${team.name}</span> ${text}</h1>`

export interface NewPlan {
  team: TeamRow
  /** The pledges a plan can begin from, the latest first, and the one chosen. */
  pledges: PledgeRow[]
  pledge: PledgeRow | undefined
  action: string
}

export function newPlanForm(
  shown: NewPlan,
  form: FormState<FieldsOf<typeof beginPlan>>,
  sending: FormToken,
): Html {
  return html`${heading(shown.team, 'Begin the plan for the year')} ${beginning(shown)}
  ${postingForm(
    { action: shown.action, sending },
    html`<input type="hidden" name="pledge" value="${valueOf(form, 'pledge')}" />`,
    recordFields(planFields, form, ['aim']),
    dayField(form, 'startsOn', {
      legend: 'When does the plan begin?',
      hint: 'It lasts a year, in four quarters. Those of the NHS begin in April, July, October and January.',
    }),
    textarea({
      ...asked(form, 'firstStep'),
      label: 'What is the first step? (optional)',
      hint: 'It stands in the first quarter. You can add more steps afterwards.',
      rows: 2,
    }),
    dayField(form, 'firstStepDueOn', { legend: 'By when will the first step be done? (optional)' }),
    recordFields(planFields, form, ['lead', 'supportAgreed']),
    button({ text: 'Save the plan', preventDoubleClick: true }),
  )}`
}

function beginning({ pledge, pledges, action }: NewPlan): Html {
  const others = pledges.filter((one) => one.id !== pledge?.id)
  const named = (one: PledgeRow) => one.what ?? `The pledge of ${day(dayOf(one.made_at))}`
  return html`${
    pledge
      ? html`<p>
          These answers begin from the pledge of ${day(dayOf(pledge.made_at))}. Change what has moved on.
        </p>`
      : html`<p>There is no pledge to begin from, so the plan begins from nothing.</p>`
  }
  ${
    others.length > 0 &&
    html`<p class="nhsuk-u-margin-bottom-1">Begin from another pledge instead:</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        ${others.map((one) => html`<li><a href="${action}?pledge=${one.id}">${named(one)}</a></li>`)}
      </ul>`
  }`
}

export const editPlanForm = (
  team: TeamRow,
  action: string,
  form: FormState<FieldsOf<typeof changePlan>>,
  sending: FormToken,
): Html =>
  html`${heading(team, 'Change the plan')}
  ${postingForm(
    { action, sending },
    recordFields(planFields, form),
    button({ text: 'Save the plan', preventDoubleClick: true }),
  )}`

export interface ShownStep {
  team: TeamRow
  plan: PlanRow
  /** Nothing for a new step. */
  step?: string
  network: string
}

export function stepForm(
  { team, plan, step, network }: ShownStep,
  form: FormState<FieldsOf<typeof addStep>>,
  sending: FormToken,
): Html {
  const nouns = { network, team: team.id }
  const action = step ? paths.editStep({ ...nouns, step }) : paths.newStep(nouns)
  return html`${heading(team, step ? 'Change a step' : 'Add a step')}
  ${postingForm(
    { action, sending },
    recordFields(stepFields, form, ['what']),
    radios({
      ...asked(form, 'quarter'),
      fieldset: { legend: { text: stepFields.fields.quarter.label, size: 's' } },
      items: quarters.map((quarter) => quarterChoice(plan, quarter)),
    }),
    recordFields(stepFields, form, ['dueOn', 'owner']),
    button({ text: step ? 'Save the step' : 'Add the step', preventDoubleClick: true }),
  )}`
}

function quarterChoice(plan: PlanRow, quarter: 1 | 2 | 3 | 4) {
  const { from, to } = quarterOf(plan.starts_on, quarter)
  return { value: String(quarter), text: `Quarter ${quarter}: ${day(from)} to ${day(to)}` }
}
