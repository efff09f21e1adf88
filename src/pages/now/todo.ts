import { dayState } from '../../before/events/rules.ts'
import { button } from '../../platform/face/button.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import type { Sending } from '../../platform/face/posting.ts'
import { roomTimer } from '../../day/rooms/views/timer.ts'
import { paths } from '../../paths.ts'
import type { TheDay } from './day.ts'
import type { Mine } from './mine.ts'
import { stampOfAll, stampOfTeam, type Shared } from './everybody.ts'
import { next } from './next.ts'
import { toVote, voteOfAll, withVotes, withVotesOfAll } from './voting.ts'

/** So many forms at most are fetched ahead. */
const mostAhead = 5

function toReflect({ at }: TheDay, { ideas }: Pick<Mine, 'ideas'>): Html {
  if (ideas.length === 0) return html`<p>There are no change ideas to reflect on yet.</p>`
  const others = ideas.filter(({ own }) => !own)
  const open = new Set(others.filter(({ reflected }) => !reflected).slice(0, mostAhead))
  const link = (idea: Mine['ideas'][number]) => {
    const href = paths.reflection({ ...at, idea: idea.id })
    return open.has(idea)
      ? html`<a href="${href}" data-ahead>${idea.title}</a>`
      : html`<a href="${href}">${idea.title}</a>`
  }
  return html`<p>Choose an idea. What would your team keep, change and leave out?</p>
    <ul class="nhsuk-list nhsuk-list--border app-tap">
      ${others.map((idea) => html`<li>${link(idea)}${idea.reflected && ' – your team has written'}</li>`)}
    </ul>`
}

function toPledge({ at }: TheDay, { pledges, team }: Mine): Html {
  if (pledges.length === 0)
    return next(team ? `Make the pledge of ${team.name}` : 'Make a pledge', paths.newPledge(at))
  return html`${pledges.map(
    ({ id, what }) =>
      html`${insetText({ content: what ?? 'Your team has made a pledge.' })}
        <p>
          <a href="${paths.pledge({ ...at, pledge: id })}">Open the pledge, or ask for what it needs</a>
        </p>`,
  )}`
}

const noRooms = html`<p>There are no breakout rooms to choose from. Talk where you are.</p>`

function toRoom({ at }: TheDay, { room, hasRooms }: Mine): Html {
  if (!hasRooms) return noRooms
  if (!room) return button({ text: 'Choose a room', href: paths.rooms(at) })
  return html`${insetText({
    content: html`<p>Your room: <strong>${room.theme}</strong>${room.place && html`<br />${room.place}`}</p>`,
  })}
  ${room.timer_until && html`<p class="nhsuk-body-l nhsuk-u-font-weight-bold">${roomTimer(room)}</p>`}
  ${next('Open your room', paths.room({ ...at, room: room.id }))}`
}

/** To the form while it is open, also when the programme is over: many answer on the way home. */
export function toTell(
  { at, feedback }: TheDay,
  { gaveFeedback }: Pick<Mine, 'gaveFeedback'>,
): Html | undefined {
  if (gaveFeedback || feedback.state !== 'open') return undefined
  return next('Tell us how it was', paths.feedback(at))
}

/** What an attendee has to do now: one thing for what is on, and any vote that is open beside it. */
export const toDo = (day: TheDay, mine: Mine, sending: Sending): Html =>
  withVotes(day, mine, sending, forWhatIsOn(day, mine, sending))

function forWhatIsOn(day: TheDay, mine: Mine, sending: Sending): Html | undefined {
  const { on } = day.standing
  if (on?.kind === 'ballot') return toVote(day, mine, sending)
  if (on?.kind === 'reflection') return toReflect(day, mine)
  if (on?.kind === 'pledges') return toPledge(day, mine)
  if (on?.kind === 'rooms') return toRoom(day, mine)
  if (on?.kind === 'feedback' || !on) return toTell(day, mine)
  if (on?.kind === 'idea' && on.idea_id && !mine.ideas.some(({ id, own }) => own && id === on.idea_id))
    return next('Write what your team thinks of it', paths.reflection({ ...day.at, idea: on.idea_id }))
  return undefined
}

/** The same as far as it is everybody's: shown at once when the day goes on, until each phone has its own. */
const toDoOfAll = (day: TheDay, shared: Shared): Html =>
  withVotesOfAll(day, shared, forWhatIsOnOfAll(day, shared))

function forWhatIsOnOfAll(day: TheDay, shared: Shared): Html | undefined {
  const { on } = day.standing
  const ideas = shared.ideas.map(({ id, title }) => ({ id, title, own: false, reflected: false }))
  if (on?.kind === 'ballot') return voteOfAll(day)
  if (on?.kind === 'reflection') return toReflect(day, { ideas })
  if (on?.kind === 'pledges') return next('Make a pledge', paths.newPledge(day.at))
  if (on?.kind === 'rooms')
    return shared.rooms.length === 0 ? noRooms : button({ text: 'See the rooms', href: paths.rooms(day.at) })
  if (on?.kind === 'feedback' || !on) return toTell(day, { gaveFeedback: false })
  if (on.kind === 'idea' && on.idea_id)
    return next('Write what your team thinks of it', paths.reflection({ ...day.at, idea: on.idea_id }))
  return undefined
}

/** So many own parts a second are fetched when the day goes on for everybody. */
const fetchedASecond = 200
const leastSpreadMs = 1200

export const stamped = (stamps: Record<string, string>): string =>
  Object.entries(stamps)
    .map(([whose, stamp]) => `${whose}:${stamp}`)
    .join(' ')

/** The addresses of votes that have closed: a form of these that is still held on a phone is let go. */
const closedVotes = ({ at }: TheDay, { ballots }: Shared): string =>
  ballots
    .filter(({ closed_at }) => closed_at)
    .map(({ id }) => paths.vote({ ...at, ballot: id }))
    .join(' ')

/**
 * What phones are told of their own parts, the same for all: what each of them depends on, so that a phone fetches its
 * part when that has changed and not whenever somebody votes; what there is to do meanwhile; and over what time the
 * phones spread their asking.
 */
export function todoPart(day: TheDay, shared: Shared): Html {
  const past = dayState(day.event, day.now) === 'past'
  const stamps = Object.fromEntries(shared.teams.map(({ id }) => [id, stampOfTeam(shared, id)]))
  const spread = Math.max(leastSpreadMs, (shared.signedUp / fetchedASecond) * 1000)
  const { on } = day.standing
  const shownBy = on?.kind === 'idea' ? shared.ideas.find(({ id }) => id === on.idea_id)?.team_id : undefined
  return html`<div
    data-stamps="${stamped({ all: stampOfAll(day, shared), ...stamps })}"
    data-spread="${Math.round(spread)}"
    data-own="${shownBy ?? ''}"
    data-over="${closedVotes(day, shared)}"
  >
    ${!past && toDoOfAll(day, shared)}
  </div>`
}
