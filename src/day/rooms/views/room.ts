import { notRecorded } from '../../../before/events/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { claimedTime, time } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, safeHref, type Html } from '../../../platform/face/html.ts'
import { postingButton, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { prose } from '../../../platform/face/prose.ts'
import { select } from '../../../platform/face/select.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { paths } from '../../../paths.ts'
import { roomTimePart, timerButtons, type RoomTime } from './timer.ts'

interface AtRoom {
  network: string
  event: string
  room: string
}

export interface Note {
  id: string
  text: string
  writtenAt: string
  /** The time of writing, if it waited on a phone that had no network. */
  claimedAt: string | null
}

export interface Person {
  id: string
  name: string
}

/** The notes of a room as everybody in it sees them, the newest first: a shared fragment, which names no writer. */
export const roomNotes = (notes: readonly Note[], unrecorded = false): Html =>
  html`<div data-part="notes" aria-live="polite">
    ${
      notes.length > 0
        ? html`<ol class="nhsuk-list">
            ${notes.toReversed().map(
              (note) =>
                html`<li>
                  <span class="nhsuk-u-secondary-text-colour"
                    >${note.claimedAt ? claimedTime(note.claimedAt, note.writtenAt) : time(note.writtenAt)}</span
                  >
                  ${prose(note.text)}
                </li>`,
            )}
          </ol>`
        : html`<p>${unrecorded ? notRecorded : 'No notes yet.'}</p>`
    }
  </div>`

/** The three points of a room: a shared fragment. */
export const roomSummary = (points: readonly string[], unrecorded = false): Html =>
  html`<div data-part="summary">
    ${
      points.length > 0
        ? html`<ol class="nhsuk-list nhsuk-list--number">
            ${points.map((point) => html`<li>${point}</li>`)}
          </ol>`
        : html`<p>${unrecorded ? notRecorded : 'No summary yet.'}</p>`
    }
  </div>`

interface RoomNames {
  facilitator: string
  scribe: string
  people: string[]
}

export interface RoomPage {
  at: AtRoom
  eventName: string
  theme: string
  place: string | null
  timer: Omit<RoomTime, 'id' | 'theme'>
  points: string[]
  notes: Note[]
  ownNotes: (Note & { removed: boolean })[]
  unrecorded: boolean
  /** The part for attendees of the event and insiders; names, of attendees, only those in this room. */
  inside: { link: string | null; names: RoomNames | undefined } | undefined
  mayNote: boolean
  maySummarise: boolean
  /** An attendee who is not in this room: it is their first, or instead of another. */
  mayCome: 'first' | 'instead' | undefined
  organiser: { elsewhere: Person[] } | undefined
  /** The time of the server's clock. */
  now: string
  sending: FormToken
}

export const roomPage = (page: RoomPage): Html =>
  html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">Breakout room, ${page.eventName}</span>
      ${page.theme}
    </h1>
    ${timing(page)} ${about(page)} ${notes(page)}
    <h2 class="nhsuk-heading-l">Summary</h2>
    ${roomSummary(page.points, page.unrecorded)}
    ${
      page.maySummarise &&
      button({
        text: page.points.length > 0 ? 'Change the summary' : 'Write the summary',
        variant: 'secondary',
        href: paths.roomSummary(page.at),
      })
    }
    ${people(page)} ${organising(page)}`

/** The time that the room still has; those who keep it start, extend and end it. */
const timing = ({ at, theme, timer, maySummarise, sending, now }: RoomPage): Html =>
  html`<div data-part="timer" data-now="${now}">${roomTimePart(timer)}</div>
    ${
      maySummarise &&
      html`<div class="app-row">
        ${timerButtons({ room: { id: at.room, theme, ...timer }, at, sending })}
      </div>`
    }`

const about = ({ at, place, inside, mayCome, sending }: RoomPage): Html => {
  const link = inside?.link && safeHref(inside.link)
  return html`${summaryList({
    rows: [
      place !== null && { key: 'Place', value: place },
      inside?.names && { key: 'Facilitator', value: inside.names.facilitator },
      inside?.names && { key: 'Scribe', value: inside.names.scribe },
    ],
  })}
  ${link && button({ text: 'Join the online meeting', href: link })}
  ${
    mayCome &&
    postingButton(
      { action: paths.roomPlace(at), sending },
      { text: mayCome === 'first' ? 'Choose this room' : 'Move to this room', variant: 'secondary' },
    )
  }`
}

const notes = (page: RoomPage): Html | false =>
  page.inside !== undefined &&
  html`<h2 class="nhsuk-heading-l" id="notes">Notes</h2>
    ${
      page.mayNote &&
      postingForm(
        {
          action: paths.newNote(page.at),
          sending: page.sending,
          queue: { name: 'Your note', more: true },
        },
        textarea({
          name: 'text',
          label: 'Add a note',
          hint: html`Everybody in the room sees it at once, without your name.
            <span class="app-with-scripts">Enter adds it; Shift and Enter begins a new line.</span>`,
          rows: 3,
        }),
        button({ text: 'Add the note', preventDoubleClick: true }),
      )
    }
    ${roomNotes(page.notes, page.unrecorded)}
    <div data-part="own-notes">${ownNotes(page)}</div>`

const ownNotes = ({ at, ownNotes: own, maySummarise, sending }: RoomPage): Html | false => {
  const heading = maySummarise
    ? 'Take a note away or put it back'
    : 'Take a note of yours away or put it back'
  const rows = own.map((note) => ({
    key: html`<span class="${note.removed ? 'nhsuk-u-secondary-text-colour' : ''}"
      >${note.text}${note.removed && ' (taken away)'}</span
    >`,
    value: note.removed
      ? postingButton(
          { action: paths.keepNote({ ...at, note: note.id }), sending },
          { text: 'Put back', small: true, variant: 'secondary', ariaLabel: `Put back: ${note.text}` },
        )
      : postingButton(
          { action: paths.removeNote({ ...at, note: note.id }), sending },
          { text: 'Take away', small: true, variant: 'secondary', ariaLabel: `Take away: ${note.text}` },
        ),
  }))
  return own.length > 0 && details({ summary: heading, content: summaryList({ rows }) })
}

const people = ({ inside }: RoomPage): Html | false =>
  inside?.names !== undefined &&
  inside.names.people.length > 0 &&
  html`<h2 class="nhsuk-heading-l">People in this room (${inside.names.people.length})</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      ${inside.names.people.map((name) => html`<li>${name}</li>`)}
    </ul>`

const organising = ({ at, organiser, sending }: RoomPage): Html | false =>
  organiser !== undefined &&
  html`<h2 class="nhsuk-heading-l">For organisers</h2>
    ${
      organiser.elsewhere.length > 0 &&
      postingForm(
        { action: paths.roomPlace(at), sending },
        select({
          name: 'attendee',
          label: 'Move somebody to this room',
          items: [
            { value: '', text: 'Choose a person' },
            ...organiser.elsewhere.map(({ id, name }) => ({ value: id, text: name })),
          ],
        }),
        button({ text: 'Move them', variant: 'secondary' }),
      )
    }
    <div class="nhsuk-button-group">
      ${button({ text: 'Change the room', variant: 'secondary', href: paths.editRoom(at) })}
      ${button({ text: 'Take the room away', variant: 'secondary', href: paths.roomRemoval(at) })}
    </div>`
