import type { NetworkRow } from '../../../before/networks/store/networks.ts'
import { button } from '../../../platform/face/button.ts'
import { between, day, weekdayAndDay } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { table } from '../../../platform/face/tables.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import { everyFewWeeks } from '../rules/series.ts'
import type { ReviewRow } from '../store/meetings.ts'

export interface ShownMeetings {
  network: NetworkRow
  meetings: ReviewRow[]
  mayOrganise: boolean
  /** The secret address of the calendar, for people with a role in the network. */
  calendar: string | undefined
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
    ${meetings.length === 0 && noMeetings(network)}
    ${
      mayOrganise &&
      button({
        text: meetings.length === 0 ? 'Set up the meetings' : 'Change the series',
        href: paths.reviewSeries({ network: network.id }),
        ...(meetings.length > 0 && { variant: 'secondary' as const }),
      })
    }
    ${coming.length > 0 && listed('Meetings to come', coming, network)}
    ${calendar && meetings.length > 0 && subscription(calendar)}
    ${past.length > 0 && listed('Meetings that were', past, network)}`
}

const noMeetings = ({ meets_every_weeks: weeks }: NetworkRow): Html =>
  weeks
    ? insetText({ content: `The teams meet ${everyFewWeeks(weeks)}. The dates were not recorded.` })
    : html`<p>No meetings have been set up yet.</p>`

const listed = (caption: string, meetings: ReviewRow[], network: NetworkRow): Html =>
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
      statusOf(one),
    ]),
  })

export const statusOf = ({ cancelled_at, held_at }: ReviewRow): Html =>
  cancelled_at
    ? tag({ text: 'Cancelled', colour: 'red' })
    : held_at
      ? tag({ text: 'Held', colour: 'green' })
      : tag({ text: 'Planned', colour: 'blue' })

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
