import { dayState } from '../../../before/events/rules.ts'
import { lineOf } from '../../../day/programme/rules/line.ts'
import { programmeLine } from '../../../day/programme/views/line.ts'
import { bars } from '../../../platform/face/bars.ts'
import { weekdayAndDay } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { paths } from '../../../paths.ts'
import type { TheDay } from '../../now/day.ts'
import { partsOfEvent } from '../../event/parts.ts'
import { refreshLink } from '../../now/views.ts'
import type { DeskProps } from '../reading.ts'
import { driftPart, lastDone, nextPart, onPart } from './on.ts'
import { leftOut, putIn, rest } from './rest.ts'
import { roomTimers } from './rooms.ts'
import { presenterNotePart, screensPart } from './screens.ts'
import { feedbackCard, otherVotes, stillOpen, votesOfNow } from './votes.ts'

function people({ teams, day }: DeskProps): Html {
  const sum = (of: (team: (typeof teams)[number]) => number) => teams.reduce((all, team) => all + of(team), 0)
  return details({
    summary: `${sum((team) => team.arrived)} of ${sum((team) => team.signedUp)} have arrived`,
    content: bars({
      caption: `Arrived, by ${day.network.team_noun}`,
      bars: teams.map(({ name, signedUp, arrived }) => ({
        text: name,
        share: signedUp > 0 ? arrived / signedUp : 0,
        value: `${arrived} of ${signedUp} arrived`,
      })),
    }),
  })
}

const links = ({ at, network }: TheDay): Html => {
  const rehearses = network.kind === 'rehearsal'
  const all: [string, string][] = [
    ['Screen for the room', paths.screen(at)],
    ['Presenter’s page', paths.presenter(at)],
    ['Now, as attendees see it', paths.now(at)],
    ['Programme', paths.programme(at)],
    ['Attendees and their codes', paths.attendees(at)],
    ['Who is coming from where', paths.coverage(at)],
    ['Reflections', paths.reflections(at)],
    ['Votes', paths.ballots(at)],
    ['Pledges', paths.pledges(at)],
    ['Breakout rooms', paths.rooms(at)],
    ['Feedback', paths.feedbackResults(at)],
    [rehearses ? 'How the rehearsal goes, and clear it' : 'Rehearse the day', paths.rehearse(at)],
  ]
  return details({
    summary: 'Other pages of this day',
    content: html`<ul class="nhsuk-list app-go">
      ${all.map(([text, href]) => html`<li><a href="${href}">${text}</a></li>`)}
    </ul>`,
  })
}

/** Buttons work all the same: the event may be held after all. */
const isCancelled = ({ event, at }: TheDay): Html | false =>
  event.cancelled_at !== null &&
  insetText({
    content: html`<p>
      <strong>This event is cancelled.</strong> Screens and phones say so, whatever you press here.
      <a href="${paths.event(at)}">To hold it after all, go to its page</a>
    </p>`,
  })

/** A warning to hosts who open the Desk of another day, before a press counts. */
function anotherDay({ event, now }: TheDay): Html | undefined {
  const state = dayState(event, now)
  if (state === 'today') return undefined
  const says =
    state === 'past'
      ? 'What you press here changes the record of that day. Screens and phones show that it is over.'
      : event.cancelled_at === null &&
        'What you press here is real: phones and screens show it at once. To try things out, rehearse.'
  return insetText({
    content: html`<p>
      <strong
        >This event ${state === 'past' ? 'was' : 'is'} on ${weekdayAndDay(event.on_day)}, not today.</strong
      >
      ${says}
    </p>`,
  })
}

/** The height that the day has beside the rest of the Desk in a window of 1280 × 800. */
const roomOfLine = 500

function theLine({ event, items, now }: TheDay): Html {
  const parts = lineOf(items, event.starts_at, now, dayState(event, now) === 'today')
  return html`<section class="app-desk-line">
    <h2 class="nhsuk-u-visually-hidden">The day</h2>
    ${programmeLine({ parts, onDay: event.on_day, now, room: roomOfLine })}
  </section>`
}

/** The part of the Desk that changes. Its forms are the organiser's own, so each fetches it alone. */
export function deskPart(props: DeskProps): Html {
  const { day } = props
  if (day.items.length === 0)
    return html`${isCancelled(day)}
      <p>There is no programme yet. <a href="${paths.programme(day.at)}">Lay out the day first</a>.</p>
      ${screensPart(props)}`
  const inRooms = day.standing.on?.kind === 'rooms'
  return html`${isCancelled(day)} ${anotherDay(day)}
    <div class="app-desk-columns">
      <div class="app-desk-votes">${stillOpen(props)} ${votesOfNow(props)} ${feedbackCard(props)}</div>
      <div class="app-desk-now">
        ${driftPart(props)}
        <div class="app-desk-steps">${onPart(props)} ${nextPart(props)}</div>
        ${lastDone(props)} ${inRooms && roomTimers(props)}
      </div>
      ${theLine(day)}
      <div class="app-desk-more" id="more">
        ${people(props)} ${putIn(props)} ${rest(props)} ${leftOut(props)} ${!inRooms && roomTimers(props)}
        ${otherVotes(props)} ${presenterNotePart(props)} ${screensPart(props)} ${links(day)}
      </div>
    </div>`
}

export const deskPage = (props: DeskProps): Html =>
  html`<div class="app-desk-head">
      <h1 class="nhsuk-heading-m">
        Desk<span class="nhsuk-u-visually-hidden">: </span>
        <span class="nhsuk-u-secondary-text-colour">${props.day.event.name}</span>
      </h1>
      ${partsOfEvent(props.day.at, 'day')}
    </div>
    <div
      class="app-desk"
      data-presses
      data-personal-part="${paths.deskNow(props.day.at)}"
      data-now="${props.day.now}"
      data-by-minute
    >
      ${deskPart(props)}
    </div>
    ${refreshLink(paths.desk(props.day.at))}`
