import type { BallotShown } from '../../day/ballots/store/results.ts'
import { turnoutInWords, votesInAll } from '../../day/ballots/rules/turnout.ts'
import { stateNames } from '../../day/ballots/rules/ballot.ts'
import { answeredOf } from '../../day/feedback/views/results.ts'
import { drift, driftInWords, lastDone, whatItIs } from '../../day/programme/rules.ts'
import type { ShownItem } from '../../day/programme/store/shown.ts'
import { button } from '../../platform/face/button.ts'
import { card } from '../../platform/face/card.ts'
import { time } from '../../platform/face/dates.ts'
import { details } from '../../platform/face/details.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { postingButton, type Sending } from '../../platform/face/posting.ts'
import { summaryList } from '../../platform/face/summary-list.ts'
import { tag } from '../../platform/face/tag.ts'
import { paths } from '../../paths.ts'
import type { TheDay } from '../now/day.ts'
import { ending, refreshLink } from '../now/views.ts'

export interface DeskProps {
  day: TheDay
  teams: { name: string; signedUp: number; arrived: number }[]
  ballots: BallotShown[]
  sending: Sending
}

const seenOn = ({ standing: { on } }: TheDay) => on?.id ?? ''

function startButton(item: ShownItem, { day, sending }: DeskProps, small = false): Html {
  return postingButton(
    {
      action: paths.itemStart({ ...day.at, item: item.id }),
      sending,
      values: { seen: seenOn(day) },
    },
    {
      text: html`Start<span class="nhsuk-u-visually-hidden"> ${item.title}</span>`,
      ...(small && { small: true, variant: 'secondary' }),
    },
  )
}

function driftTag({ items, event, now }: TheDay): Html | undefined {
  const minutes = drift(items, event.starts_at, now)
  if (minutes === undefined) return undefined
  return tag({
    classes: 'nhsuk-u-nowrap',
    text: driftInWords(minutes),
    colour: minutes > 5 ? 'orange' : minutes > 1 ? 'yellow' : 'green',
  })
}

function onCard(props: DeskProps): Html {
  const { day, sending } = props
  const { on, stage } = day.standing
  if (!on)
    return card({
      heading: { text: stage === 'after' ? 'The programme is over' : 'Nothing is on', size: 'm' },
      content:
        stage === 'after'
          ? 'Everything on the programme has been done.'
          : 'Start the next item when the room is ready.',
    })
  return card({
    heading: html`<h2 class="nhsuk-card__heading nhsuk-heading-m" data-announce="On now: ${on.title}">
      On now: ${on.title}
    </h2>`,
    content: html`<p>${whatItIs(on)}, since ${time(on.started_at!)}.</p>
      <p>${ending(on)} ${driftTag(day)}</p>
      ${postingButton(
        { action: paths.itemFinish({ ...day.at, item: on.id }), sending },
        { text: 'Finish', variant: 'secondary' },
      )}`,
  })
}

function nextCard(props: DeskProps): Html | undefined {
  const { next } = props.day.standing
  if (!next) return undefined
  return card({
    heading: { text: `Next: ${next.title}`, size: 'm' },
    content: html`<p>${whatItIs(next)}${next.slot.at && `, planned for ${time(next.slot.at)}`}</p>
      ${startButton(next, props)}`,
  })
}

function undo({ day, sending }: DeskProps): Html | undefined {
  const last = lastDone(day.items)
  if (!last) return undefined
  const done = last.what === 'start' ? 'start' : 'finish'
  return postingButton(
    { action: paths.itemUndo({ ...day.at, item: last.item.id }), sending, values: { what: last.what } },
    {
      text: html`Undo the ${done}<span class="nhsuk-u-visually-hidden"> of ${last.item.title}</span>`,
      variant: 'secondary',
      small: true,
    },
  )
}

