/** The methods of voting: one choice, one vote of a team, several choices up to a number, or ideas put in order. */
export const methods = ['person', 'team', 'several', 'ranked'] as const
export type Method = (typeof methods)[number]

/** A ballot's method, and how many ideas one person may choose where that is several. */
export interface Voted {
  method: Method
  atMost: number | null
}

export const methodNames = (teamNoun: string): Record<Method, string> => ({
  person: 'Each person has one vote',
  team: `Each ${teamNoun} has one vote`,
  several: 'Each person can choose several ideas',
  ranked: 'Each person puts the ideas in order',
})

/** The method in a sentence, for those who vote by it. */
export const methodSentence = ({ method, atMost, teamNoun }: Voted & { teamNoun: string }): string =>
  ({
    person: 'Each person has one vote.',
    team: `Each ${teamNoun} has one vote.`,
    several: `Each person can choose up to ${atMost ?? 2} ideas.`,
    ranked:
      'Each person puts the ideas in order. If nobody’s first choice has more than half, the idea that fewest people put first is taken out and its votes move to the next choice.',
  })[method]

/** More places than these are too many to think about. */
const mostPlaces = 10

/** The most ideas that one vote may name, of so many that can be chosen. */
export function mostChoices({ method, atMost }: Voted, choosable: number): number {
  if (method === 'several') return Math.min(atMost ?? 2, choosable)
  return method === 'ranked' ? Math.min(mostPlaces, choosable) : 1
}

export const ownIdeaRules = ['excluded', 'apart', 'counted'] as const
export type OwnIdeaRule = (typeof ownIdeaRules)[number]

export const ownIdeaNames = (teamNoun: string): Record<OwnIdeaRule, string> => ({
  excluded: `Nobody can vote for their own ${teamNoun}’s idea`,
  apart: `People can vote for their own ${teamNoun}’s idea, but those votes are shown beside the result and not added to it`,
  counted: `People can vote for their own ${teamNoun}’s idea, and those votes count like all others`,
})

export const ways = ['phone', 'paper', 'hands'] as const
export type Way = (typeof ways)[number]

export const wayNames: Record<Way, string> = {
  phone: 'On a phone or tablet',
  paper: 'On paper',
  hands: 'By a show of hands',
}

export const usualQuestion = 'Which change idea would you like to test in your clinical area?'

/** The default question of a new vote: empty where another asks it already, so that the two differ. */
export const questionBeside = (others: readonly { question: string }[]): string =>
  others.some(({ question }) => question === usualQuestion) ? '' : usualQuestion

export const ballotStates = ['made', 'open', 'closed', 'revealed'] as const
export type BallotState = (typeof ballotStates)[number]

export const stateNames: Record<BallotState, string> = {
  made: 'Not open yet',
  open: 'Open',
  closed: 'Closed, result sealed',
  revealed: 'Result revealed',
}

export interface Dated {
  opened_at: string | null
  closed_at: string | null
  revealed_at: string | null
}

/** A ballot is sealed until it is revealed, and closed is closed: to vote again takes a new ballot. */
export function stateOf({ opened_at, closed_at, revealed_at }: Dated): BallotState {
  if (revealed_at) return 'revealed'
  if (closed_at) return 'closed'
  return opened_at ? 'open' : 'made'
}

const notOpenYet = 'This vote has not been opened yet.'
const isClosed = 'This vote is closed. What was voted stays as it is; to vote again, prepare a new one.'

type Step = 'edit' | 'remove' | 'open' | 'close' | 'reveal'

const hasBeenOpened =
  'This vote has been opened, so it stays. Only one that was never opened can be taken away.'

/** The steps allowed in each state of a ballot: 'done' says that one has been done already. */
const steps: Record<Step, Record<BallotState, 'may' | 'done' | string>> = {
  edit: {
    made: 'may',
    open: 'This vote is open. What people are voting on cannot be changed any more.',
    closed: isClosed,
    revealed: isClosed,
  },
  remove: { made: 'may', open: hasBeenOpened, closed: hasBeenOpened, revealed: hasBeenOpened },
  open: { made: 'may', open: 'done', closed: isClosed, revealed: isClosed },
  close: { made: notOpenYet, open: 'may', closed: 'done', revealed: 'done' },
  reveal: {
    made: notOpenYet,
    open: 'Close the vote first. The result is sealed while people vote.',
    closed: 'may',
    revealed: 'done',
  },
}

export function canTake(
  step: Step,
  state: BallotState,
): { may: true } | { done: true } | { refused: string } {
  const answer = steps[step][state]
  if (answer === 'may') return { may: true }
  return answer === 'done' ? { done: true } : { refused: answer }
}
