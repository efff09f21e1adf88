const london = 'Europe/London'
const dayForm = /^(?:(\d{4}-\d{2}-\d{2})|today(?: ?([+-]) ?(\d{1,4}))?)$/
const localForm = /^(.+?) (\d{1,2}):(\d{2})$/
const isoForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/

export const dayForms = 'a day such as 2023-04-18, or today, or today+42'
export const instantForms =
  'a time such as 2023-04-18T09:30:00Z (UTC), 2023-04-18 09:30 or today 09:30 (UK time), or now'

/** A day as it is kept, YYYY-MM-DD; `moment` is when the network is, or was, first imported. */
export function dayFrom(written: string, moment: string): string | undefined {
  const [form, date, sign, days] = dayForm.exec(written) ?? []
  if (!form) return undefined
  try {
    if (date) return Temporal.PlainDate.from(date).toString()
    const today = Temporal.Instant.from(moment).toZonedDateTimeISO(london).toPlainDate()
    return today.add({ days: Number(days ?? 0) * (sign === '-' ? -1 : 1) }).toString()
  } catch {
    return undefined
  }
}

/** An instant as it is kept, ISO 8601 in UTC with milliseconds. A day alone is its beginning in the UK. */
export function instantFrom(written: string, moment: string): string | undefined {
  if (written === 'now') return moment
  try {
    if (isoForm.test(written)) return kept(Temporal.Instant.from(written))
    const [, on = written, hour = '0', minute = '0'] = localForm.exec(written) ?? []
    const day = dayFrom(on, moment)
    if (!day) return undefined
    const time = Temporal.PlainTime.from({ hour: +hour, minute: +minute }, { overflow: 'reject' })
    const there = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: london, plainTime: time })
    // One hour is on no clock when the clocks go forward.
    return there.toPlainTime().equals(time) ? kept(there.toInstant()) : undefined
  } catch {
    return undefined
  }
}

/** True if the form is right, and only no clock in the UK has ever shown such a time. */
export function isSkipped(written: string, moment: string): boolean {
  const [, on = '', hour = '', minute = ''] = localForm.exec(written) ?? []
  if (+hour > 23 || +minute > 59) return false
  return dayFrom(on, moment) !== undefined && instantFrom(written, moment) === undefined
}

const kept = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds).toISOString()