function ballotCard(shown: BallotShown, { day, sending }: DeskProps): Html {
  const nouns = { ...day.at, ballot: shown.ballot }
  const act =
    shown.state === 'made'
      ? postingButton(
          { action: paths.ballotOpening(nouns), sending },
          { text: 'Open the vote', variant: 'secondary' },
        )
      : shown.state === 'open'
        ? button({ text: 'Close the vote', href: paths.ballotClosure(nouns), variant: 'secondary' })
        : shown.state === 'closed'
          ? postingButton({ action: paths.ballotReveal(nouns), sending }, { text: 'Reveal the result' })
          : undefined
  return card({
    heading: { text: shown.question, size: 's' },
    content: html`<p>
        ${tag({ text: stateNames[shown.state], colour: shown.state === 'open' ? 'green' : 'blue' })}
      </p>
      ${
        shown.turnout.length > 0 &&
        html`<p class="nhsuk-u-font-weight-bold">
          ${shown.state === 'open' ? turnoutInWords(shown) : `Votes in: ${votesInAll(shown.turnout)}`}
        </p>`
      }
      ${act}
      <p><a href="${paths.ballot(nouns)}">Everything about this vote</a></p>`,
  })
}

/** Where people are asked how it was, or have been. */
function feedbackCard({ day: { at, feedback } }: DeskProps): Html | undefined {
  if (feedback.state === 'made') return undefined
  return card({
    heading: { text: 'Feedback', size: 's' },
    content: html`<p>${answeredOf(feedback)}</p>
      ${
        feedback.state === 'open'
          ? button({ text: 'Close the form', href: paths.feedbackClosure(at), variant: 'secondary' })
          : button({ text: 'See what they said', href: paths.feedbackResults(at), variant: 'secondary' })
      }`,
  })
}

function numbers({ teams }: DeskProps): Html {
  const sum = (of: (team: (typeof teams)[number]) => number) => teams.reduce((all, team) => all + of(team), 0)
  return html`<h2 class="nhsuk-heading-m">People</h2>
    ${summaryList({
      rows: [
        { key: 'Signed up', value: String(sum((team) => team.signedUp)) },
        { key: 'Arrived', value: String(sum((team) => team.arrived)) },
      ],
    })}
    ${details({
      summary: 'By team',
      content: summaryList({
        rows: teams.map(({ name, signedUp, arrived }) => ({
          key: name,
          value: `${arrived} of ${signedUp} arrived`,
        })),
      }),
    })}`
}

function rest(props: DeskProps): Html | undefined {
  const { items, standing } = props.day
  const others = items.filter((item) => item.started_at === null && item.id !== standing.next?.id)
  if (others.length === 0) return undefined
  return details({
    summary: 'Start something else',
    content: html`<ul class="nhsuk-list">
      ${others.map((item) => html`<li class="app-beside"><span>${item.title}${item.team && ` (${item.team})`}</span> ${startButton(item, props, true)}</li>`)}
    </ul>`,
  })
}

const links = ({ at }: TheDay): Html => {
  const all: [string, string][] = [
    ['Screen for the room', paths.screen(at)],
    ['Now, as attendees see it', paths.now(at)],
    ['Programme', paths.programme(at)],
    ['Attendees and their codes', paths.attendees(at)],
    ['Who is coming from where', paths.coverage(at)],
    ['Reflections', paths.reflections(at)],
    ['Votes', paths.ballots(at)],
    ['Pledges', paths.pledges(at)],
    ['Breakout rooms', paths.rooms(at)],
    ['Feedback', paths.feedbackResults(at)],
  ]
  return html`<h2 class="nhsuk-heading-m">Go to</h2>
    <ul class="nhsuk-list">
      ${all.map(([text, href]) => html`<li><a href="${href}">${text}</a></li>`)}
    </ul>`
}

/** The part of the Desk that changes. Its forms are the organiser's own, so each fetches it alone. */
export const deskPart = (props: DeskProps): Html =>
  props.day.items.length === 0
    ? html`<p>
        There is no programme yet. <a href="${paths.programme(props.day.at)}">Lay out the day first</a>.
      </p>`
    : html`<div class="nhsuk-grid-row">
        <div class="nhsuk-grid-column-two-thirds">
          ${onCard(props)} ${nextCard(props)} ${undo(props)} ${rest(props)}
        </div>
        <div class="nhsuk-grid-column-one-third">
          ${props.ballots.map((shown) => ballotCard(shown, props))} ${feedbackCard(props)} ${numbers(props)}
        </div>
      </div>`

export const deskPage = (props: DeskProps): Html =>
  html`<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">${props.day.event.name}</span> Desk</h1>
    <div data-personal-part="${paths.deskNow(props.day.at)}" data-now="${props.day.now}">
      ${deskPart(props)}
    </div>
    ${refreshLink(paths.desk(props.day.at))} ${links(props.day)}`
