import { z } from 'zod'
import { dayOf } from '../face/dates.ts'
import { parseDay } from '../face/typed-day.ts'
import { days } from '../http/client-validation.ts'
import { refuse, type Refusal } from '../store/command.ts'

export const Name = z
  .string()
  .trim()
  .min(1, 'Enter a name')
  .max(120, 'The name must be 120 characters or fewer')

export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'The e-mail address is too long')
  .pipe(z.email('Enter an e-mail address in the right form, like name@example.org'))

/** An e-mail address, or nothing: nobody needs one to take part. */
export const OptionalEmail = z
  .string()
  .trim()
  .optional()
  .transform((text) => text || null)
  .pipe(z.union([z.null(), EmailAddress]))

/** Text that may be left empty. `most` is in characters. */
export const optionalText = (most: number, what = 'This') =>
  z
    .string()
    .trim()
    .max(most, `${what} must be ${most} characters or fewer`)
    .optional()
    .nullable()
    .transform((text) => text || null)

export const requiredText = (most: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, `${missing}, in ${most} characters or fewer`)

/** An id as it stands in a URL. */
export const Id = z.string().min(1).max(100)

const dayOr = (label: string, whenMissing: string | null) =>
  z
    .string()
    .trim()
    .optional()
    .nullable()
    .transform((typed, problems): string | null => {
      const problem = (message: string) => {
        problems.addIssue({ code: 'custom', message })
        return z.NEVER
      }
      if (!typed) return whenMissing === null ? null : problem(whenMissing)
      const [year, month, day] = typed.split('-')
      const read = parseDay({ year, month, day }, label)
      return 'on' in read ? read.on : problem(read.error)
    })
    .register(days, { day: label })

/** A day that must be given, as YYYY-MM-DD. `label` begins the error: "By when". */
export const Day = (
  label: string,
  missing = `Enter a date: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
) =>
  dayOr(label, missing)
    .transform((on) => on!)
    .register(days, { day: label })

const pastDay = 'This day is past. Enter today, or a day that is still to come.'

/** Refuses a day in the past for a thing that is still to come. */
export const refusePast = (on: string | null, now: string, field: string): Refusal | undefined =>
  on !== null && on < dayOf(now) ? refuse(pastDay, field) : undefined

export const OptionalDay = (label: string) => dayOr(label, null)

/** A day still to come, which a device checks, too; the command that takes it asks `refusePast`. */
export const OptionalDayToCome = (label: string) =>
  dayOr(label, null).register(days, { day: label, past: pastDay })
