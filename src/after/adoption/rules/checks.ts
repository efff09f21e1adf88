import { hasAdopted, monthsAfter, type AdoptionStage } from './ladder.ts'

/** Checks fall due so many months after a change was adopted. */
export const checkMonths = [3, 6, 12] as const

export type StillInUse = 'yes' | 'partly' | 'no'

export const stillNames: Record<StillInUse, string> = {
  yes: 'Yes, as it was adopted',
  partly: 'In part, or not everywhere',
  no: 'No longer',
}

/** In a sentence of its own. */
export const stillWords: Record<StillInUse, string> = {
  yes: 'Still in use',
  partly: 'In use in part',
  no: 'No longer in use',
}

export interface Check {
  months: number
  dueOn: string
  answered: boolean
}

/** The checks of one adoption, each with its day. */
export const checksFrom = (adoptedOn: string, answered: readonly number[]): Check[] =>
  checkMonths.map((months) => ({
    months,
    dueOn: monthsAfter(adoptedOn, months),
    answered: answered.includes(months),
  }))

/** Those that are due on a day and have no answer: a later one stands for those before it. */
export function dueCheck(checks: readonly Check[], on: string): Check | undefined {
  const due = checks.filter(({ dueOn }) => dueOn <= on)
  const last = due.at(-1)
  return last && !last.answered ? last : undefined
}

interface Moved {
  id: string
  stage: AdoptionStage
  on_day: string
}

/** The move by which it was adopted, if it has not come down since: of moves in their order. */
export function adoptedMove(moves: readonly Moved[]): Moved | undefined {
  let found: Moved | undefined
  for (const move of moves) {
    if (!hasAdopted(move.stage)) found = undefined
    else found ??= move
  }
  return found
}
