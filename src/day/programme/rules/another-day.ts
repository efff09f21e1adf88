import { dayState } from '../../../before/events/rules.ts'
import { minutesFrom } from './plan.ts'
import type { Timed } from './items.ts'

interface Held {
  on_day: string
  starts_at: string | null
}

const begun = (items: readonly Timed[]): boolean => items.some((item) => item.started_at !== null)

/**
 * True if the first press of the day is on another day than the event's: then it is asked whether it is meant. A day
 * that has begun goes on past midnight without being asked, and a rehearsal is held when there is time for it.
 */
export const startsOnAnotherDay = (
  event: Held,
  items: readonly Timed[],
  { now, rehearsal }: { now: string; rehearsal: boolean },
): boolean => !rehearsal && !begun(items) && dayState(event, now) !== 'today'

/** Less than this is made up by the programme itself. */
const lateMinutes = 5

/**
 * By how many minutes a day that should have begun would be moved to begin now, in steps of five; nothing where it is not
 * late, or has begun, or is too late to be meant.
 */
export function lateStart(event: Held, items: readonly Timed[], now: string): number | undefined {
  if (!event.starts_at || begun(items) || dayState(event, now) !== 'today') return undefined
  const late = minutesFrom(event.starts_at, now)
  return late < lateMinutes ? undefined : Math.ceil(late / 5) * 5
}
