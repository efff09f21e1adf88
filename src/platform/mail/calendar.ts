/** The time of a meeting: between two instants (ISO 8601 UTC), or on a whole day (YYYY-MM-DD) where none is known. */
type When =
  { startsAt: string; endsAt: string; onDay?: never } | { onDay: string; startsAt?: never; endsAt?: never }

/** One meeting. `sequence` rises by one each time the meeting is changed. */
export type CalendarEntry = When & {
  uid: string
  sequence: number
  summary: string
  description?: string
  location?: string
  url?: string
  cancelled?: boolean
}

export interface Calendar {
  name: string
  method?: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  /** Outlook wants to know who asks before it offers Accept and Decline. */
  organiser?: { name: string; email: string }
  entries: readonly CalendarEntry[]
  /** DTSTAMP of this text, as an ISO 8601 UTC instant. */
  stamp: string
  /** Said in every name and description: "Demonstration: …". The words before the colon are the short form. */
  mark?: string | undefined
}

const octets = new TextEncoder()

/**
 * The text of an .ics file (RFC 5545). Every meeting is its own VEVENT in UTC: calendars disagree about
 * recurrence rules and named time zones, and none disagrees about an instant.
 * Throws RangeError for an instant that cannot be read and TypeError for a URL that is none.
 */
export function calendar({ name, method = 'PUBLISH', organiser, entries, stamp, mark }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Spreadathon//Spreadathon//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    `X-WR-CALNAME:${text(marked(name, mark))}`,
    ...entries.flatMap((entry) => event(entry, { stamp, organiser, mark, cancelled: method === 'CANCEL' })),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function event(
  entry: CalendarEntry,
  whole: Pick<Calendar, 'stamp' | 'organiser' | 'mark'> & { cancelled: boolean },
): string[] {
  const { location, url } = entry
  const description = [whole.mark, entry.description].filter(Boolean).join('\n')
  return [
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${instant(whole.stamp)}`,
    ...timesOf(entry),
    `SUMMARY:${text(marked(entry.summary, whole.mark))}`,
    ...(description ? [`DESCRIPTION:${text(description)}`] : []),
    ...(location ? [`LOCATION:${text(location)}`] : []),
    // An address is not text: it is not escaped, but parsing it leaves no line break in it.
    ...(url ? [`URL:${new URL(url).href}`] : []),
    ...(whole.organiser ? [organiserLine(whole.organiser)] : []),
    `STATUS:${entry.cancelled || whole.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

/** "[Demonstration] Name" under the mark "Demonstration: …". */
export const marked = (name: string, mark: string | undefined): string =>
  mark ? `[${mark.split(':')[0]}] ${name}` : name

function timesOf({ startsAt, endsAt, onDay }: CalendarEntry): string[] {
  if (onDay !== undefined) return [`DTSTART;VALUE=DATE:${onDay.replaceAll('-', '')}`]
  // An end that is not after the start is invalid; without one the meeting ends when it starts.
  const lasts = Date.parse(endsAt) > Date.parse(startsAt)
  return [`DTSTART:${instant(startsAt)}`, ...(lasts ? [`DTEND:${instant(endsAt)}`] : [])]
}

const organiserLine = ({ name, email }: { name: string; email: string }) =>
  `ORGANIZER;CN="${printable(name).replace(/["\n]/g, ' ')}":mailto:${printable(email).replace(/\s/g, '')}`

/** 2026-11-23T09:30:00.000Z → 20261123T093000Z */
const instant = (iso: string) => new Date(iso).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')

/** Control characters are forbidden even when escaped; every kind of line break becomes \n. */
const printable = (value: string) =>
  value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')

const text = (value: string) =>
  printable(value)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')

/** At most 75 octets a line; a continuation starts with a space. A character is never cut in two. */
function folded(line: string): string {
  let result = ''
  let used = 0
  for (const character of line) {
    const size = octets.encode(character).length
    if (used + size > 75) {
      result += '\r\n '
      used = 1
    }
    result += character
    used += size
  }
  return result
}
