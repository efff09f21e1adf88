import { button } from '../../../platform/face/button.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { dayField } from '../../../platform/face/day-field.ts'
import { element } from '../../../platform/face/element.ts'
import { html, type Html, type Part } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { emptyForm } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import { actionFields, decisionFields } from '../record.ts'
import { at, type ShownMeeting, type Writing } from './shown.ts'

const writing = (
  { action, sending, name }: { action: string; sending: FormToken; name: string },
  ...fields: Part[]
): Html =>
  postingForm(
    { action, sending, queue: { name, more: true }, attributes: { class: 'app-writing__form' } },
    fields,
  )

/** Those who may be meant, offered while somebody types. */
export const ownersList = (id: string, owners: readonly string[]): Html | false =>
  owners.length > 0 &&
  element(
    'datalist',
    { id },
    owners.map((value) => element('option', { value })),
  )

/** One of the things that are written down; one stands open at a time, also without scripts. */
const kind = (name: string, open: boolean, form: Html): Html =>
  element(
    'details',
    { class: 'app-writing__kind', name: 'writing', open },
    element('summary', {}, name),
    form,
  )

function noteForm(shown: ShownMeeting, { note }: Writing): Html {
  return writing(
    { action: paths.newLine(at(shown)), sending: note, name: 'Your note' },
    textarea({
      name: 'line',
      label: 'What was said?',
      hint: 'For people who have a role in the network',
      rows: 3,
    }),
    button({ text: 'Add the note', preventDoubleClick: true }),
  )
}

function decisionForm(shown: ShownMeeting, { decision }: Writing): Html {
  const { label, hint } = decisionFields.fields.what
  return writing(
    { action: paths.newDecision(at(shown)), sending: decision, name: 'The decision' },
    textarea({ name: 'what', id: 'decided', label, ...(hint && { hint }), rows: 3 }),
    button({ text: 'Add the decision', preventDoubleClick: true }),
  )
}

function actionForm(shown: ShownMeeting, { action, owners, dueOn }: Writing): Html {
  const { what, owner, dueOn: by } = actionFields.fields
  return writing(
    { action: paths.newAction(at(shown)), sending: action, name: 'The action' },
    textarea({ name: 'what', id: 'to-do', label: what.label, rows: 2 }),
    input({
      name: 'owner',
      label: owner.label,
      ...(owner.hint && { hint: owner.hint }),
      autocomplete: 'off',
      attributes: owners.length > 0 ? { list: 'owners' } : {},
    }),
    ownersList('owners', owners),
    dayField(emptyForm({ dueOn }), 'dueOn', { legend: by.label }),
    button({ text: 'Add the action', preventDoubleClick: true }),
  )
}

/** Where the minutes are taken: what is sent stands in the minutes at once, and the writer stays where they are. */
export function writingPart(shown: ShownMeeting, forms: Writing): Html {
  const { state } = shown
  const inside = html`${kind('A note', true, noteForm(shown, forms))}
    ${kind('A decision', false, decisionForm(shown, forms))}
    ${kind('An action', false, actionForm(shown, forms))}
    <p class="app-writing__hint app-with-scripts">
      Enter adds it, and you can write the next. Others write at the same time: their lines appear here.
    </p>`
  return element(
    'section',
    { class: 'app-card app-writing app-not-printed', id: 'write', 'aria-labelledby': 'write-it-down' },
    html`<h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-2" id="write-it-down">
        ${state === 'over' ? 'Add to the minutes' : state === 'on' ? 'Write it down' : 'Write it down already'}
      </h2>
      ${inside}`,
  )
}
