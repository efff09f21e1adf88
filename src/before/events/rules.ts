import { safeHref } from '../../platform/face/html.ts'
import { readableCode } from '../../platform/auth/codes.ts'
import { day, todayIn } from '../../platform/face/dates.ts'
import type { KeyedHash } from '../../platform/store/keyed-hash.ts'

/** An event of a network, as addresses and commands name it. */
export interface AtEvent {
  network: string
  event: string
}

/** The topic of an event: its changes are chained under it, and its streams follow it. */
export const eventTopic = ({ network, event }: AtEvent): string => `event:${network}/${event}`

/** Things that may be unknown of an event that was held before it was recorded here. */
export const unrecordedThings = [
  'place',
  'times',
  'arrivals',
  'people',
  'votes',
  'pledges',
  'asks',
  'answers',
  'notes',
  'rooms',
  'meetings',
  'plans',
] as const
export type Unrecorded = (typeof unrecordedThings)[number]

/** True if a thing happened, or may have, but was not recorded. Nothing is made up in its place. */
export const isNotRecorded = (event: { not_recorded: string }, thing: Unrecorded): boolean =>
  event.not_recorded.split(' ').includes(thing)

/** True if a thing is unknown of every event there was, so that nobody can say that it is still to come. */
export const isRecordedNowhere = (events: readonly { not_recorded: string }[], thing: Unrecorded): boolean =>
  events.length > 0 && events.every((event) => isNotRecorded(event, thing))

/** An event that was held before it was recorded here: some of it is known to be unknown. */
export const heldBefore = (event: { not_recorded: string }): boolean => event.not_recorded.trim() !== ''

export { notRecorded } from '../networks/rules.ts'

/** Days and clock times of an event are those of the place where it is held. */
export const zone = 'Europe/London'

/** The state of an event by the calendar. */
export type DayState = 'coming' | 'today' | 'past'

export function dayState(event: { on_day: string }, now: string): DayState {
  const today = todayIn(zone, now)
  return event.on_day === today ? 'today' : event.on_day > today ? 'coming' : 'past'
}

const doorsOpenMs = 3600_000

/** True while people who sign up stand at the door: on the day, if it begins within the hour or is under way. */
export const isAtTheDoor = (event: { on_day: string; starts_at: string | null }, now: string): boolean =>
  dayState(event, now) === 'today' &&
  (event.starts_at === null || Date.parse(now) >= Date.parse(event.starts_at) - doorsOpenMs)

interface TakesSignUps {
  name: string
  on_day: string
  sign_up_closed_at: string | null
  cancelled_at: string | null
}

/** The reason why nobody can sign up themselves just now, and the advice on doing without. */
export function refuseSignUp(event: TakesSignUps, now: string): string | undefined {
  if (dayState(event, now) === 'past')
    return `${event.name} was on ${day(event.on_day)}, so sign-up is over. What came of it is on the page of the event.`
  if (event.cancelled_at) return `${event.name} is cancelled.`
  if (event.sign_up_closed_at)
    return `Sign-up for ${event.name} is closed. Ask the organisers if you would still like to come.`
  return undefined
}

/** The aims of an event, which are kept one a line. */
export const aimsOf = (event: { aims: string | null }): string[] =>
  (event.aims ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** 9:30am, 9.30, 09:30, 2pm, midday → HH:MM; nothing for any other text. */
export function readTime(typed: string): string | undefined {
  const said = typed.trim().toLowerCase().replace(/\s+/g, '')
  if (said === 'midday' || said === 'noon') return '12:00'
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(said)
  if (!match) return undefined
  const [, hours, minutes = '00', half] = match
  const hour = Number(hours)
  if (Number(minutes) > 59) return undefined
  // A bare number may be half a day wrong, so it needs its am or pm.
  if (half ? hour < 1 || hour > 12 : hour > 23 || match[2] === undefined) return undefined
  const whole = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour
  return `${String(whole).padStart(2, '0')}:${minutes}`
}

/** A clock time of a day where the event is held, as an instant. */
export const instantOf = (onDay: string, time: string): string =>
  new Date(
    Temporal.PlainDateTime.from(`${onDay}T${time}`).toZonedDateTime(zone).epochMilliseconds,
  ).toISOString()

/** The clock time of an instant where the event is held, HH:MM. */
export const clockTimeOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })

/** The code that a room types to come in: six letters. The next attempt gives another. */
export const joinCodeOf = (keyedHash: KeyedHash, network: string, event: string, attempt = 0): string =>
  readableCode(Buffer.from(keyedHash('join-code', network, event, String(attempt)), 'base64url'), 6)

/** People are told when nothing has been changed for so long: several corrections are one letter. */
export const quietMinutes = 10

export const toldSentence = (many: number): string =>
  many === 0
    ? ''
    : `${many === 1 ? 'The person' : `The ${many} people`} who signed up with an e-mail address will be told in ${quietMinutes} minutes, unless you change it back.`

/** The reason why a text is no link to a meeting, if it is none. */
export const whyNoLink = (link: string): string | undefined =>
  /^https?:\/\//i.test(link) && safeHref(link) !== undefined && URL.canParse(link)
    ? undefined
    : 'Enter the whole link, like https://meet.example.org/abc'

const fromNowQuery = '?from=now'

/** The address of a form that is opened from Now, and leads back there. */
export const fromNow = (path: string): string => `${path}${fromNowQuery}`

interface Asked {
  query: Record<string, string | undefined>
}

/** True for whoever came from Now, as the address says. */
export const cameFromNow = ({ query }: Asked): boolean => query['from'] === 'now'

/** The address of a form, which keeps the way back of whoever came from Now. */
export const keepingFromNow = (visit: Asked, path: string): string =>
  cameFromNow(visit) ? fromNow(path) : path
