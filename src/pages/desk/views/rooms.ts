import { roomTimer, timerButtons } from '../../../day/rooms/views/timer.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { paths } from '../../../paths.ts'
import type { DeskProps } from '../reading.ts'

/** Each room with its own time. Open while the rooms are what is on. */
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
        ${list}`
    : details({ summary: 'Time of each room', content: list })
}
