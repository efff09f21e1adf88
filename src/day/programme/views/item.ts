import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { select } from '../../../platform/face/select.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { valueOf, type FormState } from '../../../platform/form/state.ts'
import { items } from '../../../items.ts'

interface Choice {
  id: string
  text: string
}

export interface ItemFormProps {
  heading: string
  action: string
  save: string
  ideas: Choice[]
  ballots: Choice[]
  /** Where a new item can stand; none when one is changed. */
  others: Choice[]
  sending: FormToken
}

const options = (first: string, choices: Choice[]) => [
  { value: '', text: first },
  ...choices.map(({ id, text }) => ({ value: id, text })),
]

function ideaSelect({ ideas }: ItemFormProps, form: FormState): Html {
  if (ideas.length === 0) return html`<p>The network has no change ideas yet.</p>`
  return select({
    name: 'idea',
    label: 'Change idea',
    items: options('Choose an idea', ideas),
    value: valueOf(form, 'idea'),
    error: form.errors['idea'],
  })
}

function ballotSelect({ ballots }: ItemFormProps, form: FormState): Html {
  if (ballots.length === 0)
    return html`<p>No vote has been prepared yet. It can be chosen here when there is one.</p>`
  return select({
    name: 'ballot',
    label: 'Which vote opens',
    items: options('Decide later', ballots),
    value: valueOf(form, 'ballot'),
    error: form.errors['ballot'],
  })
}

const kindRadios = (props: ItemFormProps, form: FormState): Html =>
  radios({
    name: 'kind',
    idPrefix: 'kind',
    fieldset: { legend: { text: 'What is it?', size: 's' } },
    items: items.map(({ kind, name }) => ({
      value: kind,
      text: name,
      ...(kind === 'idea' && { conditional: ideaSelect(props, form) }),
      ...(kind === 'ballot' && { conditional: ballotSelect(props, form) }),
    })),
    value: valueOf(form, 'kind'),
    error: form.errors['kind'],
  })

const timing = (form: FormState): Html =>
  html`${input({
    name: 'minutes',
    label: 'How many minutes (optional)',
    inputmode: 'numeric',
    width: 3,
    value: valueOf(form, 'minutes'),
    error: form.errors['minutes'],
  })}
  ${input({
    name: 'plannedAt',
    label: 'Start at a fixed time (optional)',
    hint: 'For example, 12:30pm. Otherwise it starts when the item before it ends.',
    width: 5,
    value: valueOf(form, 'plannedAt'),
    error: form.errors['plannedAt'],
  })}`

const more = (form: FormState): Html =>
  html`${input({
    name: 'link',
    label: 'Link for everyone (optional)',
    hint: 'For example, to an online meeting or a document',
    type: 'url',
    value: valueOf(form, 'link'),
    error: form.errors['link'],
  })}
  ${textarea({
    name: 'note',
    label: 'What people need to know (optional)',
    hint: 'For example, who speaks, or where lunch is',
    rows: 3,
    value: valueOf(form, 'note'),
    error: form.errors['note'],
  })}`

const place = ({ others }: ItemFormProps, form: FormState): Html =>
  select({
    name: 'before',
    label: 'Where in the programme',
    items: [
      { value: '', text: 'At the end' },
      ...others.map(({ id, text }) => ({ value: id, text: `Before: ${text}` })),
    ],
    value: valueOf(form, 'before'),
  })

export const itemFormView = (props: ItemFormProps, form: FormState): Html =>
  html`<h1 class="nhsuk-heading-l">${props.heading}</h1>
    ${postingForm(
      { action: props.action, sending: props.sending },
      kindRadios(props, form),
      input({
        name: 'title',
        label: 'Title',
        hint: 'A change idea goes by its own title if you leave this empty',
        value: valueOf(form, 'title'),
        error: form.errors['title'],
      }),
      timing(form),
      more(form),
      props.others.length > 0 && place(props, form),
      button({ text: props.save, preventDoubleClick: true }),
    )}`
