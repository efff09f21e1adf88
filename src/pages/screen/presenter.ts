import { dayState, type AtEvent } from '../../before/events/rules.ts'
import { lineOf } from '../../day/programme/rules/line.ts'
import { presenterNote } from '../../day/programme/store/notes.ts'
import { programmeLine } from '../../day/programme/views/line.ts'
import { html, type Html } from '../../platform/face/html.ts'
import type { Db } from '../../platform/store/database.ts'
import { paths } from '../../paths.ts'
import { theDay, type TheDay } from '../now/day.ts'
import { ending, expected } from '../now/views.ts'

/** The presenter's view: the note of the hosts, the time left, and the next item. */
export interface Presenting {
  day: TheDay
  note: string | undefined
}

export async function presentingAt(db: Db, at: AtEvent, now: string): Promise<Presenting | undefined> {
  const day = await theDay(db, at, now)
  const note = await presenterNote(db, at.network, at.event)
  return day && { day, note: note?.text }
}

function now({ day: { standing, event, now: moment } }: Presenting): Html {
  const { on, stage } = standing
  if (dayState(event, moment) === 'past') return html`<h1>This day is over</h1>`
  if (on)
    return html`<p class="app-ending app-left">${ending(on) ?? 'No time set'}</p>
      <h1 data-announce="On now: ${on.title}">${on.title}</h1>
      ${on.team && html`<p>${on.team}</p>`}`
  if (stage === 'after') return html`<h1>The programme is over</h1>`
  return html`<h1>${stage === 'before' ? 'The day has not started yet' : 'Nothing is on'}</h1>`
}

/** The day from top to bottom, with the part that is on and the moment that it is. */
const line = ({ day: { items, event, now: moment } }: Presenting): Html | false =>
  items.some(({ slot, started_at }) => slot.at ?? started_at) &&
  programmeLine({
    parts: lineOf(items, event.starts_at, moment, dayState(event, moment) === 'today'),
    onDay: event.on_day,
    now: moment,
    room: 600,
  })

/** The part of the presenter's page that changes. */
export function presenterPart(shown: Presenting): Html {
  const { next } = shown.day.standing
  return html`<div class="app-presenter__words">
      ${shown.note && html`<p class="app-note" role="status">${shown.note}</p>`} ${now(shown)}
      ${next && html`<p class="app-next">Next${expected(shown.day)}: ${next.title}</p>`}
    </div>
    ${line(shown)}`
}

export const presenterPage = (shown: Presenting, part: string, onDesk: boolean): Html =>
  html`<div class="app-presenter">
    <div data-part="${part}" data-now="${shown.day.now}">${presenterPart(shown)}</div>
    <p data-refresh><a href="">Refresh</a></p>
    ${onDesk && html`<p class="app-choice"><a href="${paths.desk(shown.day.at)}">Desk</a></p>`}
  </div>`
