import { between, dayOf, weekdayAndDay } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { paths } from '../../../paths.ts'

export interface ShownMeetings {
  next: { id: string; startsAt: string; endsAt: string; place: string | null } | null
  held: number
  planned: number
}

interface MeetingsProps {
  network: { id: string; teamNounPlural: string; meetsEveryWeeks: number | null }
  meetings: ShownMeetings
  organising: boolean
}

/** Meetings of those who spread the change, to ask what came of it. */
export function meetingsPart({ network, meetings, organising }: MeetingsProps): Html {
  const at = { network: network.id }
  return html`<h2 class="nhsuk-heading-m">Six-weekly meetings</h2>
    ${rhythm(network, meetings)}
    ${meetings.next ? nextMeeting(network.id, meetings.next) : html`<p>No meeting is planned at the moment.</p>`}
    ${
      meetings.planned > 0 &&
      html`<p>
        <a class="nhsuk-link" href="${paths.reviews(at)}"
          >${meetings.held > 0 ? heldSentence(meetings.held) : 'All meetings'}</a
        >
      </p>`
    }
    ${
      organising &&
      !meetings.next &&
      html`<p><a class="nhsuk-link" href="${paths.reviewSeries(at)}">Plan the meetings</a></p>`
    }`
}

const heldSentence = (held: number): string =>
  held === 1 ? '1 meeting held so far' : `${held} meetings held so far`

/** The rhythm where it is all that is known: no date is made up. */
function rhythm(network: MeetingsProps['network'], { planned }: ShownMeetings): Html | false {
  if (network.meetsEveryWeeks === null || planned > 0) return false
  const every = network.meetsEveryWeeks === 6 ? 'six weeks' : `${network.meetsEveryWeeks} weeks`
  return html`<p>The ${network.teamNounPlural} met every ${every}. The dates were not recorded.</p>`
}

const nextMeeting = (network: string, next: NonNullable<ShownMeetings['next']>): Html =>
  html`<p>
    Next:
    <a class="nhsuk-link" href="${paths.review({ network, review: next.id })}"
      >${weekdayAndDay(dayOf(next.startsAt))}</a
    >, ${between(next.startsAt, next.endsAt)}${next.place && html`, ${next.place}`}
  </p>`
