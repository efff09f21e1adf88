import { button } from '../../platform/face/button.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { postingButton, postingForm, type FormToken } from '../../platform/face/command-form.ts'
import { prose } from '../../platform/face/prose.ts'
import { recordFields } from '../../platform/face/record-fields.ts'
import { summaryList } from '../../platform/face/summary-list.ts'
import { tag } from '../../platform/face/tag.ts'
import type { FormState } from '../../platform/form/state.ts'
import { paths } from '../../paths.ts'
import { planned, studied, type CycleView } from './record.ts'
import { decisionNames, type Decision } from './rules.ts'

interface Filling<Name extends string = never> {
  action: string
  sending: FormToken
  form: FormState<Name>
  team: string
}

export const planForm = ({
  action,
  sending,
  form,
  team,
  isNew,
}: Filling<keyof typeof planned.fields> & { isNew: boolean }): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${team}</span>
      ${isNew ? 'Plan a test' : 'Change the test'}
    </h1>
    <p>Small is good: one person, one clinic, one day. Write what you expect before you look.</p>
    ${postingForm(
      { action, sending, queue: { name: 'Your test' } },
      recordFields(planned, form),
      button({ text: isNew ? 'Plan the test' : 'Save changes', preventDoubleClick: true }),
    )}`

export const studyForm = ({
  action,
  sending,
  form,
  team,
  cycle,
}: Filling<keyof typeof studied.fields> & { cycle: CycleView }): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${team}</span>
      What came of the test?
    </h1>
    ${insetText({
      content: html`<p><strong>${cycle.question}</strong></p>
        <p>You expected:</p>
        ${prose(cycle.prediction)}`,
    })}
    ${postingForm(
      { action, sending, queue: { name: 'What came of your test' } },
      recordFields(studied, form),
      button({ text: 'Save', preventDoubleClick: true }),
    )}`

const colours = { adopt: 'green', adapt: 'blue', again: 'yellow', abandon: 'grey' } as const
const tags: Record<Decision, string> = {
  adopt: 'Adopted',
  adapt: 'Adapting',
  again: 'Testing again',
  abandon: 'Stopped',
}

export const cycleTag = (decision: Decision | null): Html =>
  decision
    ? tag({ text: tags[decision], colour: colours[decision] })
    : tag({ text: 'Being tested', colour: 'aqua-green' })

export interface CyclePage {
  network: string
  team: string
  cycle: CycleView
  pledge: { href: string; words: string }
  mayChange: boolean
  /** The address of the next test of the pledge. */
  next: string
  sending: FormToken
}

export function cyclePage({ network, team, cycle, pledge, mayChange, next, sending }: CyclePage): Html {
  const at = { network, cycle: cycle.id }
  return html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">A test by ${team}</span>
      ${cycle.question}
    </h1>
    <p>${cycleTag(cycle.decision)}</p>
    ${summaryList({
      rows: [
        { key: 'Pledge', value: html`<a href="${pledge.href}">${pledge.words}</a>` },
        { key: 'Planned on', value: day(dayOf(cycle.plannedAt)) },
        { key: 'Expected', value: prose(cycle.prediction) },
        cycle.plan !== null && { key: 'Who does what', value: prose(cycle.plan) },
        {
          key: 'Happened',
          value: cycle.happened === null ? 'Not written down yet' : prose(cycle.happened),
        },
        cycle.decision !== null && {
          key: 'Then',
          value: `${decisionNames[cycle.decision]} (${day(dayOf(cycle.decidedAt!))})`,
        },
      ],
    })}
    ${
      mayChange &&
      html`<div class="nhsuk-button-group">
        ${
          cycle.decision === null
            ? html`${button({ text: 'Write down what came of it', href: paths.cycleStudy(at) })}
              ${button({ text: 'Change', href: paths.editCycle(at), variant: 'secondary' })}`
            : html`${button({ text: 'Plan the next test', href: next })}
              ${postingButton(
                { action: paths.reopenCycle(at), sending },
                { text: 'It is not over after all', variant: 'secondary' },
              )}`
        }
      </div>`
    }`
}

/** The tests of a pledge, a team or an idea, the latest first. */
export const cycleList = (network: string, cycles: readonly (CycleView & { by?: string })[]): Html =>
  html`<ul class="nhsuk-list nhsuk-list--border">
    ${cycles.toReversed().map(
      ({ id, question, decision, by }) =>
        html`<li>
          ${by && html`<strong>${by}:</strong> `}<a href="${paths.cycle({ network, cycle: id })}"
            >${question}</a
          >
          ${cycleTag(decision)}
        </li>`,
    )}
  </ul>`

/** A part of a page, with a heading; `add` is where a first or next one is planned. */
export const cyclesCard = (
  network: string,
  cycles: readonly (CycleView & { by?: string })[],
  { none, add, size = 'm' }: { none: string; add?: string | undefined; size?: 'm' | 'l' },
): Html =>
  html`<h2 class="nhsuk-heading-${size}">Tests</h2>
    ${cycles.length === 0 ? html`<p>${none}</p>` : cycleList(network, cycles)}
    ${add && button({ text: 'Plan a test', href: add, variant: 'secondary' })}`
