import { notRecorded, type AtEvent } from '../../../before/events/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { card } from '../../../platform/face/card.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { paths } from '../../../paths.ts'
import type { RoomList } from '../store/places.ts'
import { roomTimer } from './timer.ts'
import { counted } from '../../../platform/text/english.ts'

const peopleWords = (people: number) => counted(people, 'person', 'people')

/** People who choose want to know of an empty room, too. A room has no end of places. */
const soFar = (people: number) => (people === 0 ? 'nobody yet' : `${peopleWords(people)} so far`)

const points = ({ points: given }: RoomList): Html | false =>
  given.length > 0 &&
  html`<ol class="nhsuk-list nhsuk-list--number">
    ${given.map((point) => html`<li>${point}</li>`)}
  </ol>`

/** Its time is of interest while it runs. */
const isTalking = ({ timer_until, timer_ended_at }: RoomList) =>
  timer_until !== null && timer_ended_at === null

/** One room as everyone may see it, without names; for an attendee with the way into it. */
const roomCard = (room: RoomList, at: AtEvent, choice?: Html): Html =>
  card({
    heading: { text: room.theme, size: 's' },
    href: paths.room({ ...at, room: room.id }),
    content: html`${points(room)}
      <p class="${choice ? '' : 'nhsuk-u-margin-bottom-0'}">
        ${[room.place, choice ? soFar(room.people) : room.people > 0 && peopleWords(room.people)].filter(Boolean).join(', ')}${isTalking(room) && html`<br /><strong>${roomTimer(room)}</strong>`}
      </p>
      ${choice}`,
  })

/** The rooms of an event: a shared fragment, the same for everybody. */
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

interface Choosing {
  at: AtEvent
  rooms: RoomList[]
  /** The visitor's room; `null` when they could be given one. */
  mine: { id: string; theme: string } | null | undefined
  sending: FormToken
}

const choice = ({ id, theme }: RoomList, { at, mine: own, sending }: Choosing): Html =>
  own?.id === id
    ? html`<p class="nhsuk-u-margin-bottom-0"><strong>You are in this room</strong></p>`
    : postingButton(
        { action: paths.roomPlace({ ...at, room: id }), sending },
        {
          text: html`${own ? 'Move to this room' : 'Choose this room'}<span class="nhsuk-u-visually-hidden"
              >: ${theme}</span
            >`,
          variant: 'secondary',
        },
      )

const mine = ({ at, mine: room, sending }: Choosing): Html => {
  if (!room)
    return html`<p>You can move to another room later.</p>
      ${
        room === null &&
        postingButton({ action: paths.myRoom(at), sending }, { text: 'Give me a place in a room' })
      }`
  return insetText({
    content: html`<p>Your room: <a href="${paths.room({ ...at, room: room.id })}">${room.theme}</a></p>
      <p>You can move to another one.</p>`,
  })
}

/** The rooms as an attendee sees them, who takes a place with one tap. */
export const roomsToChoose = (choosing: Choosing): Html =>
  choosing.rooms.length > 0
    ? html`${mine(choosing)}
      ${choosing.rooms.map((room) => roomCard(room, choosing.at, choice(room, choosing)))}`
    : roomsList([], choosing.at)

export interface RoomsPage extends Choosing {
  eventName: string
  unrecorded: boolean
  organiser: boolean
  /** An attendee, and the day is not over. */
  mayChoose: boolean
}

/** An attendee's own part is not told to all; it is fetched when they look again. */
const choosing = (page: RoomsPage): Html =>
  html`<div data-personal-part="${paths.roomChoice(page.at)}" data-by-stamps data-by-minute>
    ${roomsToChoose(page)}
  </div>`

export const roomsPage = (page: RoomsPage): Html =>
  html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">${page.eventName}</span>
      ${page.mayChoose && page.rooms.length > 0 && !page.mine ? 'Choose a breakout room' : 'Breakout rooms'}
    </h1>
    ${page.mayChoose ? choosing(page) : roomsList(page.rooms, page.at, page.unrecorded)}
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
