import type { Method } from '../../ballot/rules/ballot.ts'

/** The turnout of a team in a ballot. It names nobody. */
export interface Turnout {
  team: string
  teamName: string
  voted: number
  /** All who may vote, also those who have not come. */
  mayVote: number
  /**
   * People who have voted, or have arrived and might; as it was at closing from then on. Where teams vote, each is 1.
   */
  present: number
  /** Of these, who has not voted yet; nobody once it is closed. */
  toCome: number
}

export interface TurnoutShown {
  method: Method
  teamNounPlural: string
  turnout: readonly Turnout[]
}

const sum = (turnout: readonly Turnout[], of: (one: Turnout) => number) =>
  turnout.reduce((all, one) => all + of(one), 0)

const presentIn = ({ present }: Turnout): number => present

/** Those who have voted, or are here and might. */
export const presentInAll = (turnout: readonly Turnout[]): number => sum(turnout, presentIn)

export const votesInAll = (turnout: readonly Turnout[]): number => sum(turnout, ({ voted }) => voted)

/** More teams than this would fill a screen: then they are counted rather than named. */
const NAMED_AT_MOST = 3

function stillToCome(method: Method, waiting: readonly Turnout[]): string {
  if (waiting.length > NAMED_AT_MOST) return `${sum(waiting, ({ toCome }) => toCome)} to come`
  return method === 'team'
    ? `to come: ${waiting.map(({ teamName }) => teamName).join(', ')}`
    : waiting.map(({ teamName, toCome }) => `${teamName}: ${toCome} to come`).join(', ')
}

/** The turnout of an open ballot in one sentence: "53 of 61 present have voted; Harrow: 2 to come". */
export function turnoutInWords({ method, teamNounPlural, turnout }: TurnoutShown): string {
  const voted = votesInAll(turnout)
  const present = presentInAll(turnout)
  if (present === 0) return 'Nobody who may vote has arrived yet'
  const all = method === 'team' ? teamNounPlural : 'present'
  if (voted === present)
    return present === 1 ? 'The only one present has voted' : `All ${present} ${all} have voted`
  const waiting = turnout.filter(({ toCome }) => toCome > 0)
  return `${voted} of ${present} ${all} ${present === 1 ? 'has' : 'have'} voted; ${stillToCome(method, waiting)}`
}

/** The turnout at closing, of as many as while it was open: "53 of 61 present voted". */
export function turnoutAtClosing({ method, teamNounPlural, turnout }: TurnoutShown): string {
  const voted = votesInAll(turnout)
  const present = presentInAll(turnout)
  if (voted === 0) return 'Nobody voted'
  const all = method === 'team' ? teamNounPlural : 'present'
  if (voted < present) return `${voted} of ${present} ${all} voted`
  return present === 1 ? 'The only one present voted' : `All ${present} ${all} voted`
}

/** The caption of the numbers beside each team. */
export const turnoutCaption = (
  { method, teamNoun }: { method: Method; teamNoun: string },
  closed: boolean,
): string => {
  if (method === 'team') return `Votes in: each ${teamNoun} has one`
  return closed
    ? `How many of those present voted, by ${teamNoun}`
    : `How many of those present have voted, by ${teamNoun}`
}
