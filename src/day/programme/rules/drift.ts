import { type Timed } from './items.ts'
import type { ItemKind } from '../../../items.ts'
import { endsAt, minutesFrom, minutesNow, plannedTimes, plus, positionOf, toCome, type Slot } from './plan.ts'
import { counted } from '../../../platform/text/english.ts'

/** An item in the forecast of the rest of the day. */
export interface Foreseen extends Timed {
  kind: ItemKind
  title: string
}

/** The end of the plan up to the item that is on: minutes left out right after it are time won. */
function plannedEnd(items: readonly Timed[], slots: Map<string, Slot>, on: Timed): string | undefined {
  let until = slots.get(on.id)!.until
  for (const item of items.slice(items.indexOf(on) + 1)) {
    if (item.added_at) continue
    if (!item.skipped_at || item.planned_at) break
    until = slots.get(item.id)!.until ?? until
  }
  return until
}

/** Minutes of items put in before the next part of the plan, which they are taken from. */
function putInFirst(coming: readonly Timed[]): number {
  const upTo = coming.findIndex((item) => !item.added_at)
  return coming
    .slice(0, upTo === -1 ? coming.length : upTo)
    .reduce((all, item) => all + (minutesNow(item) ?? 0), 0)
}

/**
 * Minutes that the day is behind its plan (ahead of it when negative); nothing where there is no plan to compare. A day
 * that has not begun is behind as soon as its first item should be on: as late as it is if it begins now. What was put
 * in to come next counts as if it had been.
 */
export function drift(items: readonly Timed[], dayStarts: string | null, now: string): number | undefined {
  const slots = plannedTimes(items, dayStarts)
  const { stage, on } = positionOf(items)
  const coming = toCome(items)
  const planned = coming.find((item) => !item.added_at)
  const nextAt = planned && slots.get(planned.id)!.at
  if (stage === 'after' || (stage === 'before' && !(nextAt && now > nextAt))) return undefined
  const putIn = putInFirst(coming)
  if (!on) return nextAt === undefined ? undefined : Math.max(0, minutesFrom(nextAt, plus(now, putIn)))
  const so = driftOf(on, plannedEnd(items, slots, on), slots.get(on.id)!.at, nextAt, now)
  return so === undefined ? undefined : so + putIn
}

/** The drift of the item that is on, which has a place in the plan or was put in before one that has. */
function driftOf(
  on: Timed,
  plannedUntil: string | undefined,
  at: string | undefined,
  nextAt: string | undefined,
  now: string,
): number | undefined {
  const until = plannedUntil ?? (at ? undefined : nextAt)
  const ends = endsAt(on)
  if (until && ends) return minutesFrom(until, now > ends ? now : ends)
  return at ? minutesFrom(at, on.started_at!) : undefined
}

export interface Forecast<Item> {
  item: Item
  planned: string | undefined
  /** The expected start as things are; nothing where an item before it has no length. */
  at: string | undefined
  /** Minutes to spare before it, where it has a time of its own. */
  spare: number
}

/** The starts to come if everything takes as long as it is given, and nothing begins before its own time. */
export function forecast<Item extends Timed>(
  items: readonly Item[],
  dayStarts: string | null,
  now: string,
): Forecast<Item>[] {
  return foreseen(items, toCome(items), dayStarts, now)
}

function foreseen<Item extends Timed>(
  items: readonly Item[],
  coming: readonly Item[],
  dayStarts: string | null,
  now: string,
): Forecast<Item>[] {
  const slots = plannedTimes(items, dayStarts)
  const { on } = positionOf(items)
  const ends = on ? endsAt(on) : now
  let free = ends && (now > ends ? now : ends)
  return coming.map((item) => {
    const fixed = item.planned_at ?? undefined
    const at = fixed && (!free || fixed > free) ? fixed : free
    const spare = fixed && free && fixed > free ? minutesFrom(free, fixed) : 0
    const minutes = minutesNow(item)
    free = at && minutes !== null ? plus(at, minutes) : undefined
    return { item, planned: slots.get(item.id)!.at, at, spare }
  })
}

/** The start of the next item, for those who wait for it; nothing rather than a time that is gone. */
export function nextBegins(
  items: readonly Timed[],
  dayStarts: string | null,
  now: string,
): string | undefined {
  const { stage, next } = positionOf(items)
  const [seen] = foreseen(items, next ? [next] : [], dayStarts, now)
  const at = stage === 'before' ? seen?.planned : (seen?.at ?? seen?.planned)
  return at && at > now ? at : undefined
}

/** "8 minutes", "1 hour", "3 hours 20 minutes". */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const over = minutes % 60
  if (hours === 0) return counted(over, 'minute')
  return over === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${counted(over, 'minute')}`
}

/** "8 minutes behind", "5 minutes ahead"; a minute either way is on time. */
export function driftInWords(minutes: number): string {
  if (Math.abs(minutes) <= 1) return 'On time'
  return `${minutesInWords(Math.abs(minutes))} ${minutes > 0 ? 'behind' : 'ahead'}`
}
