import { isBankHoliday, nextWorkingDay } from '../../../platform/text/working-days.ts'

/** A day is written YYYY-MM-DD, an instant as ISO 8601 UTC with milliseconds. */
export interface MeetingDate {
  on: string
  startsAt: string
  endsAt: string
  movedFrom?: string
}

export interface MeetingPlan {
  first: string
  /** HH:MM on the wall clock of the zone. */
  localTime: string
  minutes: number
  everyWeeks?: number
  months?: number
  zone?: string
}

/**
 * Meetings from `first` every `everyWeeks` weeks for as long as `months` months (the day on which these are
 * over belongs to the next plan). Weekday and wall-clock time stay when the clocks change. A meeting on a bank
 * holiday moves to the next working day and does not push the later ones. A time that the clocks skip in
 * March is held an hour later. Throws RangeError for an unreadable day, time or zone, and for a step that
 * never advances.
 */
export function meetingDates(plan: MeetingPlan): MeetingDate[] {
  const { everyWeeks = 6, months = 12 } = plan
  if (!(everyWeeks > 0)) throw new RangeError('Meetings must be at least one week apart.')
  const first = Temporal.PlainDate.from(plan.first)
  const end = first.add({ months })
  const meetings: MeetingDate[] = []
  for (let on = first; Temporal.PlainDate.compare(on, end) < 0; on = on.add({ weeks: everyWeeks })) {
    meetings.push(meetingOn(on, plan))
  }
  return meetings
}

function meetingOn(planned: Temporal.PlainDate, { localTime, minutes, zone = 'Europe/London' }: MeetingPlan) {
  const day = isBankHoliday(planned) ? nextWorkingDay(planned) : planned
  const start = day.toZonedDateTime({ timeZone: zone, plainTime: localTime })
  const meeting: MeetingDate = {
    on: day.toString(),
    startsAt: instant(start),
    endsAt: instant(start.add({ minutes })),
  }
  return day.equals(planned) ? meeting : { ...meeting, movedFrom: planned.toString() }
}

// Milliseconds are always written, as by Date: instants are sorted as text.
const instant = (moment: Temporal.ZonedDateTime) => moment.toInstant().toString({ fractionalSecondDigits: 3 })
