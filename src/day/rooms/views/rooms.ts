import { notRecorded } from '../../../before/events/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { card } from '../../../platform/face/card.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { postingButton, type Sending } from '../../../platform/face/posting.ts'
import { paths } from '../../../paths.ts'
import type { RoomList } from '../store/places.ts'
import { roomTimer } from './timer.ts'

interface AtEvent {
  network: string
  event: string
}

const peopleWords = (people: number) => (people === 1 ? '1 person' : `${people} people`)

const points = ({ points: given }: RoomList): Html | false =>
  given.length > 0 &&
  html`<ol class="nhsuk-list nhsuk-list--number">
    ${given.map((point) => html`<li>${point}</li>`)}
  </ol>`

/** Its time is of interest while it runs. */
const isTalking = ({ timer_until, timer_ended_at }: RoomList) =>
  timer_until !== null && timer_ended_at === null

/** One room as everyone may see it, without names. */
export const roomCard = (room: RoomList, at: AtEvent): Html =>
  card({
    heading: { text: room.theme, size: 's' },
    href: paths.room({ ...at, room: room.id }),
    content: html`${points(room)}
      <p class="nhsuk-u-margin-bottom-0">
        ${[room.place, room.people > 0 && peopleWords(room.people)].filter(Boolean).join(', ')}${isTalking(room) && html`<br /><strong>${roomTimer(room)}</strong>`}
      </p>`,
  })

/** The rooms of an event: a shared fragment, the same for whoever looks. */
export const roomsList = (rooms: readonly RoomList[], at: AtEvent, unrecorded = false): Html =>
  html`<div data-part="rooms">
    ${
      rooms.length > 0
        ? rooms.map((room) => roomCard(room, at))
        : insetText({
            content: unrecorded ? `The rooms of this event: ${notRecorded.toLowerCase()}.` : 'No rooms yet.',
          })
    }
  </div>`

export interface RoomsPage {
  at: AtEvent
  eventName: string
  rooms: RoomList[]
  unrecorded: boolean
  organiser: boolean
  /** The room of whoever looks; `null` when they could be given one. */
  mine: { id: string; theme: string } | null | undefined
  sending: Sending
}

const mine = ({ at, mine: room, sending }: RoomsPage): Html | null => {
  if (room === undefined) return null
  if (room === null)
    return postingButton({ action: paths.myRoom(at), sending }, { text: 'Give me a place in a room' })
  return insetText({
    content: html`<p>
      Your room: <a href="${paths.room({ ...at, room: room.id })}">${room.theme}</a>. You may move to another.
    </p>`,
  })
}

export const roomsPage = (page: RoomsPage): Html =>
  html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">${page.eventName}</span>
      Breakout rooms
    </h1>
    ${mine(page)} ${roomsList(page.rooms, page.at, page.unrecorded)}
    ${
      page.organiser &&
      html`<div class="nhsuk-button-group">
        ${button({ text: 'Make a room', href: paths.newRoom(page.at) })}
        ${
          page.rooms.length > 0 &&
          button({ text: 'Give out places', variant: 'secondary', href: paths.allocateRooms(page.at) })
        }
      </div>`
    }`
