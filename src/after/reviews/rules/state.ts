/** How a meeting stands: it comes, it is on, it is over, or it does not take place. */
export type MeetingState = 'coming' | 'on' | 'over' | 'cancelled'

interface Standing {
  starts_at: string
  ends_at: string
  held_at: string | null
  cancelled_at: string | null
}

/** People arrive before it begins, and a meeting may run over. */
const earlyMinutes = 15
const overMinutes = 30

const later = (iso: string, minutes: number) => new Date(Date.parse(iso) + minutes * 60_000).toISOString()

export function stateOf({ starts_at, ends_at, held_at, cancelled_at }: Standing, now: string): MeetingState {
  if (cancelled_at) return 'cancelled'
  if (held_at || now >= later(ends_at, overMinutes)) return 'over'
  return now >= later(starts_at, -earlyMinutes) ? 'on' : 'coming'
}
