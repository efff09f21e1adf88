import { type Timed } from './items.ts'
import { counted } from '../../../platform/text/english.ts'

export interface Slot {
  at: string | undefined
  until: string | undefined
}

export const plus = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** Whole minutes from one instant to another. */
export const minutesFrom = (from: string, to: string): number =>
  Math.trunc((Date.parse(to) - Date.parse(from)) / 60_000)

const unplanned: Slot = { at: undefined, until: undefined }

/**
 * The planned slot of each item: at its own time, or when the one before it is to end; the first as the day begins. The
 * plan stays when items are put in, extended or left out on the day: the day is compared with it.
 */
export function plannedTimes(items: readonly Timed[], dayStarts: string | null): Map<string, Slot> {
  const slots = new Map<string, Slot>()
  let next = dayStarts ?? undefined
  for (const item of items) {
    if (item.added_at) {
      slots.set(item.id, unplanned)
      continue
    }
    const at = item.planned_at ?? next
    const until = at && item.minutes !== null ? plus(at, item.minutes) : undefined
    slots.set(item.id, { at, until })
    next = until
  }
  return slots
}

export const isOn = (item: Timed): boolean => item.started_at !== null && item.finished_at === null

/** Neither begun nor left out. */
export const isToCome = (item: Timed): boolean => item.started_at === null && item.skipped_at === null

/** The position in the day: the item that is on, and the next. Items that were left out stay out. */
export interface DayPosition<Item> {
  stage: 'before' | 'on' | 'between' | 'after'
  on: Item | undefined
  next: Item | undefined
}

export function positionOf<Item extends Timed>(items: readonly Item[]): DayPosition<Item> {
  const on = items.find(isOn)
  const begun = items.some((item) => item.started_at !== null)
  const next = toCome(items)[0] ?? afterGoingBack(items)
  if (on) return { stage: 'on', on, next }
  if (!begun) return { stage: 'before', on, next }
  return { stage: next ? 'between' : 'after', on, next }
}

/**
 * The next item where the last of the day was run first, and the host went back: the first after the one begun last.
 */
function afterGoingBack<Item extends Timed>(items: readonly Item[]): Item | undefined {
  const begunAt = ({ started_at }: Item) => started_at ?? ''
  const latest = items.reduce((last, item, at) => (begunAt(item) >= begunAt(items[last]!) ? at : last), 0)
  return items.slice(latest + 1).find(isToCome)
}

/** Items still to come, in their order: those after all that have been begun. */
export function toCome<Item extends Timed>(items: readonly Item[]): Item[] {
  const reached = items.findLastIndex((item) => item.started_at !== null)
  return items.slice(reached + 1).filter(isToCome)
}

/** The minutes of an item, with those given to it or taken from it on the day. */
export const minutesNow = ({ minutes, extra_minutes }: Timed): number | null =>
  minutes === null ? null : minutes + (extra_minutes ?? 0)

/** The end of the item that is on: as long after it began as it was given. */
export function endsAt(item: Timed): string | undefined {
  const minutes = minutesNow(item)
  return item.started_at && minutes !== null ? plus(item.started_at, minutes) : undefined
}

/** The minutes that it really took; nothing for an item that is not over. */
export const tookMinutes = ({ started_at, finished_at }: Timed): number | undefined =>
  started_at && finished_at
    ? Math.round((Date.parse(finished_at) - Date.parse(started_at)) / 60_000)
    : undefined

const minutes = (many: number) => counted(Math.abs(many), 'minute')
const late = (many: number): string => `${minutes(many)} ${many > 0 ? 'late' : 'early'}`
const longer = (many: number): string => `${minutes(many)} ${many > 0 ? 'more' : 'less'}`

/**
 * The difference from the plan: "began 8 minutes late, took 5 minutes more". Nothing where it is not over or had no
 * plan.
 */
export function differenceOf(item: Timed, { at }: Slot): string | undefined {
  const took = tookMinutes(item)
  if (took === undefined || item.added_at) return undefined
  const begun = at ? Math.round((Date.parse(item.started_at!) - Date.parse(at)) / 60_000) : undefined
  const more = item.minutes === null ? undefined : took - item.minutes
  const words = [begun && `began ${late(begun)}`, more && `took ${longer(more)}`].filter(Boolean)
  if (words.length > 0) return words.join(', ')
  return begun === undefined && more === undefined ? undefined : 'as planned'
}
