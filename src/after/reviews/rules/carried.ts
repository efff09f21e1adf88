import { counted } from '../../../platform/text/english.ts'

interface Met {
  id: string
  on_day: string
  starts_at: string
  cancelled_at: string | null
}

interface Taken {
  review_id: string
}

/** How often an action has come to a later meeting up to this one, and how many weeks ago it was taken on. */
export function carried(
  action: Taken,
  meeting: Pick<Met, 'starts_at' | 'on_day'>,
  meetings: readonly Met[],
): { times: number; weeks: number } | undefined {
  const first = meetings.find(({ id }) => id === action.review_id)
  if (!first || first.starts_at >= meeting.starts_at) return undefined
  const since = meetings.filter(
    (one) => !one.cancelled_at && one.starts_at > first.starts_at && one.starts_at <= meeting.starts_at,
  )
  const days = Temporal.PlainDate.from(first.on_day)
    .until(Temporal.PlainDate.from(meeting.on_day))
    .total('days')
  return { times: since.length, weeks: Math.round(days / 7) }
}

const often = (times: number) => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`)

/** "carried over twice, 12 weeks old" */
export function carriedWords({ times, weeks }: { times: number; weeks: number }): string {
  const age = weeks > 0 ? `, ${counted(weeks, 'week')} old` : ''
  return `carried over ${often(times)}${age}`
}
