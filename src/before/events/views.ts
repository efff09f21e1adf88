import { dayField } from '../../platform/face/day-field.ts'
import { button } from '../../platform/face/button.ts'
import { time, timeOn, weekdayAndDay } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { heading } from '../../platform/face/heading.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { input } from '../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../platform/face/command-form.ts'
import { recordField } from '../../platform/face/record-fields.ts'
import { asked, type FieldsOf, type FormState } from '../../platform/form/state.ts'
import { calendar } from '../../platform/mail/calendar.ts'
import { calendarUid, markOf } from '../networks/rules.ts'
import type { NetworkRow } from '../networks/store/networks.ts'
import { eventFields } from './record.ts'
import { aimsOf, toldSentence } from './rules.ts'
import type { EventRow } from './store.ts'
import type { makeEvent } from './commands.ts'

export interface EventFormProps {
  action: string
  title: string
  caption: string
  save: string
  form: FormState<FieldsOf<typeof makeEvent>>
  sending: FormToken
  /** The number who have signed up already. */
  signedUp?: number
  /** The address at which the event is taken away. */
  removal?: string
}

const { fields } = eventFields

const placesHint = (signedUp: number) =>
  ['Leave empty if there is no limit', ...(signedUp > 0 ? [`${signedUp} signed up so far`] : [])].join('. ')

export const eventForm = ({
  action,
  title,
  caption,
  save,
  form,
  sending,
  signedUp = 0,
  removal,
}: EventFormProps): Html =>
  html`${heading({ text: title, size: 'l', caption })}
  ${postingForm(
    { action, sending },
    recordField('name', fields.name, form, { size: 's' }),
    dayField(form, 'on', { legend: 'Date', hint: 'For example, 18 4 2023' }),
    input({
      ...asked(form, 'starts'),
      label: { text: 'Start time (optional)', size: 's' },
      hint: 'For example, 9:30am or 14:00',
      width: 5,
    }),
    input({ ...asked(form, 'ends'), label: { text: 'End time (optional)', size: 's' }, width: 5 }),
    recordField('place', fields.place, form, { size: 's' }),
    input({
      ...asked(form, 'link'),
      label: { text: `${fields.link.label} (optional)`, size: 's' },
      hint: fields.link.hint!,
      inputmode: 'url',
    }),
    recordField('aims', fields.aims, form, { size: 's' }),
    recordField('capacity', fields.capacity, form, { size: 's', hint: placesHint(signedUp) }),
    button({ text: save, preventDoubleClick: true }),
  )}
  ${removal && html`<p><a href="${removal}">Take this event away</a></p>`}`

/** A file that puts the event into a calendar. Its meeting link is only for attendees. */
export const calendarOf = (
  event: EventRow,
  {
    now,
    url,
    link,
    network,
    method,
  }: { now: string; url: string; link?: string | null; network: NetworkRow; method?: 'CANCEL' },
): string =>
  calendar({
    name: event.name,
    ...(method && { method }),
    stamp: now,
    mark: markOf(network.kind),
    entries: [
      {
        uid: calendarUid(network.calendar, 'event', {
          id: event.id,
          before: `${event.id}.${event.network_id}`,
        }),
        sequence: event.sequence,
        cancelled: event.cancelled_at !== null,
        ...(event.starts_at
          ? { startsAt: event.starts_at, endsAt: event.ends_at ?? event.starts_at }
          : { onDay: event.on_day }),
        summary: event.name,
        description: [...aimsOf(event), link && `Join online: ${link}`, url].filter(Boolean).join('\n'),
        ...((event.place ?? link) && { location: (event.place ?? link)!.replaceAll('\n', ', ') }),
        url,
      },
    ],
  })

/** The day, the times and the place in one line. */
export function whenAndWhere(event: EventRow): string {
  const { starts_at: from, ends_at: until, on_day: on } = event
  // The day has been said already; that on which it ends has not, where that is another.
  const times = from && (until ? `${time(from)} to ${timeOn(until, on)}` : `from ${time(from)}`)
  const place = event.place?.split('\n')[0]
  return [weekdayAndDay(on), times, place].filter(Boolean).join(', ')
}

/** The consequences of cancelling an event. */
export function cancelEventView(event: EventRow, tells: number, sending: FormToken): Html {
  const nouns = { network: event.network_id, event: event.id }
  return html`${heading({ text: 'Cancel this event?', size: 'l' })}
    <p class="nhsuk-body-l">${event.name}, ${whenAndWhere(event)}</p>
    <p>
      Nobody can sign up any more, and calendars show it as cancelled. All that was prepared stays, and you
      can take this back.
    </p>
    <p>
      ${toldSentence(tells) || 'Nobody has signed up with an e-mail address, so nobody is told by e-mail.'}
    </p>
    ${postingForm({ action: paths.cancelEvent(nouns), sending }, button({ text: 'Cancel the event', variant: 'warning', preventDoubleClick: true }))}
    <p><a href="${paths.event(nouns)}">Go back and do not cancel it</a></p>`
}
