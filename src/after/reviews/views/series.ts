import type { NetworkRow } from '../../../before/networks/store/networks.ts'
import { button } from '../../../platform/face/button.ts'
import { dayField } from '../../../platform/face/day-field.ts'
import { between, day, weekdayAndDay } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { checkedForm, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { table } from '../../../platform/face/tables.ts'
import { asked, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { bankHolidays } from '../../../platform/text/working-days.ts'
import { everyFewWeeks, type SeriesChange } from '../rules/series.ts'
import type { setUpSeries } from '../commands/series.ts'

export function seriesForm(
  network: NetworkRow,
  shown: { action: string; again: boolean },
  form: FormState<FieldsOf<typeof setUpSeries>>,
  sending: FormToken,
): Html {
  return html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${network.name}</span>
      ${shown.again ? 'Change the series' : 'Set up the six-weekly meetings'}
    </h1>
    <p>
      The meetings are planned for a year, ${everyFewWeeks(network.meets_every_weeks ?? 6)}, on the same
      weekday at the same time. One that would fall on a bank holiday in England moves to the next working
      day.
    </p>
    ${
      shown.again &&
      html`<p>
        Meetings that were held, that you changed by themselves, or at which something is recorded stay as
        they are.
      </p>`
    }
    ${postingForm(
      { action: shown.action, sending },
      dayField(form, 'firstOn', { legend: 'When is the first meeting?' }),
      input({
        ...asked(form, 'localTime'),
        label: 'When does it begin?',
        hint: 'Like 9:30am or 14:00',
        width: 10,
      }),
      input({
        ...asked(form, 'minutes'),
        label: 'How long does it last?',
        suffix: 'minutes',
        width: 3,
        inputmode: 'numeric',
      }),
      ...whereFields(form),
      button({ text: 'Continue', preventDoubleClick: true }),
    )}`
}

export const whereFields = (form: FormState<'place' | 'link'>): Html[] => [
  input({ ...asked(form, 'place'), label: 'Where is it? (optional)' }),
  input({
    ...asked(form, 'link'),
    label: 'Link to the video call (optional)',
    hint: 'Shown only to people who have a role in the network, and in their calendars',
    type: 'url',
  }),
]

export function seriesCheck(
  network: NetworkRow,
  shown: { action: string; changes: SeriesChange[] },
  form: FormState,
  sending: FormToken,
): Html {
  return html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${network.name}</span>
      Check the meetings
    </h1>
    ${table({ head: ['Day', 'Time', 'What changes'], responsive: true, rows: shown.changes.map(changeRow) })}
    ${checkedForm({ action: shown.action, sending, values: form.values }, 'Save the meetings')}`
}

function changeRow(change: SeriesChange) {
  if (change.kind === 'cancel' || change.kind === 'keep') {
    const { on_day, starts_at, ends_at, cancelled_at } = change.meeting
    const says = change.kind === 'cancel' ? 'Is cancelled' : cancelled_at ? 'Stays cancelled' : 'Stays'
    return [weekdayAndDay(on_day), between(starts_at, ends_at), says]
  }
  const { on, startsAt, endsAt, movedFrom } = change.date
  const says = change.kind === 'add' ? 'New' : wasWhen(change.meeting, change.date)
  return [
    weekdayAndDay(on),
    between(startsAt, endsAt),
    [says, movedFrom && holiday(movedFrom)].filter(Boolean).join('. '),
  ]
}

function wasWhen(
  meeting: { on_day: string; starts_at: string; ends_at: string },
  date: { on: string; startsAt: string; endsAt: string },
): string {
  if (meeting.on_day !== date.on) return `Moves from ${weekdayAndDay(meeting.on_day)}`
  if (meeting.starts_at !== date.startsAt || meeting.ends_at !== date.endsAt)
    return `Was ${between(meeting.starts_at, meeting.ends_at)}`
  return 'Place or link changes'
}

const holiday = (on: string): string =>
  `Not ${day(on)}: ${bankHolidays(Number(on.slice(0, 4))).find((one) => one.on === on)?.name ?? 'bank holiday'}`
