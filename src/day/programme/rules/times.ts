import { instantOf, readTime, zone } from '../../../before/events/rules.ts'
import { time, timeOn, todayIn } from '../../../platform/face/dates.ts'
import { forecast, minutesInWords } from './drift.ts'
import type { Timed } from './items.ts'
import { endsAt, minutesFrom, minutesNow, plannedTimes, plus, positionOf } from './plan.ts'

interface OnDay {
  on_day: string
  starts_at: string | null
  ends_at: string | null
}

/** Nobody begins a day before this, where it is not known when it begins. */
const earliest = '08:00'

/** A fixed time as it was typed. A bare "4:30" before the day begins is meant for the afternoon. */
export function fixedTime(typed: string, { on_day, starts_at }: Omit<OnDay, 'ends_at'>): string | undefined {
  const clock = readTime(typed)
  if (!clock) return undefined
  const at = instantOf(on_day, clock)
  const begins = starts_at ?? instantOf(on_day, earliest)
  const bare = /^[1-9]\d?[:.]\d\d$/.test(typed.trim()) && clock < '12:00'
  const later = plus(at, 12 * 60)
  return bare && at < begins && later >= begins ? later : at
}

interface Titled extends Timed {
  title: string
}

/** The reason why a part of the day cannot have its fixed time at its place. */
export function misplaced(
  items: readonly Titled[],
  item: Titled,
  dayStarts: string | null,
): string | undefined {
  const at = item.planned_at
  if (!at) return undefined
  const slots = plannedTimes(items, dayStarts)
  const place = items.indexOf(item)
  const before = items.slice(0, place).findLast(({ id }) => slots.get(id)!.at)
  const then = before && slots.get(before.id)!.at!
  if (then && at < then) return tooEarly(at, before, then)
  const after = items.slice(place + 1).find((one) => one.planned_at && !one.added_at)
  if (!after || after.planned_at! >= at) return undefined
  return `${time(at)} is later than “${after.title}” after it, which starts at ${timeOn(after.planned_at!, todayIn(zone, at))}. Enter an earlier time, or put this further down.`
}

function tooEarly(at: string, before: Titled, then: string): string {
  const later = plus(at, 12 * 60)
  const meant = time(at).endsWith('am') && later >= then ? ` Did you mean ${time(later)}?` : ''
  return `${time(at)} is earlier than “${before.title}” before it, which starts at ${timeOn(then, todayIn(zone, at))}.${meant} Enter a later time, or put this further up.`
}

/** Parts of the day to come whose time is earlier than that of a part before them. */
export function outOfOrder<Item extends Titled>(items: readonly Item[], dayStarts: string | null): Item[] {
  const slots = plannedTimes(items, dayStarts)
  let latest = ''
  return items.filter((item) => {
    const at = slots.get(item.id)!.at
    if (!at) return false
    const isEarly = at < latest
    if (!isEarly) latest = at
    return isEarly && item.started_at === null
  })
}

/** The planned end of the programme; nothing where its last part has no time or no length. */
export const programmeEnds = (items: readonly Timed[], dayStarts: string | null): string | undefined => {
  const last = items.findLast((item) => !item.added_at)
  return last && plannedTimes(items, dayStarts).get(last.id)!.until
}

/** The expected end as the day goes, once it has begun. */
export function endsAsItGoes(items: readonly Timed[], dayStarts: string | null, now: string) {
  const { stage, on } = positionOf(items)
  if (stage === 'before') return programmeEnds(items, dayStarts)
  const last = forecast(items, dayStarts, now).at(-1)
  if (!last) return on && endsAt(on)
  const minutes = minutesNow(last.item)
  return last.at && minutes !== null ? plus(last.at, minutes) : undefined
}

/** "The programme runs to 6:55pm, 1 hour 55 minutes past the end of the event." Nothing where it does not. */
export function pastTheEnd(until: string | undefined, { on_day, ends_at: ends }: OnDay): string | undefined {
  const over = until && ends ? minutesFrom(ends, until) : 0
  if (over < 1) return undefined
  return `The programme runs to ${timeOn(until!, on_day)}, ${minutesInWords(over)} past the end of the event at ${timeOn(ends!, on_day)}.`
}
