import { todayIn } from '../../../platform/face/dates.ts'
import { instantOf, zone } from '../../../before/events/rules.ts'

/** The pages that a link opens on a machine that nobody signs in on. */
export const linkOpens = ['screen', 'presenter'] as const
export type LinkOpens = (typeof linkOpens)[number]

/** The content of a Screen: the day as it goes, or one thing whatever is on. */
export const screenShows = ['day', 'join', 'vote', 'pledges', 'rooms'] as const
export type ScreenShows = (typeof screenShows)[number]

export const showsNames: Record<ScreenShows, string> = {
  day: 'What is on now',
  join: 'How to join',
  vote: 'The vote opened last',
  pledges: 'The pledges',
  rooms: 'The breakout rooms',
}

export const isScreenShows = (word: string | undefined): word is ScreenShows =>
  screenShows.includes(word as ScreenShows)

/** The lifetimes of a link. */
export const lasts = ['day', 'week'] as const
export type Lasts = (typeof lasts)[number]

export const lastsNames: Record<Lasts, string> = {
  day: 'Until the end of the day',
  week: 'For a week, to set things up before',
}

const daysLater = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

/** The end of the day of the event, or of today where that is later; or a week on. */
export function linkExpires(how: Lasts, onDay: string, now: string): string {
  const today = todayIn(zone, now)
  const last = how === 'week' ? daysLater(today, 7) : onDay > today ? onDay : today
  return instantOf(daysLater(last, 1), '00:00')
}

export interface Ending {
  expires_at: string
  ended_at: string | null
}

/** True while a link still opens anything. */
export const isLive = ({ expires_at, ended_at }: Ending, now: string): boolean =>
  ended_at === null && now < expires_at
