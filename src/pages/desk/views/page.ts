import { dayState } from '../../../before/events/rules.ts'
import { weekdayAndDay } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { paths } from '../../../paths.ts'
import type { TheDay } from '../../now/day.ts'
import { refreshLink } from '../../now/views.ts'
import type { DeskProps } from '../reading.ts'
import { lastDone, nextCard, onCard } from './on.ts'
import { leftOut, putIn, rest } from './rest.ts'
import { roomTimers } from './rooms.ts'
import { presenterNotePart, screensPart } from './screens.ts'
import { ballotCard, feedbackCard, stillOpen } from './votes.ts'

function numbers({ teams, day }: DeskProps): Html {
  const sum = (of: (team: (typeof teams)[number]) => number) => teams.reduce((all, team) => all + of(team), 0)
  return html`<h2 class="nhsuk-heading-m">People</h2>
    ${summaryList({
      rows: [
        { key: 'Signed up', value: String(sum((team) => team.signedUp)) },
        { key: 'Arrived', value: String(sum((team) => team.arrived)) },
      ],
    })}
    ${details({
      summary: `By ${day.network.team_noun}`,
      content: summaryList({
        rows: teams.map(({ name, signedUp, arrived }) => ({
          key: name,
          value: `${arrived} of ${signedUp} arrived`,
        })),
      }),
    })}`
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
  return html`<h2 class="nhsuk-heading-m">Go to</h2>
    <ul class="nhsuk-list app-go">
      ${all.map(([text, href]) => html`<li><a href="${href}">${text}</a></li>`)}
    </ul>`
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

/** The part of the Desk that changes. Its forms are the organiser's own, so each fetches it alone. */
export const deskPart = (props: DeskProps): Html =>
  props.day.items.length === 0
    ? html`${isCancelled(props.day)}
        <p>
          There is no programme yet. <a href="${paths.programme(props.day.at)}">Lay out the day first</a>.
        </p>
        ${screensPart(props)}`
    : html`${isCancelled(props.day)}
        <div class="nhsuk-grid-row">
          <div class="nhsuk-grid-column-two-thirds">
            ${anotherDay(props.day)} ${stillOpen(props)} ${onCard(props)} ${nextCard(props)}
            ${lastDone(props)} ${props.day.standing.on?.kind === 'rooms' && roomTimers(props)}
            <div class="app-more" id="more">
              ${putIn(props)} ${rest(props)} ${leftOut(props)} ${presenterNotePart(props)}
              ${screensPart(props)}
            </div>
          </div>
          <div class="nhsuk-grid-column-one-third">
            ${props.ballots.map((shown) => ballotCard(shown, props))} ${feedbackCard(props)}
            ${props.day.standing.on?.kind !== 'rooms' && roomTimers(props)} ${numbers(props)}
          </div>
        </div>`

export const deskPage = (props: DeskProps): Html =>
  html`<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">${props.day.event.name}</span> Desk</h1>
    <div
      class="app-desk"
      data-presses
      data-personal-part="${paths.deskNow(props.day.at)}"
      data-now="${props.day.now}"
      data-by-minute
    >
      ${deskPart(props)}
    </div>
    ${refreshLink(paths.desk(props.day.at))} ${links(props.day)}`
