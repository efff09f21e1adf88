import { day, dayOf } from '../../platform/face/dates.ts'
import { counted } from '../../platform/text/english.ts'

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

export const answerHints: Partial<Record<AnswerKind, string>> = {
  agreed: 'Say who sees to it and by when',
  partly: 'Say which part, who sees to it and by when',
  goes_to_meeting: 'Give the date of the meeting',
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
