import type { NetworkRow, TeamRow } from '../../../before/networks/store/networks.ts'
import { button } from '../../../platform/face/button.ts'
import { dayField } from '../../../platform/face/day-field.ts'
import { weekdayAndDay } from '../../../platform/face/dates.ts'
import { html, type Html, type Part } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { recordFields } from '../../../platform/face/record-fields.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, valueOf, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { actionFields, decisionFields, questionFields, replyFields } from '../record.ts'
import type { ReviewRow } from '../store/meetings.ts'
import type { QuestionRow } from '../store/minutes.ts'
import { partNames, toWhomNames } from './shown.ts'
import { whereFields } from './series.ts'
import { capitalised } from '../../../platform/text/english.ts'
import type { changeMeeting } from '../commands/meeting.ts'
import type { addAction, askQuestion } from '../commands/minutes.ts'

interface Asking<Name extends string = never> {
  meeting: ReviewRow
  action: string
  form: FormState<Name>
  sending: FormToken
}

const page = ({ meeting, action, sending }: Asking, title: string, submit: string, ...fields: Part[]): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Meeting of ${weekdayAndDay(meeting.on_day)}</span>
      ${title}
    </h1>
    ${postingForm({ action, sending }, fields, button({ text: submit, preventDoubleClick: true }))}`

export const editForm = (asking: Asking<FieldsOf<typeof changeMeeting>>): Html =>
  page(
    asking,
    'Change the meeting',
    'Save the meeting',
    dayField(asking.form, 'on', { legend: 'When is it?' }),
    input({
      ...asked(asking.form, 'time'),
      label: 'When does it begin?',
      hint: 'Like 9:30am or 14:00',
      width: 10,
    }),
    input({
      ...asked(asking.form, 'minutes'),
      label: 'How long does it last?',
      suffix: 'minutes',
      width: 3,
      inputmode: 'numeric',
    }),
    ...whereFields(asking.form),
    textarea({
      ...asked(asking.form, 'notes'),
      label: 'Notes of the meeting (optional)',
      hint: 'Shown only to people who have a role in the network',
      rows: 8,
    }),
  )

export const cancelForm = (asking: Asking): Html =>
  html`<h1 class="nhsuk-heading-l">
      Are you sure you want to cancel the meeting of ${weekdayAndDay(asking.meeting.on_day)}?
    </h1>
    <p>
      It stays in the list, marked as cancelled. Calendars that follow the meetings will show that it is
      cancelled.
    </p>
    ${postingForm(
      { action: asking.action, sending: asking.sending },
      button({ text: 'Cancel this meeting', variant: 'warning', preventDoubleClick: true }),
    )}`

export const questionForm = (
  asking: Asking<FieldsOf<typeof askQuestion>>,
  network: NetworkRow,
  teams: TeamRow[],
): Html => {
  const names = toWhomNames(network)
  return page(
    asking,
    'Ask a question',
    'Ask the question',
    teams.length === 1
      ? html`<input type="hidden" name="team" value="${teams[0]!.id}" />`
      : radios({
          ...asked(asking.form, 'team'),
          fieldset: { legend: { text: 'Who asks?', size: 's' } },
          items: teams.map((team) => ({ value: team.id, text: team.name })),
        }),
    radios({
      ...asked(asking.form, 'toWhom'),
      fieldset: { legend: { text: 'Who is asked?', size: 's' } },
      items: Object.entries(names).map(([value, text]) => ({ value, text: capitalised(text) })),
    }),
    recordFields(questionFields, asking.form),
  )
}

export const answerForm = (asking: Asking<'answer'>, question: QuestionRow): Html =>
  page(
    asking,
    'Answer a question',
    'Save the answer',
    html`<p><strong>${question.question}</strong></p>`,
    recordFields(replyFields, asking.form),
  )

export const decisionForm = (asking: Asking<'what'>): Html =>
  page(asking, 'Record a decision', 'Save the decision', recordFields(decisionFields, asking.form))

export const lineForm = (asking: Asking<'line'>): Html =>
  page(
    asking,
    'Add a note',
    'Add the note',
    textarea({
      ...asked(asking.form, 'line'),
      label: 'What was said?',
      hint: 'For people who have a role in the network',
      rows: 3,
    }),
  )

export const actionForm = (asking: Asking<FieldsOf<typeof addAction>>): Html =>
  page(asking, 'Add an action', 'Add the action', recordFields(actionFields, asking.form))

type Attendance = `team-${string}` | `group-${string}`

export function attendanceForm(
  asking: Asking<Attendance | `names-${Attendance}`>,
  network: NetworkRow,
  teams: TeamRow[],
): Html {
  const { form } = asking
  const question = (key: Attendance, text: string): Html =>
    html`${radios({
      ...asked(form, key),
      fieldset: { legend: { text, size: 'm' } },
      inline: true,
      items: [
        { value: 'present', text: 'There' },
        { value: 'absent', text: 'Not there' },
        {
          value: 'unknown',
          text: 'Not recorded',
          checked: !['present', 'absent'].includes(valueOf(form, key)),
        },
      ],
    })}
    ${input({
      ...asked(form, `names-${key}`),
      label: html`Who came <span class="nhsuk-u-visually-hidden">from ${text}</span> (optional)`,
    })}`
  return page(
    asking,
    'Record who came',
    'Save who came',
    html`<p>Names are shown only to people who have a role in the network.</p>`,
    teams.map((team) => question(`team-${team.id}`, team.name)),
    Object.entries(partNames(network)).map(([part, name]) => question(`group-${part}`, name)),
  )
}
