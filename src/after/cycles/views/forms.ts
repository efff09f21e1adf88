import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { hidden, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { prose } from '../../../platform/face/prose.ts'
import { recordFields } from '../../../platform/face/record-fields.ts'
import type { FormState } from '../../../platform/form/state.ts'
import { planned, studied, type CycleView } from '../record.ts'
import { confidenceNames } from '../rules.ts'

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
  last,
}: Filling<keyof typeof planned.fields> & {
  isNew: boolean
  /** The test that the new one goes on from. */
  last?: CycleView | undefined
}): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${team}</span>
      ${isNew ? 'Plan a test' : 'Change the test'}
    </h1>
    ${
      last
        ? insetText({
            content: html`<p>It goes on from: <strong>${last.question}</strong></p>
              ${last.happened !== null && html`<p>What happened: ${last.happened}</p>`}`,
          })
        : html`<p>Small is good: one person, one clinic, one day. Write what you expect before you look.</p>`
    }
    ${postingForm(
      { action, sending, queue: { name: 'Your test' } },
      last && hidden('after', last.id),
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
        <p>You expected${cycle.confidence && html` (${confidenceNames[cycle.confidence].toLowerCase()})`}:</p>
        ${prose(cycle.prediction)}`,
    })}
    ${postingForm(
      { action, sending, queue: { name: 'What came of your test' } },
      recordFields(studied, form),
      button({ text: 'Save', preventDoubleClick: true }),
    )}`
