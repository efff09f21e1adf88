import { between, dayOf, time, weekdayAndDay } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { ring } from '../../../platform/face/ring.ts'
import { counted } from '../../../platform/text/english.ts'
import { boxAt } from '../rules/boxes.ts'
import { statusOf } from './list.ts'
import type { MeetingHead } from './shown.ts'

const whenAndWhere = ({ meeting }: MeetingHead): Html =>
  html`${between(meeting.starts_at, meeting.ends_at)}${meeting.place && html` · ${meeting.place}`}`

const status = ({ meeting, now }: MeetingHead): Html =>
  html`<span class="nhsuk-u-visually-hidden">Status</span> ${statusOf(meeting, now)}`

/** How a meeting stands, for everybody: when it is, what is on now, or what was decided. */
export function meetingHead(shown: MeetingHead): Html {
  if (shown.state === 'over' && shown.decisions.length > 0) return decided(shown)
  return html`<div class="app-meeting-head">
    <div>
      <h1 class="nhsuk-heading-xl nhsuk-u-margin-bottom-3">
        <span class="nhsuk-caption-xl">Six-weekly meeting</span>
        ${weekdayAndDay(shown.meeting.on_day)}
      </h1>
      <p class="app-meeting-head__when">${whenAndWhere(shown)} ${status(shown)}</p>
      ${shown.state === 'over' && html`<p>No decisions have been recorded.</p>`}
    </div>
    ${shown.state === 'on' ? onNow(shown) : shown.state === 'coming' && daysTo(shown)}
  </div>`
}

function daysTo({ meeting, now }: MeetingHead): Html | false {
  const today = Temporal.PlainDate.from(dayOf(now))
  const { days } = today.until(Temporal.PlainDate.from(meeting.on_day), { largestUnit: 'days' })
  return (
    days > 0 &&
    html`<div class="app-meeting-head__ring">
      ${ring({ share: 1 - Math.min(42, days) / 42, figure: String(days), says: days === 1 ? 'day to go' : 'days to go' })}
    </div>`
  )
}

/** The part of the agenda that its time says is on, with the time it has left; what comes then stands beside it. */
function onNow({ boxes, now, meeting }: MeetingHead): Html {
  const box = boxAt(boxes, now)
  const next = boxes[box ? boxes.indexOf(box) + 1 : 0]
  const [from, until] = box
    ? [box.from, box.until]
    : now < meeting.starts_at
      ? [now, meeting.starts_at]
      : [meeting.starts_at, meeting.ends_at]
  const minutes = Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000))
  return html`<div class="app-meeting-now" data-announce="${box?.title ?? ''}">
    ${ring({
      share: (Date.parse(until) - Date.parse(now)) / Math.max(1, Date.parse(until) - Date.parse(from)),
      figure: String(minutes),
      says: minutes === 1 ? 'minute' : 'minutes',
      time: { from, until },
    })}
    <div>
      <p class="app-meeting-now__what">
        <span>${box ? 'On now' : now < meeting.starts_at ? 'Begins soon' : 'Over time'}</span>
        <strong
          >${box?.title ?? (now < meeting.starts_at ? `At ${time(meeting.starts_at)}` : 'Time to close')}</strong
        >
      </p>
      ${box && next && html`<p class="app-meeting-now__next">Then, at ${time(next.from)}: ${next.title}</p>`}
    </div>
  </div>`
}

/** Minutes are a document: what was decided stands at their head. */
function decided(shown: MeetingHead): Html {
  const { meeting, decisions, actions, network } = shown
  const [first] = decisions
  const alone = decisions.length === 1 && first!.what.length <= 120
  const about = html`<span class="nhsuk-caption-xl">${weekdayAndDay(meeting.on_day)}: what was decided</span>`
  return html`<div class="app-minutes-head" id="decisions">
    <h1 class="nhsuk-heading-xl nhsuk-u-margin-bottom-3">
      ${about} ${alone ? first!.what : `${counted(decisions.length, 'decision')} of ${network.name}`}
    </h1>
    ${
      !alone &&
      html`<ol class="app-decided">
        ${decisions.map((one) => html`<li>${one.what}</li>`)}
      </ol>`
    }
    <p class="app-meeting-head__when">
      Six-weekly meeting, ${whenAndWhere(shown)} ·
      ${actions === 0 ? 'no action was recorded' : counted(actions, 'action')} ${status(shown)}
    </p>
  </div>`
}
