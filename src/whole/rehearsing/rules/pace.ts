/** What is known of a rehearsal's length. Without minutes it lasts as long as life. */
export interface Length {
  minutes: number | null
  /** What the programme adds up to. */
  planned: number
}

/** How many times as fast as life it goes. */
export const paceOf = ({ minutes, planned }: Length): number =>
  minutes === null || minutes <= 0 || planned <= minutes ? 1 : planned / minutes

/** An item's minutes in a rehearsal, so that the countdown on the Screen is of use. */
export const shortened = (minutes: number | null, pace: number): number | null =>
  minutes === null ? null : Math.max(1, Math.round(minutes / pace))

/** Where nobody said how long something takes. */
export const usualMinutes = 15

export const sumOf = (items: readonly { minutes: number | null }[]): number =>
  items.reduce((sum, { minutes }) => sum + (minutes ?? usualMinutes), 0)

/** Seconds, at the speed of life, in which people sign up and come in before the day begins. */
export const openingSeconds = (minutes: number | null, pace: number, byItself: boolean): number =>
  byItself && minutes ? minutes * 60 * pace * openingShare : 120

/** How much of a rehearsal that runs by itself goes by before the day begins. */
const openingShare = 1 / 12

/** How long an item is on when it runs by itself, in milliseconds: its share of the whole. */
export const lastsMs = (
  item: { minutes: number | null },
  all: readonly { minutes: number | null }[],
  minutes: number | null,
): number => {
  const own = item.minutes ?? usualMinutes
  return minutes ? (minutes * 60_000 * (1 - openingShare) * own) / sumOf(all) : own * 60_000
}

/** At which shares of its time the host looks at what is on. */
export const hostLooksAt = [0, 0.8, 0.9, 1] as const

/** What the simulated host does next with what is on. */
export type Step = 'wait' | 'start' | 'close' | 'reveal' | 'allocate' | 'finish' | 'over'

export interface AsHostSees {
  kind: string | undefined
  /** How much of its time what is on has had, from 0. */
  share: number
  next: boolean
  vote: 'none' | 'open' | 'closed' | 'done'
  rooms: 'none' | 'free' | 'given'
}

/** A host who keeps to the plan: closes the vote, reveals it, gives out the rooms, and moves on. */
export function stepOf({ kind, share, next, vote, rooms }: AsHostSees): Step {
  if (kind === undefined) return next ? 'start' : 'over'
  if (kind === 'rooms' && rooms === 'free') return 'allocate'
  if (kind === 'ballot' && vote === 'open' && share >= 0.8) return 'close'
  if (kind === 'ballot' && vote === 'closed' && share >= 0.9) return 'reveal'
  if (share < 1) return 'wait'
  return next ? 'start' : 'finish'
}
