import { total } from './count.ts'
import { tiedIn, type Result } from './result.ts'

export interface Winner {
  idea: string
  votes: number
  /** The votes that it is out of: where ideas are put in order, those that still count in the last round. */
  of: number
}

/** The idea that has come first by itself; nothing where several are tied, or numbers are not told. */
export function winnerOf(result: (Result & { decided?: unknown }) | undefined): Winner | undefined {
  if (!result?.overall || result.votes === 0 || result.decided) return undefined
  const { outcome, rounds, votes } = result
  if (!outcome || !('winner' in outcome)) return undefined
  const idea = outcome.winner
  const last = rounds?.at(-1)?.counts
  const has = (last ?? result.overall)[idea] ?? 0
  return { idea, votes: has, of: last ? total(last) : votes }
}

export interface First {
  ideas: string[]
  /** How they came to be first. */
  by: 'votes' | 'tie' | 'decision'
}

/** The ideas that stand first; nothing where the result names none, or may not be shown. */
export function firstOf(result: (Result & { decided?: { idea: string } }) | undefined): First | undefined {
  if (!result) return undefined
  if (result.decided) return { ideas: [result.decided.idea], by: 'decision' }
  const winner = winnerOf(result)
  if (winner) return { ideas: [winner.idea], by: 'votes' }
  const tied = tiedIn(result)
  return tied.length > 0 ? { ideas: tied, by: 'tie' } : undefined
}

/** A share in whole hundredths, such as "44 %"; of nothing there is none. */
export const percentOf = (part: number, whole: number): string | undefined =>
  whole > 0 ? `${Math.round((part / whole) * 100)} %` : undefined
