import { dayState } from '../../before/events/rules.ts'
import { html, type Html } from '../../platform/face/html.ts'
import type { FormToken } from '../../platform/face/command-form.ts'
import { paths } from '../../paths.ts'
import type { TheDay } from './day.ts'
import type { Mine } from './mine.ts'
import { stampOfAll, stampOfHeld, stampOfTeam, type Shared } from './everybody.ts'
import { shownPart, toTell } from './parts.ts'
import { withVotes, withVotesOfAll } from './voting.ts'

/** The tasks of an attendee now: one thing for the item that is on, and any vote that is open beside it. */
export const toDo = (day: TheDay, mine: Mine, sending: FormToken): Html =>
  withVotes(day, mine, sending, forWhatIsOn(day, mine, sending))

const forWhatIsOn = (day: TheDay, mine: Mine, sending: FormToken): Html | undefined =>
  day.standing.on ? shownPart(day.standing.on.kind)?.toDo?.(day, mine, sending) : toTell(day, mine)

/** The same as far as it is everybody's: shown at once when the day goes on, until each phone has its own. */
const toDoOfAll = (day: TheDay, shared: Shared): Html =>
  withVotesOfAll(day, shared, forWhatIsOnOfAll(day, shared))

const forWhatIsOnOfAll = (day: TheDay, shared: Shared): Html | undefined =>
  day.standing.on
    ? shownPart(day.standing.on.kind)?.toDoOfAll?.(day, shared)
    : toTell(day, { gaveFeedback: false })

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
 * The message to phones about their own parts, the same for all: the stamps that each depends on, so that a phone
 * fetches its part when one has changed and not whenever somebody votes; the tasks meanwhile; and the time over which
 * the phones spread their requests.
 */
export function todoPart(day: TheDay, shared: Shared): Html {
  const past = day.event.cancelled_at !== null || dayState(day.event, day.now) === 'past'
  const stamps = Object.fromEntries(shared.teams.map(({ id }) => [id, stampOfTeam(shared, id)]))
  const spread = Math.max(leastSpreadMs, (shared.signedUp / fetchedASecond) * 1000)
  const { on } = day.standing
  const shownBy = on?.kind === 'idea' ? shared.ideas.find(({ id }) => id === on.idea_id)?.team_id : undefined
  return html`<div
    data-stamps="${stamped({ held: stampOfHeld(day), all: stampOfAll(day, shared), ...stamps })}"
    data-spread="${Math.round(spread)}"
    data-own="${shownBy ?? ''}"
    data-over="${closedVotes(day, shared)}"
  >
    ${!past && toDoOfAll(day, shared)}
  </div>`
}
