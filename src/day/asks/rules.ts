/** What can be said to an ask. Each has a reason, an owner and a date. */
export const answerKinds = ['agreed', 'partly', 'not_now', 'no', 'goes_to_meeting'] as const
export type AnswerKind = (typeof answerKinds)[number]

export const answerNames: Record<AnswerKind, string> = {
  agreed: 'Agreed',
  partly: 'Partly agreed',
  not_now: 'Not now',
  no: 'No',
  goes_to_meeting: 'Goes to the meeting',
}
