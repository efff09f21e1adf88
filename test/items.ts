import type { Timed } from '../src/day/programme/rules/items.ts'

/** A time of the day of these tests. */
export const on = (clock: string) => `2027-01-12T${clock}:00.000Z`

/** A row of its programme. */
export const item = (id: string, minutes: number | null, rest: Partial<Timed> = {}): Timed => ({
  id,
  minutes,
  planned_at: null,
  started_at: null,
  finished_at: null,
  extra_minutes: null,
  added_at: null,
  skipped_at: null,
  ...rest,
})

/** Columns of an item that was on from one time until another. */
export const over = (from: string, until: string) => ({ started_at: on(from), finished_at: on(until) })
