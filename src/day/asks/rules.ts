import { day, dayOf } from '../../platform/face/dates.ts'
import { counted } from '../../platform/text/english.ts'
import { afterWorkingDays, workingDaysBetween } from '../../platform/text/working-days.ts'

/** The kinds of answer to an ask. Each has a reason, an owner and a date. */
export const answerKinds = ['agreed', 'partly', 'not_now', 'no', 'goes_to_meeting'] as const
export type AnswerKind = (typeof answerKinds)[number]

export const answerNames: Record<AnswerKind, string> = {
  agreed: 'Agreed',
  partly: 'Partly agreed',
  not_now: 'Not now',
  no: 'No',
  goes_to_meeting: 'Goes to the meeting',
}

/** The addressees of asks. */
export const addressees = ['board', 'qi_team'] as const
export type Addressee = (typeof addressees)[number]

/** The network's name for an addressee. */
export const addresseeName = (to: Addressee, named: { board_name: string; qi_team_name: string }): string =>
  to === 'board' ? named.board_name : named.qi_team_name

export type AskState = 'waiting' | 'answered' | 'withdrawn' | 'not_recorded'

/** An ask without an answer waits, unless it was withdrawn or its event's answers were not written down. */
export function askState(ask: {
  withdrawn: boolean
  answered: boolean
  answersNotRecorded: boolean
}): AskState {
  if (ask.withdrawn) return 'withdrawn'
  if (ask.answered) return 'answered'
  return ask.answersNotRecorded ? 'not_recorded' : 'waiting'
}

/** Whole days in London since it was asked. */
export const daysWaiting = (madeAt: string, now: string): number =>
  Temporal.PlainDate.from(dayOf(madeAt)).until(dayOf(now)).days

export function waitingWords(madeAt: string, now: string): string {
  const days = daysWaiting(madeAt, now)
  if (days < 1) return 'Asked today'
  return `Waiting ${counted(days, 'day')}`
}

/** The working days within which an ask is to be answered; the day on which it was asked does not count. */
export const answerWithin = 10

/** The clock of an ask: so many working days are left for an answer, or it is late by as many as it is below nought. */
export const workingDaysLeft = (madeAt: string, now: string): number =>
  answerWithin - workingDaysBetween(dayOf(madeAt), dayOf(now))

/** The clock's words beside its figure. */
export function clockWords(left: number): { figure: string; says: string } {
  if (left === 0) return { figure: '0', says: 'working days left: due today' }
  const days = Math.abs(left) === 1 ? 'working day' : 'working days'
  return { figure: String(Math.abs(left)), says: `${days} ${left < 0 ? 'late' : 'left'}` }
}

/** The clock in one line: "3 working days left". */
export const clockSaid = (left: number): string =>
  left === 0 ? 'Due today' : Object.values(clockWords(left)).join(' ')

interface Answerable {
  state: AskState
  madeAt: string
  /** The latest first. */
  answers: readonly { answeredAt: string }[]
}

/** How asks were answered: so many of so many, and in how many working days until the first answer (their median). */
export function answering(asks: readonly Answerable[]): {
  asked: number
  answered: number
  days: number | undefined
} {
  const counted = asks.filter(({ state }) => state === 'waiting' || state === 'answered')
  const took = counted
    .filter(({ state }) => state === 'answered')
    .map(({ madeAt, answers }) => workingDaysBetween(dayOf(madeAt), dayOf(answers.at(-1)!.answeredAt)))
    .sort((a, b) => a - b)
  const middle = took.length / 2
  const days =
    took.length === 0 ? undefined : Math.round((took[Math.ceil(middle) - 1]! + took[Math.floor(middle)]!) / 2)
  return { asked: counted.length, answered: took.length, days }
}

/** The day that is suggested for doing what was agreed: when it is needed, where that is to come; else four weeks on. */
export const suggestedDay = (neededBy: string | null, now: string): string =>
  neededBy !== null && neededBy >= dayOf(now) ? neededBy : afterWorkingDays(dayOf(now), 20)

/**
 * The answer without what was only suggested and makes no sense beside it: for a no nobody sees to anything, and the
 * day that a yes would be done by is not the day of a meeting.
 */
export function withoutSuggestions<Said extends Record<string, unknown>>(
  said: Said,
  suggested: { owner: unknown; onDay: unknown },
): Said {
  const { kind, owner, onDay } = said
  if (kind === 'agreed' || kind === 'partly') return said
  return {
    ...said,
    ...(owner === suggested.owner && { owner: '' }),
    ...(plain(onDay) === plain(suggested.onDay) && { onDay: '' }),
  }
}

/** A day as its boxes give it, without noughts. */
const plain = (typed: unknown) => String(typed).replaceAll('-0', '-')

/** The answer in a few words: "Goes to the meeting of 3 May 2027". */
export const answerWords = ({ kind, onDay }: { kind: AnswerKind; onDay: string | null }): string =>
  kind === 'goes_to_meeting' && onDay ? `Goes to the meeting of ${day(onDay)}` : answerNames[kind]

/** Missing fields of an answer. A yes has an owner and a date; an ask that goes to a meeting has the meeting's date. */
export function lacking(answer: {
  kind: AnswerKind
  owner: string | null
  onDay: string | null
}): Record<string, string> {
  const promises = answer.kind === 'agreed' || answer.kind === 'partly'
  const missing: Record<string, string> = {}
  if (promises && !answer.owner) missing['owner'] = 'Enter who will see to it'
  if (promises && !answer.onDay) missing['onDay'] = 'Enter the date by which it will be done'
  if (answer.kind === 'goes_to_meeting' && !answer.onDay) missing['onDay'] = 'Enter the date of the meeting'
  return missing
}
