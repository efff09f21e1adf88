import type { AtEvent } from '../../../before/events/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import type { insertItem } from '../commands/adjusting.ts'

interface AtDesk {
  at: AtEvent
  sending: FormToken
}

/** Puts a break or a talk in right after the item that is on. */
export const insertView = (
  { at, seen, sending }: AtDesk & { seen: string },
  form: FormState<FieldsOf<typeof insertItem>>,
): Html =>
  html`<h1 class="nhsuk-heading-l">Put something in</h1>
    <p>It comes next, after what is on. The plan stays as it is, so you see what it costs.</p>
    ${postingForm(
      { action: paths.insertItem(at), sending },
      html`<input type="hidden" name="seen" value="${seen}" />`,
      radios({
        ...asked(form, 'kind'),
        idPrefix: 'kind',
        fieldset: { legend: { text: 'What is it?', size: 's' } },
        items: [
          { value: 'break', text: 'Break' },
          { value: 'talk', text: 'Talk' },
        ],
      }),
      input({
        ...asked(form, 'title'),
        label: 'Title',
        hint: 'A break without a title is called “Short break”',
      }),
      input({
        ...asked(form, 'minutes'),
        label: 'How many minutes',
        inputmode: 'numeric',
        width: 3,
      }),
      button({ text: 'Put it in', preventDoubleClick: true }),
    )}`

/** The fields of a note to the presenter, on the Desk and on a page of its own. */
export const noteFields = (form: FormState<'note'>): Html =>
  textarea({
    ...asked(form, 'note'),
    label: 'Note to the presenter',
    hint: 'Shown in large letters on the presenter’s page. For example, “5 minutes left”.',
    rows: 2,
  })

export const noteView = ({ at, sending }: AtDesk, form: FormState<'note'>): Html =>
  html`<h1 class="nhsuk-heading-l">Note to the presenter</h1>
    ${postingForm(
      { action: paths.presenterNote(at), sending },
      noteFields(form),
      button({ text: 'Send to the presenter', preventDoubleClick: true }),
    )}`
