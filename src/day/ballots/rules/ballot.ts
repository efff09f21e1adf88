export const methods = ['person', 'team'] as const
export type Method = (typeof methods)[number]

export const methodNames: Record<Method, string> = {
  person: 'Each person has one vote',
  team: 'Each team has one vote',
}

export const ownIdeaRules = ['excluded', 'apart'] as const
export type OwnIdeaRule = (typeof ownIdeaRules)[number]

export const ownIdeaNames: Record<OwnIdeaRule, string> = {
  excluded: 'Nobody can vote for their own team’s idea',
  apart: 'Votes for one’s own team’s idea are counted apart',
}

export const ways = ['phone', 'paper', 'hands'] as const
export type Way = (typeof ways)[number]

export const wayNames: Record<Way, string> = {
  phone: 'On a phone or tablet',
  paper: 'On paper',
  hands: 'By a show of hands',
}

export const usualQuestion = 'Which change idea would you like to test in your clinical area?'

export type BallotState = 'made' | 'open' | 'closed' | 'revealed'

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

const notOpenYet = 'This ballot has not been opened yet.'
const isClosed = 'This ballot is closed. What was voted stays as it is; to vote again, make a new ballot.'

type Step = 'edit' | 'open' | 'close' | 'reveal'

/** What may be done with a ballot in each state: 'done' says that it has been done already. */
const steps: Record<Step, Record<BallotState, 'may' | 'done' | string>> = {
  edit: {
    made: 'may',
    open: 'This ballot is open. What people are voting on cannot be changed any more.',
    closed: isClosed,
    revealed: isClosed,
  },
  open: { made: 'may', open: 'done', closed: isClosed, revealed: isClosed },
  close: { made: notOpenYet, open: 'may', closed: 'done', revealed: 'done' },
  reveal: {
    made: notOpenYet,
    open: 'Close the ballot first. The result is sealed while people vote.',
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
