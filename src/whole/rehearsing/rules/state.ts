import { counted } from '../../../platform/text/english.ts'
/** The numbers of a rehearsal so far; its player writes them down from time to time. */
export interface Told {
  signedUp: number
  arrived: number
  /** The number of times that phones have sent something, also again. */
  sent: number
  received: number
  /** Sent again because the answer was lost. */
  again: number
  /** Kept on the phone until the network was back. */
  queued: number
  /** Refused, by the sentence that was said. */
  refused: Record<string, number>
  /** For each vote, how many were told that theirs is received. */
  votes: Record<string, number>
}

export const nothingYet = (): Told => ({
  signedUp: 0,
  arrived: 0,
  sent: 0,
  received: 0,
  again: 0,
  queued: 0,
  refused: {},
  votes: {},
})

export type RehearsalState = 'waiting' | 'on' | 'interrupted' | 'over'

export const stateNames: Record<RehearsalState, string> = {
  waiting: 'About to begin',
  on: 'On now',
  interrupted: 'Interrupted',
  over: 'Over',
}

/** The silence after which a rehearsal counts as interrupted; its player writes every few seconds. */
export const silentMs = 20_000

export function stateOf(
  { runner, seen_at, ended_at }: { runner: string | null; seen_at: string | null; ended_at: string | null },
  now: string,
): RehearsalState {
  if (ended_at) return 'over'
  if (runner === null) return 'waiting'
  return Date.parse(now) - Date.parse(seen_at ?? now) > silentMs ? 'interrupted' : 'on'
}

export const keptDays = 7
export const mostAtOnce = 3
export const mostPeople = 5000

/** "75 people", "1 person". */
export const peopleInWords = (count: number): string => counted(count, 'person', 'people')

export const lengthInWords = (minutes: number | null): string =>
  minutes === null
    ? 'as long as the real day'
    : minutes === 0
      ? 'as fast as it goes'
      : minutes < 1
        ? `${Math.round(minutes * 60)} seconds`
        : minutes === 1
          ? '1 minute'
          : `${minutes} minutes`
