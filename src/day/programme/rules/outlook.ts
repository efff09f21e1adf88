import { zone } from '../../../before/events/rules.ts'
import { timeOn, todayIn } from '../../../platform/face/dates.ts'
import { drift, driftInWords, forecast, minutesInWords, type Forecast, type Foreseen } from './drift.ts'
import { minutesFrom, minutesNow, plannedTimes, plus } from './plan.ts'

/** The state of the day against its plan, what that leads to, and where time can be won. */
export interface Outlook {
  minutes: number
  says: string
  slack: string | undefined
  /** So late that the day is for leaving out or ending. */
  lost: boolean
}

type Coming = Forecast<Foreseen>

/**
 * The part that people wait for: the next break of the plan, because one that was put in is what it costs; else the
 * last part that has a time of its own.
 */
const milestone = (coming: Coming[]): Coming | undefined =>
  coming.find(({ item }) => item.kind === 'break' && !item.added_at) ??
  coming.findLast(({ item }) => item.planned_at !== null)

/** The part of the day that it comes to, or its end. */
interface Comes {
  at: string
  planned: string | undefined
  says: (time: string) => string
  /** It can still begin when it should. */
  can?: string
}

function comesTo(coming: Coming[]): Comes | undefined {
  const next = milestone(coming)
  if (next?.at) {
    const { title } = next.item
    const can = isLate(next) ? {} : { can: `${title} can still begin at ` }
    return { at: next.at, planned: next.planned, says: (time) => `${title} at ${time}`, ...can }
  }
  const last = coming.at(-1)
  const minutes = last && minutesNow(last.item)
  if (!last?.at || minutes === null || minutes === undefined) return undefined
  return {
    at: plus(last.at, minutes),
    planned: last.planned && plus(last.planned, last.item.minutes ?? 0),
    says: (time) => `the day ends at ${time}`,
  }
}

/** So long after it should have been, nothing that is made shorter brings it back. */
const lostMinutes = 60

/**
 * True if the day is so late that it is for leaving out or ending, not for trimming: also where it goes past midnight.
 */
const isLost = ({ at, planned }: Comes, now: string): boolean =>
  dayAt(at) !== dayAt(now) || (planned !== undefined && minutesFrom(planned, now) >= lostMinutes)

const dayAt = (instant: string): string => todayIn(zone, instant)

function consequence(comes: Comes, behind: boolean, now: string): string {
  const time = timeOn(comes.at, dayAt(now))
  if (!behind) return comes.says(time)
  if (comes.can) return `${comes.can}${time}`
  return `${comes.says(time)}${isLost(comes, now) ? '' : ' unless you trim'}`
}

const isLate = ({ at, planned }: Coming): boolean =>
  at !== undefined && planned !== undefined && Date.parse(at) - Date.parse(planned) >= 120_000

const tooLate = 'Trimming cannot win that back. Leave out what can wait, or end the day.'

const longestOf = (coming: Coming[]): Coming | undefined =>
  coming.reduce<Coming | undefined>(
    (most, one) => ((minutesNow(one.item) ?? 0) > (most ? minutesNow(most.item)! : 0) ? one : most),
    undefined,
  )

/** Advice on the time to spare, or on the longest item that could be trimmed. */
function slackOf(coming: Coming[], behind: boolean): string | undefined {
  const spare = coming.find((one) => one.spare >= 2)
  if (spare) return `Time to spare before ${spare.item.title}: ${minutesInWords(spare.spare)}.`
  const until = milestone(coming)
  if (!behind || (until && !isLate(until))) return undefined
  const before = longestOf(until ? coming.slice(0, coming.indexOf(until)) : coming)
  if (before)
    return `The longest ${until ? 'before it' : 'to come'} is ${before.item.title}, ${lengthOf(before)}.`
  return until && minutesNow(until.item) !== null
    ? `You could shorten ${until.item.title}, ${lengthOf(until)}.`
    : undefined
}

const lengthOf = ({ item }: Coming) => minutesInWords(minutesNow(item)!)

/** A day without a time at which it should begin is measured from when it began. */
function begunAt(items: readonly Foreseen[]): string | null {
  const begun = items.filter((item) => item.started_at !== null && !item.added_at)
  const [first] = begun.toSorted((a, b) => (a.started_at! < b.started_at! ? -1 : 1))
  if (!first) return null
  const at = plannedTimes(items, first.started_at).get(first.id)!.at
  return at && !first.planned_at
    ? plus(first.started_at!, -minutesFrom(first.started_at!, at))
    : first.started_at
}

/** "8 minutes behind: Lunch at 12:38pm unless you trim". Nothing before the day should begin, after it, or without a plan. */
export function outlook(
  items: readonly Foreseen[],
  dayStarts: string | null,
  now: string,
): Outlook | undefined {
  const starts = dayStarts ?? begunAt(items)
  const minutes = drift(items, starts, now)
  if (minutes === undefined) return undefined
  const coming = forecast(items, starts, now)
  const behind = minutes > 1
  const comes = comesTo(coming)
  const lost = behind && comes !== undefined && !comes.can && isLost(comes, now)
  return {
    minutes,
    says: `${driftInWords(minutes)}${comes ? `: ${consequence(comes, behind, now)}` : ''}`,
    slack: lost ? tooLate : slackOf(coming, behind),
    lost,
  }
}
