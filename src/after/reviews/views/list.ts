import type { NetworkRow } from '../../../before/networks/store/networks.ts'
import { button } from '../../../platform/face/button.ts'
import { between, by, day, dayOf, weekdayAndDay } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { table } from '../../../platform/face/tables.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import { everyFewWeeks } from '../rules/series.ts'
import { stateOf } from '../rules/state.ts'
import type { ReviewRow } from '../store/meetings.ts'
import type { ActionRow } from '../store/minutes.ts'

export interface ShownMeetings {
  network: NetworkRow
  meetings: ReviewRow[]
  mayOrganise: boolean
  /** The secret address of the calendar, for people with a role in the network. */
  calendar: string | undefined
  /** The open actions of the one who looks. */
  mine: ActionRow[]
  /** Who came to which meeting, for people with a role in the network. */
  attended: Html | false
  now: string
}

export function meetingList(shown: ShownMeetings): Html {
  const { network, meetings, mayOrganise, calendar, now } = shown
  const coming = meetings.filter((one) => one.ends_at > now && !one.held_at)
  const past = meetings.filter((one) => !coming.includes(one)).toReversed()
  return html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">${network.name}</span>
      Six-weekly meetings
    </h1>
    <p>
      The ${network.team_noun_plural} meet to say what they have tested, what is in the way, and what they ask
      of senior leaders.
    </p>
    ${shown.mine.length > 0 && mine(shown)} ${meetings.length === 0 && noMeetings(network)}
    ${
      mayOrganise &&
      button({
        text: meetings.length === 0 ? 'Set up the meetings' : 'Change the series',
        href: paths.reviewSeries({ network: network.id }),
        ...(meetings.length > 0 && { variant: 'secondary' as const }),
      })
    }
    ${coming.length > 0 && listed('Meetings to come', coming, shown)}
    ${calendar && meetings.length > 0 && subscription(calendar)}
    ${past.length > 0 && listed('Meetings that were', past, shown)} ${shown.attended}`
}

/** The open actions of the one who looks, the oldest first. */
const mine = ({ mine, network, now }: ShownMeetings): Html =>
  html`<section class="app-card">
    <h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-2">Your actions</h2>
    <ul class="nhsuk-list nhsuk-list--border">
      ${mine.map(
        (one) =>
          html`<li>
            <a href="${paths.review({ network: network.id, review: one.review_id })}#actions">${one.what}</a>
            <span class="nhsuk-u-secondary-text-colour">${by(one.due_on)}</span>
            ${one.due_on !== null && one.due_on < dayOf(now) && tag({ text: 'Overdue', colour: 'red' })}
          </li>`,
      )}
    </ul>
  </section>`

const noMeetings = ({ meets_every_weeks: weeks }: NetworkRow): Html =>
  weeks
    ? insetText({ content: `The teams meet ${everyFewWeeks(weeks)}. The dates were not recorded.` })
    : html`<p>No meetings have been set up yet.</p>`

const listed = (caption: string, meetings: ReviewRow[], { network, now }: ShownMeetings): Html =>
  table({
    caption: { text: caption, size: 'm' },
    head: ['Day', 'Time', 'Place', 'Status'],
    responsive: true,
    rows: meetings.map((one) => [
      html`<a href="${paths.review({ network: network.id, review: one.id })}">${weekdayAndDay(one.on_day)}</a
        >${
          one.moved_from &&
          html`<br /><span class="nhsuk-u-secondary-text-colour"
              >Moved from ${day(one.moved_from)}, a bank holiday</span
            >`
        }`,
      between(one.starts_at, one.ends_at),
      one.place ?? '',
      statusOf(one, now),
    ]),
  })

export function statusOf(meeting: ReviewRow, now: string): Html {
  const { cancelled_at, held_at } = meeting
  if (cancelled_at) return tag({ text: 'Cancelled', colour: 'red' })
  if (held_at) return tag({ text: 'Held', colour: 'green' })
  return stateOf(meeting, now) === 'on'
    ? tag({ text: 'On now', colour: 'yellow' })
    : tag({ text: 'Planned', colour: 'blue' })
}

const subscription = (address: string): Html =>
  details({
    summary: 'See these meetings in your calendar',
    content: html`<p>
        In Outlook choose “Add calendar”, then “Subscribe from web”. In Google Calendar choose “Other
        calendars”, then “From URL”. Paste this address. Changes follow by themselves.
      </p>
      <p class="app-address"><a href="${address}">${address}</a></p>
      <p>The address is yours alone: do not pass it on. It ends when your role in the network ends.</p>`,
  })
