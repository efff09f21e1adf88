import { roomTimer } from '../../day/rooms/views/timer.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { counted } from '../../platform/text/english.ts'
import type { OnScreen } from './reading.ts'
import { wall } from './wall.ts'

/** The pledges of each team, in the order in which they were made. */
export const pledgeWall = ({ pledges: made, network }: OnScreen): Html =>
  made.length === 0
    ? html`<p>Pledges appear here as each ${network.team_noun} makes them</p>`
    : wall(
        made.map(
          ({ team, what, idea }) =>
            html`<li>
              <strong>${team.name}</strong>
              <span>${what ?? idea?.title ?? 'The words of this pledge were not recorded'}</span>
            </li>`,
        ),
      )

/** Facts in one line. */
const parted = (facts: (Html | string | false | null)[]): Html =>
  html`${facts.filter(Boolean).map((fact, at) => html`${at > 0 && ' · '}${fact}`)}`

/** The rooms with where they are, how many have come, and how long they still talk. It names nobody. */
export const roomWall = ({ rooms, over }: OnScreen): Html =>
  rooms.length === 0
    ? html`<p>No breakout rooms have been made</p>`
    : wall(
        rooms.map(
          (room, at) =>
            html`<li>
              <strong>${at + 1}. ${room.theme}</strong>
              <span>
                ${parted([
                  room.place,
                  room.people > 0 && counted(room.people, 'person', 'people'),
                  room.timer_until !== null && !over && roomTimer(room),
                ])}
              </span>
            </li>`,
        ),
      )
