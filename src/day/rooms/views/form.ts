import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { recordFields } from '../../../platform/face/record-fields.ts'
import { select } from '../../../platform/face/select.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { noteFields, roomFields } from '../record.ts'
import type { Person } from './room.ts'
import type { makeRoom } from '../commands/rooms.ts'
import type { summariseRoom } from '../commands/notes.ts'

interface Filling<Name extends string = never> {
  action: string
  sending: FormToken
  form: FormState<Name>
}

const nobody = { value: '', text: 'Nobody yet' }

export const roomForm = ({
  action,
  sending,
  form,
  title,
  attendees,
}: Filling<FieldsOf<typeof makeRoom>> & { title: string; attendees: Person[] }): Html =>
  html`<h1 class="nhsuk-heading-l">${title}</h1>
    ${postingForm(
      { action, sending },
      recordFields(roomFields, form),
      ...(['facilitator', 'scribe'] as const).map((task) =>
        select({
          ...asked(form, task),
          label: task === 'facilitator' ? 'Facilitator' : 'Scribe',
          hint: task === 'facilitator' ? 'Who leads the discussion.' : 'Who writes down what matters.',
          items: [nobody, ...attendees.map(({ id, name }) => ({ value: id, text: name }))],
        }),
      ),
      button({ text: 'Save', preventDoubleClick: true }),
    )}`

export interface Allocating extends Filling<'who' | 'how'> {
  arrived: number
  signedUp: number
  placed: number
  rooms: number
}

export const allocationForm = ({
  action,
  sending,
  form,
  arrived,
  signedUp,
  placed,
  rooms,
}: Allocating): Html =>
  html`<h1 class="nhsuk-heading-l">Give out places in the rooms</h1>
    <p>
      Each team, and the service user and carer representatives, are spread evenly over the ${rooms} rooms.
      Whoever facilitates or writes stays in their room. ${placed > 0 && `${placed} people have a place now.`}
    </p>
    ${postingForm(
      { action, sending },
      radios({
        ...asked(form, 'who'),
        fieldset: { legend: { text: 'Who gets a place?', size: 's' } },
        items: [
          { value: 'arrived', text: `Those who have arrived (${arrived})` },
          { value: 'everyone', text: `Everyone who has signed up (${signedUp})` },
        ],
      }),
      placed === 0
        ? html`<input type="hidden" name="how" value="anew" />`
        : radios({
            ...asked(form, 'how'),
            fieldset: { legend: { text: 'What about people who have a place?', size: 's' } },
            items: [
              { value: 'rest', text: 'They keep it; only the others are placed' },
              {
                value: 'anew',
                text: 'Begin again with everybody',
                hint: 'What people chose for themselves, and what you moved by hand, is lost.',
              },
            ],
          }),
      button({ text: 'Give out places', preventDoubleClick: true }),
    )}`

export const noteForm = ({ action, sending, form }: Filling<'text'>): Html =>
  html`<h1 class="nhsuk-heading-l">Add a note</h1>
    ${postingForm(
      { action, sending, queue: { name: 'Your note' } },
      recordFields(noteFields, form),
      button({ text: 'Add the note', preventDoubleClick: true }),
    )}`

export const summaryForm = ({
  action,
  sending,
  form,
  theme,
}: Filling<FieldsOf<typeof summariseRoom>> & { theme: string }): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${theme}</span>
      Sum up in three points
    </h1>
    <p>Everyone can read the summary. Fewer than three points are fine.</p>
    ${postingForm(
      { action, sending },
      (['point1', 'point2', 'point3'] as const).map((point, at) =>
        textarea({ ...asked(form, point), label: `${['First', 'Second', 'Third'][at]} point`, rows: 2 }),
      ),
      button({ text: 'Save the summary', preventDoubleClick: true }),
    )}`

export const removalForm = ({
  action,
  sending,
  theme,
  people,
  holdsNotes,
}: Filling & { theme: string; people: number; holdsNotes: boolean }): Html => {
  if (holdsNotes)
    return html`<h1 class="nhsuk-heading-l">This room stays</h1>
      <p>
        The room “${theme}” holds notes or a summary. They are the record of what was said, so it cannot be
        taken away. You can change its theme instead.
      </p>`
  return html`<h1 class="nhsuk-heading-l">Take this room away?</h1>
    <p>The room “${theme}” is taken away. This cannot be undone.</p>
    ${
      people > 0 &&
      html`<p>
        ${
          people === 1
            ? '1 person loses their place and needs another.'
            : `${people} people lose their places and need others.`
        }
      </p>`
    }
    ${postingForm({ action, sending }, button({ text: 'Take the room away', variant: 'warning' }))}`
}
