import { endsAt, minutesFrom } from '../../../day/programme/rules/plan.ts'
import type { RoomRow } from '../../../day/rooms/store/rooms.ts'
import { roomTimer, timerButtons } from '../../../day/rooms/views/timer.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { paths } from '../../../paths.ts'
import type { DeskProps } from '../reading.ts'
import { counted } from '../../../platform/text/english.ts'

/** Rooms that were given more time than the programme has for them make the day late. */
function goOnPart(rooms: readonly RoomRow[], ends: string | undefined): Html | undefined {
  const over = rooms
    .filter(({ timer_until, timer_ended_at }) => timer_until && !timer_ended_at)
    .map(({ timer_until }) => (ends ? minutesFrom(ends, timer_until!) : 0))
    .filter((minutes) => minutes > 0)
  if (over.length === 0) return undefined
  const most = Math.max(...over)
  const long = `${over.every((minutes) => minutes === most) ? '' : 'up to '}${counted(most, 'minute')}`
  const [who, their] = over.length === 1 ? ['1 room goes', 'its'] : [`${over.length} rooms go`, 'their']
  return insetText({
    content: html`<p>
      ${who} on ${long} after ${their} time in the programme. Starting what comes next ends ${their} time.
    </p>`,
  })
}

/** Each room with its own time. Open while the rooms are on. */
export function roomTimers({ day, rooms, sending }: DeskProps): Html | undefined {
  if (rooms.length === 0) return undefined
  const list = html`<ul class="nhsuk-list">
    ${rooms.map(
      (room) =>
        html`<li class="app-room-time">
          <a href="${paths.room({ ...day.at, room: room.id })}">${room.theme}</a>
          <p>${roomTimer(room)}</p>
          <div class="app-row">${timerButtons({ room, at: day.at, sending, onDesk: true })}</div>
        </li>`,
    )}
  </ul>`
  return day.standing.on?.kind === 'rooms'
    ? html`<h2 class="nhsuk-heading-m">Rooms</h2>
        ${goOnPart(rooms, endsAt(day.standing.on))} ${list}`
    : details({ summary: 'Time of each room', content: list })
}
