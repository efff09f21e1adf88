import { dayState, zone } from '../../before/events/rules.ts'
import { kindOf } from '../../items.ts'
import { nextBegins } from '../../day/programme/rules/drift.ts'
import { lineOf } from '../../day/programme/rules/line.ts'
import { endsAt } from '../../day/programme/rules/plan.ts'
import { programmeRibbon } from '../../day/programme/views/line.ts'
import { revealingPart } from '../../day/ballots/counting/views/reveal.ts'
import type { ShownItem } from '../../day/programme/store/shown.ts'
import { time, timeOn, todayIn, weekdayAndDay } from '../../platform/face/dates.ts'
import { html, safeHref, type Html } from '../../platform/face/html.ts'
import { paths } from '../../paths.ts'
import type { TheDay } from './day.ts'
import { shownPart } from './parts.ts'
import { isVoteFirst } from './voting.ts'

/** The end of an item, which scripts turn into how long it still takes. */
export function ending(item: ShownItem): Html | undefined {
  const until = endsAt(item)
  return until ? html`<span role="timer" data-ends-at="${until}">until ${time(until)}</span>` : undefined
}

const outside = (href: string, text: string): Html | undefined =>
  safeHref(href)
    ? html`<p><a href="${href}" rel="noopener" target="_blank">${text} (opens in new tab)</a></p>`
    : undefined

const shownBy = (team: string, idea: TheDay['idea']): Html =>
  html`<p class="app-by">Shown by ${team}${idea?.together && ' · made together with those it is for'}</p>`

const inShort: [part: 'evidence' | 'changes' | 'needs', name: string][] = [
  ['evidence', 'What got better'],
  ['changes', 'What changes'],
  ['needs', 'What it needs'],
]

/** The idea in three lines at most; what is not known is left out. */
function inThreeLines(idea: NonNullable<TheDay['idea']>): Html | false {
  const known = inShort.filter(([part]) => idea[part])
  return (
    known.length > 0 &&
    html`<dl class="app-in-short">
      ${known.map(
        ([part, name]) =>
          html`<dt>${name}</dt>
            <dd>${idea[part]}</dd>`,
      )}
    </dl>`
  )
}

/** A result that the Screen shows bar by bar is here as far as it is there. */
const soFar = ({ revealing, ballot }: TheDay): Html | undefined =>
  revealing && ballot && html`<div class="app-so-far">${revealingPart(revealing, ballot.options)}</div>`

/** Links for everyone to the item that is on: the idea, its slides, a link. */
function about(item: ShownItem, day: TheDay): Html {
  const { at, ballot, idea } = day
  const { network } = at
  return html`${item.team && shownBy(item.team, idea)} ${idea && inThreeLines(idea)}
  ${ballot?.result && html`<p class="nhsuk-body-l">${ballot.result.sentence}</p>`} ${soFar(day)}
  ${item.note && html`<p>${item.note}</p>`}
  ${
    item.kind === 'idea' &&
    item.idea_id &&
    html`<p><a href="${paths.idea({ network, idea: item.idea_id })}">Read the idea card</a></p>`
  }
  ${item.slides && outside(item.slides, 'See the slides')} ${item.link && outside(item.link, 'Open the link')}`
}

const headline = (caption: Html | string, title: string): Html =>
  html`<h2 class="nhsuk-heading-l"><span class="app-when">${caption}</span> ${title}</h2>`

/** The day as a ribbon: what is over, what is on, what is to come. */
const ribbonOf = ({ items, event, now }: TheDay): Html | false =>
  items.length > 0 && programmeRibbon(lineOf(items, event.starts_at, now, dayState(event, now) === 'today'))

function onNow(item: ShownItem, day: TheDay): Html {
  const end = ending(item)
  return html`<div data-announce="${day.ballot?.result?.sentence ?? `On now: ${item.title}`}">
    ${headline(html`<span><strong>On now:</strong> ${kindOf(item.kind).short}</span> ${end}`, item.title)}
    ${about(item, day)}
  </div>`
}

/** ", 10:38am": as the day goes, not as it was planned. */
export function expected({ items, event, now }: TheDay): string {
  const at = nextBegins(items, event.starts_at, now)
  return at ? `, ${timeOn(at, todayIn(zone, now))}` : ''
}

/** The way to the result, once the vote is not on any more. */
function result({ at, votesOver, standing }: TheDay): Html | undefined {
  const others = votesOver.filter(({ ballot }) => ballot !== standing.on?.ballot_id)
  const out = others.filter(({ revealed }) => revealed)
  if (others.length === 0 || (standing.on && out.length === 0)) return undefined
  const [only] = others
  const href = others.length === 1 ? paths.ballot({ ...at, ballot: only!.ballot }) : paths.ballots(at)
  const words = out.length > 0 ? 'See the result of the vote' : 'See how the vote stands'
  return html`<p><a href="${href}">${words}</a></p>`
}

