/** The known facts about a rehearsal's length. Without minutes it lasts as long as life. */
export interface Length {
  minutes: number | null
  /** The sum of the programme's minutes. */
  planned: number
}

/** The pace: how many times as fast as life. */
export const paceOf = ({ minutes, planned }: Length): number =>
  minutes === null || minutes <= 0 || planned <= minutes ? 1 : planned / minutes

type Timed = { minutes: number | null }

/** Minutes of an item where nobody said how long it takes. */
export const usualMinutes = 15

const minutesOf = ({ minutes }: Timed): number => minutes ?? usualMinutes

/**
 * The minutes of each item in a rehearsal, whole and at least one, so that the countdown on the Screen is of use. Where
 * there are as many minutes as items they add up to what is left after the doors, by the method of largest remainders;
 * otherwise each is its share, rounded, and they add up to more than there is.
 */
export function shortened(items: readonly Timed[], { minutes, planned }: Length): number[] {
  const pace = paceOf({ minutes, planned })
  const left = Math.floor((minutes ?? planned) * (1 - openingShare))
  if (pace === 1 || left < items.length)
    return items.map((item) => Math.max(1, Math.round(minutesOf(item) / pace)))
  const shares = items.map((item) => (minutesOf(item) * (left - items.length)) / sumOf(items))
  const whole = shares.map(Math.floor)
  const over = left - items.length - whole.reduce((sum, one) => sum + one, 0)
  const byRemainder = shares
    .map((share, at) => ({ at, remainder: share % 1 }))
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at)
  for (const { at } of byRemainder.slice(0, over)) whole[at]! += 1
  return whole.map((one) => one + 1)
}

export const sumOf = (items: readonly Timed[]): number =>
  items.reduce((sum, item) => sum + minutesOf(item), 0)

/** Seconds, at the speed of life, in which people sign up and come in before the day begins. */
export const openingSeconds = (minutes: number | null, pace: number, byItself: boolean): number =>
  byItself && minutes ? minutes * 60 * pace * openingShare : 120

/** The share of a rehearsal that runs by itself which goes by before the day begins. */
const openingShare = 1 / 12

/**
 * The length of an item when it runs by itself, in milliseconds: until its countdown has run out, or its share of the
 * whole where there are more items than minutes.
 */
export const lastsMs = (item: Timed, all: readonly Timed[], minutes: number | null): number => {
  const whole = minutesOf(item) * 60_000
  const most = minutes && minutes * (1 - openingShare)
  return most && sumOf(all) > most ? (whole * most) / sumOf(all) : whole
}

/** Shares of the time at which the host closes a vote and shows its result, to be seen for a while. */
const [closesAt, revealsAt] = [0.6, 0.7]

/** Shares of its time at which the host looks at the item. */
export const hostLooksAt = [0, closesAt, revealsAt, 1] as const

/** The next step of the simulated host for the item that is on. */
export type Step = 'wait' | 'start' | 'close' | 'reveal' | 'allocate' | 'finish' | 'over'

export interface AsHostSees {
  kind: string | undefined
  /** The share of its time that the item has had, from 0. */
  share: number
  next: boolean
  vote: 'none' | 'open' | 'closed' | 'done'
  rooms: 'none' | 'free' | 'given'
}

/** A host who keeps to the plan: closes the vote, reveals it, gives out the rooms, and moves on. */
export function stepOf({ kind, share, next, vote, rooms }: AsHostSees): Step {
  if (kind === undefined) return next ? 'start' : 'over'
  if (kind === 'rooms' && rooms === 'free') return 'allocate'
  if (kind === 'ballot' && vote === 'open' && share >= closesAt) return 'close'
  if (kind === 'ballot' && vote === 'closed' && share >= revealsAt) return 'reveal'
  if (share < 1) return 'wait'
  return next ? 'start' : 'finish'
}
