import type { AtEvent } from '../../../before/events/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { checkboxes } from '../../../platform/face/checkboxes.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { panel } from '../../../platform/face/panel.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { recordField } from '../../../platform/face/record-fields.ts'
import { select } from '../../../platform/face/select.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, valueOf, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import { writtenFields } from '../record.ts'
import {
  choiceNames,
  choices,
  chosenParts,
  partNames,
  parts,
  questions,
  writtenParts,
  type Chosen,
  type Written,
} from '../rules.ts'
import type { giveFeedback } from '../commands.ts'

type GivenForm = FormState<FieldsOf<typeof giveFeedback>>

export interface FormProps {
  action: string
  at: AtEvent
  teams: { id: string; name: string }[]
  teamNoun: string
  /** Somebody answers who did not come in on this device: their code says that they may. */
  byCode: boolean
  /** The secret of this form, minted now; a device with scripts puts one of its own in its place. */
  secret: string
  form: GivenForm
  sending: FormToken
}

const hints: Partial<Record<Chosen, string>> = {
  equal: 'What staff, service users and carers know counts the same here',
}

const chosen = (part: Chosen, form: GivenForm): Html =>
  radios({
    ...asked(form, part),
    fieldset: { legend: { text: questions[part], size: 's' } },
    ...(hints[part] && { hint: hints[part] }),
    items: choices[part].map((value) => ({ value, text: choiceNames[part][value]! })),
    small: true,
  })

const written = (part: Written, form: GivenForm): Html =>
  recordField(part, writtenFields.fields[part], form, { size: 's' })

const code = (form: FormState<'code'>): Html =>
  input({
    ...asked(form, 'code'),
    label: { text: 'Your personal code', size: 's' },
    hint: 'So that everyone answers once. It is not stored with your answers.',
    width: 10,
    code: true,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: false,
  })

/** Only what tells a large enough group apart is ever shown, so that these may well be left out. */
const about = ({ teams, teamNoun, form }: FormProps): Html =>
  html`${select({
    ...asked(form, 'team'),
    label: { text: `Your ${teamNoun} (optional)`, size: 's' },
    items: [
      { value: '', text: 'I would rather not say' },
      ...teams.map(({ id, name }) => ({ value: id, text: name })),
    ],
  })}
  ${select({
    ...asked(form, 'part'),
    label: { text: 'You came as (optional)', size: 's' },
    items: [
      { value: '', text: 'I would rather not say' },
      ...parts.map((part) => ({ value: part, text: partNames[part] })),
    ],
  })}`

const contact = (form: GivenForm): Html =>
  checkboxes({
    name: 'contact',
    fieldset: { legend: { text: 'Would you like somebody to get in touch?', size: 's' } },
    hint: 'What you enter here is kept apart from your answers',
    items: [
      {
        value: 'yes',
        text: 'Yes, please contact me',
        conditional: html`${input({ ...asked(form, 'contactName'), label: 'Your name', autocomplete: 'name' })}
        ${input({ ...asked(form, 'contactHow'), label: 'E-mail address or telephone number' })}
        ${textarea({ ...asked(form, 'contactAbout'), label: 'What about (optional)', rows: 2 })}`,
      },
    ],
    values: [valueOf(form, 'contact')],
    small: true,
  })

const something = { oneOf: [...chosenParts, ...writtenParts], or: 'Answer at least one question' }

/** The short form at the end of the day. */
export const feedbackForm = (props: FormProps): Html =>
  html`<h1 class="nhsuk-heading-l">Tell us how it was</h1>
    <p>
      It takes two minutes. Your name is not stored with your answers, and answers of fewer than 3 people are
      not shown. Answer what you like and leave out the rest.
    </p>
    ${postingForm(
      {
        action: props.action,
        sending: props.sending,
        // A device on which one after another answers keeps nothing of anybody.
        ...(!props.byCode && { queue: { name: 'Your feedback', needs: something } }),
      },
      html`<input type="hidden" name="secret" value="${props.secret}" />`,
      props.byCode && code(props.form),
      chosen('useful', props.form),
      written('takeHome', props.form),
      written('different', props.form),
      chosen('equal', props.form),
      chosen('again', props.form),
      about(props),
      contact(props.form),
      button({ text: 'Send', preventDoubleClick: true }),
    )}
    ${
      !props.byCode &&
      details({
        summary: 'Somebody else answers on this device',
        content: html`<p>
          <a href="${paths.feedback(props.at)}?by=code">Answer with a personal code</a>. An organiser can look
          up the code of everybody who has signed up.
        </p>`,
      })
    }`

const link = (href: string, text: string): Html => html`<p><a href="${href}">${text}</a></p>`

/** Instead of the form, where there is nothing to fill in. */
export const noForm = ({
  at,
  why,
  mayOpen,
}: {
  at: AtEvent
  why: 'made' | 'closed' | 'given'
  mayOpen: boolean
}): Html => {
  const words = {
    made: 'The form opens at the end of the day.',
    closed: 'The form is closed. Thank you to everyone who answered.',
    given: 'You have told us how it was. Thank you.',
  }[why]
  return html`<h1 class="nhsuk-heading-l">Tell us how it was</h1>
    ${insetText({ content: words })}
    ${link(paths.feedbackResults(at), mayOpen ? 'How many have answered, and opening the form' : 'How many have answered')}
    ${why === 'given' && link(`${paths.feedback(at)}?by=code`, 'Somebody else answers on this device')}`
}

export const thanks = ({ at, ownDevice }: { at: AtEvent; ownDevice: boolean }): Html =>
  html`${panel({ heading: 'Thank you', content: 'Your answers are stored, without your name.' })}
  ${ownDevice && link(paths.now(at), 'Back to the day')}
  ${link(`${paths.feedback(at)}?by=code`, ownDevice ? 'Somebody else answers on this device' : 'The next person answers')}`