/** The next item, and other things to see, below the tasks of now. */
export function nextPart(day: TheDay): Html {
  const { standing, event, now } = day
  const { on, next } = standing
  if (event.cancelled_at || dayState(event, now) === 'past') return html``
  const others = on && shownPart(on.kind)?.besides?.(day)
  const aside = isVoteFirst(day) && whileVoting(day)
  const came = standing.stage !== 'after' && result(day)
  if (!next) return html`${aside} ${others} ${came}`
  return html`${aside} ${others} ${came}
    <p class="app-next">
      <strong>Next${expected(day)}:</strong> ${next.title}${next.team && ` (${next.team})`}
    </p>`
}

const begins = ({ event, now }: TheDay): string => {
  const today = dayState(event, now) === 'today'
  return `${today ? 'Today' : weekdayAndDay(event.on_day)}${event.starts_at ? ` at ${time(event.starts_at)}` : ''}`
}

const whereItIs = ({ event }: TheDay): Html =>
  html`${event.place && html`<p>${event.place}</p>`} ${event.link && outside(event.link, 'Join online')}`

const keepOpen = html`<p>Keep this page open: it changes by itself when something is on.</p>`

/** A vote to which everything else gives way; how the day stands comes below it. */
const voteFirst = (day: TheDay): Html =>
  html`<div data-announce="A vote is open">
    ${headline(
      {
        before: `Before the day starts: ${begins(day)}`,
        on: 'On now',
        between: 'Between two items',
        after: 'The programme is over',
      }[day.standing.stage],
      'A vote is open',
    )}
  </div>`

/** The line about the day while a vote is open and nothing is on. */
function whileVoting(day: TheDay): Html {
  const stands = html`<p><a href="${paths.ballots(day.at)}">See how the vote stands</a></p>`
  if (day.standing.stage === 'after') return html`${stands} ${sinceOver(day)}`
  return html`${stands} ${keepOpen} ${day.standing.stage === 'before' && whereItIs(day)}`
}

function notYet(day: TheDay): Html {
  const { at, event, now, standing } = day
  if (dayState(event, now) === 'past')
    return html`${headline(weekdayAndDay(event.on_day), 'This day is over')}
      <p><a href="${paths.event(at)}">What came of it</a></p>`
  return html`<div data-announce="The day has not started yet">
    ${headline(begins(day), 'The day has not started yet')} ${keepOpen} ${whereItIs(day)}
    ${!standing.next && html`<p>The programme is not known yet.</p>`}
  </div>`
}

const sinceOver = ({ at }: TheDay): Html =>
  html`<p><a href="${paths.pledges(at)}">See every pledge</a></p>
    <p><a href="${paths.feedbackResults(at)}">See how people found the day</a></p>`

const over = (day: TheDay): Html =>
  html`<div data-announce="The day is over. Thank you.">
    ${headline('The programme is over', 'Thank you for taking part')} ${result(day)} ${sinceOver(day)}
  </div>`

const cancelled = (day: TheDay): Html =>
  html`<div data-announce="This event is cancelled">
    ${headline(begins(day), 'This event is cancelled')}
    <p><a href="${paths.event(day.at)}">What is known of it</a></p>
  </div>`

/** The part of Now that is the same for everyone. */
export const nowPart = (day: TheDay): Html =>
  html`${!day.event.cancelled_at && ribbonOf(day)} ${standingPart(day)}`

function standingPart(day: TheDay): Html {
  const { stage, on } = day.standing
  if (day.event.cancelled_at) return cancelled(day)
  const past = dayState(day.event, day.now) === 'past'
  if (on && !past) return onNow(on, day)
  if (isVoteFirst(day)) return voteFirst(day)
  if (stage === 'after') return over(day)
  if (stage === 'between' && !past)
    return html`<div data-announce="A moment between two items">
      ${headline('Between two items', 'It goes on in a moment')}
    </div>`
  return notYet(day)
}

export const refreshLink = (href: string): Html =>
  html`<p data-refresh><a href="${href}">Refresh</a> to see what is on now.</p>`

export const nowPage = (day: TheDay, mine: Html): Html =>
  html`<h1 class="app-of">${day.event.name}</h1>
    <div data-part="now" data-now="${day.now}">${nowPart(day)}</div>
    <div data-personal-part="${paths.myNow(day.at)}" data-by-stamps>${mine}</div>
    <div data-part="next">${nextPart(day)}</div>
    ${!day.event.cancelled_at && dayState(day.event, day.now) !== 'past' && refreshLink(paths.now(day.at))}
    <p><a href="${paths.programme(day.at)}" data-ahead="later">See the whole programme</a></p>`
