import type { AtEvent } from '../../../before/events/rules.ts'
import { notRecorded } from '../../../before/networks/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { weekdayAndDay } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { paths } from '../../../paths.ts'

export interface ShownEvent {
  id: string
  name: string
  onDay: string
  past: boolean
  cancelled: boolean
  place: string | null
  /** The number that stand; null where they were not recorded. */
  pledges: number | null
}

interface EventsProps {
  network: { id: string; teamNounPlural: string }
  events: ShownEvent[]
  organising: boolean
}

/** The events that come, the next first, and those that were, the latest first. */
export function eventsPart({ network, events, organising }: EventsProps): Html {
  const coming = events.filter((event) => !event.past).toReversed()
  const past = events.filter((event) => event.past)
  return html`<h2 class="nhsuk-heading-m">Events</h2>
    ${
      coming.length === 0 &&
      html`<p>
        ${past.length === 0 ? 'No event has been planned yet.' : 'No event is planned at the moment.'}
      </p>`
    }
    ${eventList(network.id, coming)} ${past.length > 0 && html`<h3 class="nhsuk-heading-s">Past events</h3>`}
    ${eventList(network.id, past)}
    ${
      organising &&
      button({ text: 'Plan an event', href: paths.newEvent({ network: network.id }), variant: 'secondary' })
    }`
}

const eventList = (network: string, events: ShownEvent[]): Html | false =>
  events.length > 0 &&
  html`<ul class="nhsuk-list">
    ${events.map((event) => html`<li>${eventEntry(network, event)}</li>`)}
  </ul>`

function eventEntry(network: string, event: ShownEvent): Html {
  const at = { network, event: event.id }
  return html`<a class="nhsuk-link nhsuk-u-font-weight-bold" href="${paths.event(at)}">${event.name}</a
    >${event.cancelled && ' (cancelled)'}<br />
    ${weekdayAndDay(event.onDay)}${event.place && html`, ${event.place}`}
    ${(event.past || event.pledges !== 0) && html`<br />${pledgesOf(at, event.pledges)}`}`
}

function pledgesOf(at: AtEvent, count: number | null): Html {
  if (count === null) return html`Pledges: ${notRecorded.toLowerCase()}`
  if (count === 0) return html`No pledges`
  return html`<a class="nhsuk-link" href="${paths.pledges(at)}"
    >${count === 1 ? '1 pledge' : `${count} pledges`}</a
  >`
}

/** All events on a page of their own. */
export const eventsPage = (props: EventsProps): Html =>
  html`<h1 class="nhsuk-heading-xl">Events</h1>
    ${cards(props)}
    ${
      props.organising &&
      button({ text: 'Plan an event', href: paths.newEvent({ network: props.network.id }) })
    }`

function cards({ network, events }: EventsProps): Html {
  if (events.length === 0) return html`<p>No event has been planned yet.</p>`
  const coming = events.filter((event) => !event.past).toReversed()
  const past = events.filter((event) => event.past)
  const list = (some: ShownEvent[]) =>
    html`<ul class="app-cards">
      ${some.map((event) => html`<li class="app-card">${eventEntry(network.id, event)}</li>`)}
    </ul>`
  return html`${coming.length > 0 && list(coming)}
  ${coming.length === 0 && html`<p class="app-lead">No event is planned at the moment.</p>`}
  ${
    past.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Past events</h2>
      ${list(past)}`
  }`
}
