import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { select } from '../../../platform/face/select.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { items } from '../../../items.ts'
import type { addItem, changeItem } from '../commands/items.ts'

interface Choice {
  id: string
  text: string
}

type ItemForm = FormState<FieldsOf<typeof addItem> & FieldsOf<typeof changeItem>>

export interface ItemFormProps {
  heading: string
  action: string
  save: string
  ideas: Choice[]
  ballots: Choice[]
  /** Asks where a new item stands. */
  place?: Html
  sending: FormToken
}

const options = (first: string, choices: Choice[]) => [
  { value: '', text: first },
  ...choices.map(({ id, text }) => ({ value: id, text })),
]

function ideaSelect({ ideas }: ItemFormProps, form: FormState<'idea'>): Html {
  if (ideas.length === 0) return html`<p>The network has no change ideas yet.</p>`
  return select({
    ...asked(form, 'idea'),
    label: 'Change idea',
    items: options('Choose an idea', ideas),
  })
}

function ballotSelect({ ballots }: ItemFormProps, form: FormState<'ballot'>): Html {
  if (ballots.length === 0)
    return html`<p>No vote has been prepared yet. It can be chosen here when there is one.</p>`
  return select({
    ...asked(form, 'ballot'),
    label: 'Which vote opens',
    items: options('Decide later', ballots),
  })
}

const kindRadios = (props: ItemFormProps, form: ItemForm): Html =>
  radios({
    ...asked(form, 'kind'),
    idPrefix: 'kind',
    fieldset: { legend: { text: 'What is it?', size: 's' } },
    items: items.map(({ kind, name }) => ({
      value: kind,
      text: name,
      ...(kind === 'idea' && { conditional: ideaSelect(props, form) }),
      ...(kind === 'ballot' && { conditional: ballotSelect(props, form) }),
    })),
  })

const timing = (form: FormState<'minutes' | 'plannedAt'>): Html =>
  html`${input({
    ...asked(form, 'minutes'),
    label: 'How many minutes (optional)',
    inputmode: 'numeric',
    width: 3,
  })}
  ${input({
    ...asked(form, 'plannedAt'),
    label: 'Start at a fixed time (optional)',
    hint: 'For example, 12:30pm. Otherwise it starts when the item before it ends.',
    width: 5,
  })}`

const more = (form: FormState<'link' | 'note'>): Html =>
  html`${input({
    ...asked(form, 'link'),
    label: 'Link for everyone (optional)',
    hint: 'For example, to an online meeting or a document',
    type: 'url',
  })}
  ${textarea({
    ...asked(form, 'note'),
    label: 'What people need to know (optional)',
    hint: 'For example, who speaks, or where lunch is',
    rows: 3,
  })}`

/** The place of a new item. */
export const placeField = (others: readonly Choice[], form: FormState<'before'>): Html =>
  select({
    ...asked(form, 'before'),
    label: 'Where in the programme',
    items: [
      { value: '', text: 'At the end' },
      ...others.map(({ id, text }) => ({ value: id, text: `Before: ${text}` })),
    ],
  })

export const itemFormView = (props: ItemFormProps, form: ItemForm): Html =>
  html`<h1 class="nhsuk-heading-l">${props.heading}</h1>
    ${postingForm(
      { action: props.action, sending: props.sending },
      kindRadios(props, form),
      input({
        ...asked(form, 'title'),
        label: 'Title',
        hint: 'A change idea goes by its own title if you leave this empty',
      }),
      timing(form),
      more(form),
      props.place,
      button({ text: props.save, preventDoubleClick: true }),
    )}`
