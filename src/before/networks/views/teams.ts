import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { asked, type FormState } from '../../../platform/form/state.ts'

interface Props {
  title: string
  action: string
  submit: string
  form: FormState<'name'>
  sending: FormToken
  /** The teams that there are already. */
  others: { name: string }[]
  /** The address at which it is taken away, and its noun. */
  removal?: { href: string; noun: string }
}

export const teamForm = ({ title, action, submit, form, sending, others, removal }: Props): Html =>
  html`<h1 class="nhsuk-heading-l">${title}</h1>
    ${postingForm(
      { action, sending },
      input({ ...asked(form, 'name'), label: 'Name', autocomplete: 'off' }),
      button({ text: submit, preventDoubleClick: true }),
    )}
    ${
      others.length > 0 &&
      html`<h2 class="nhsuk-heading-s">Here already</h2>
        <ul class="nhsuk-list nhsuk-list--bullet">
          ${others.map((team) => html`<li>${team.name}</li>`)}
        </ul>`
    }
    ${removal && html`<p><a href="${removal.href}">Take this ${removal.noun} away</a></p>`}`
