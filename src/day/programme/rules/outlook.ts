import { time } from '../../../platform/face/dates.ts'
import { drift, driftInWords, forecast, minutesInWords, type Forecast, type Foreseen } from './drift.ts'
import { minutesFrom, minutesNow, plannedTimes, plus } from './plan.ts'

/** How the day stands against its plan, what that leads to, and where time can be won. */
export interface Outlook {
  minutes: number
  says: string
  slack: string | undefined
}

type Coming = Forecast<Foreseen>

/** What people wait for: the next break of the plan, because one that was put in is what it costs; else what has a time of its own, the last of them. */
const milestone = (coming: Coming[]): Coming | undefined =>
  coming.find(({ item }) => item.kind === 'break' && !item.added_at) ??
  coming.findLast(({ item }) => item.planned_at !== null)

function consequence(coming: Coming[], behind: boolean): string | undefined {
  const next = milestone(coming)
  if (next?.at) return at(next, next.at, behind)
  const last = coming.at(-1)
  const minutes = last && minutesNow(last.item)
  if (!last?.at || minutes === null || minutes === undefined) return undefined
  return `the day ends at ${time(plus(last.at, minutes))}${behind ? ' unless you trim' : ''}`
}

const isLate = ({ at, planned }: Coming): boolean =>
  at !== undefined && planned !== undefined && Date.parse(at) - Date.parse(planned) >= 120_000

function at(coming: Coming, begins: string, behind: boolean): string {
  const { title } = coming.item
  if (behind && !isLate(coming)) return `${title} can still begin at ${time(begins)}`
  return `${title} at ${time(begins)}${behind ? ' unless you trim' : ''}`
}

const longestOf = (coming: Coming[]): Coming | undefined =>
  coming.reduce<Coming | undefined>(
    (most, one) => ((minutesNow(one.item) ?? 0) > (most ? minutesNow(most.item)! : 0) ? one : most),
    undefined,
  )

/** Where time is to spare, or what is longest and could be trimmed. */
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
  const then = consequence(coming, behind)
  return {
    minutes,
    says: `${driftInWords(minutes)}${then ? `: ${then}` : ''}`,
    slack: slackOf(coming, behind),
  }
}
