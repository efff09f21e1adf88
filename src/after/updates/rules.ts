interface Meeting {
  id: string
  starts_at: string
  ends_at: string
  cancelled_at: string | null
}

/** Teams are reminded so many days before a meeting. */
const daysBefore = 7

const dayMs = 86_400_000

/** The next meeting of those that are to come: what a team says now is for it. */
export const meetingToCome = <M extends Meeting>(meetings: readonly M[], now: string): M | undefined =>
  meetings
    .filter(({ ends_at, cancelled_at }) => ends_at > now && !cancelled_at)
    .toSorted((a, b) => (a.starts_at < b.starts_at ? -1 : 1))[0]

/** The meeting of which teams are to be reminded now: the next, in its last seven days. */
export function toRemindOf<M extends Meeting>(meetings: readonly M[], now: string): M | undefined {
  const next = meetingToCome(meetings, now)
  if (!next || next.starts_at <= now) return undefined
  return Date.parse(next.starts_at) - Date.parse(now) <= daysBefore * dayMs ? next : undefined
}
