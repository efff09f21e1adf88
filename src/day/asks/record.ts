import { choice, day, record, text, type ColumnsOf, type ShownOf } from '../../platform/form/record.ts'
import { answerNames, type Addressee, type AskState } from './rules.ts'

/** The words of an ask. Whom it asks has a name of its own in each network. */
export const askFields = record({
  what: text({
    label: 'What do you need?',
    hint: 'One thing in each ask, such as time, data, a room or a decision.',
    most: 1000,
    missing: 'Enter what you need',
    rows: 4,
    searched: true,
    says: 'What is needed',
  }),
  neededBy: day({ label: 'Needed by', hint: 'For example, 27 3 2027', says: 'By when' }),
})

/** The fields of an answer. Its owner and its day are needed for a yes alone. */
export const answerFields = record({
  kind: choice(answerNames, {
    label: 'What is the answer?',
    missing: 'Choose an answer',
    says: 'What was said',
  }),
  reason: text({
    label: 'Why?',
    most: 1000,
    missing: 'Enter the reason for this answer',
    rows: 2,
    says: 'Why',
  }),
  owner: text({
    label: 'Who sees to it?',
    called: 'The name of the owner',
    most: 120,
    sometimes: true,
    private: true,
    says: 'Who sees to it',
  }),
  onDay: day({
    label: 'By',
    called: 'The date',
    sometimes: true,
    says: 'By when; for what goes to a meeting, the date of the meeting',
  }),
})

export type AskColumns = ColumnsOf<typeof askFields>
export type AnswerColumns = ColumnsOf<typeof answerFields>

export interface AnswerView extends ShownOf<typeof answerFields> {
  id: string
  /** A name, for insiders only. */
  owner: string | null
  onBehalfOf: Addressee
  /** A name, for insiders only. */
  recorder: string
  answeredAt: string
}

/** An ask as pages show it, with every answer it was given, the latest first. */
export interface AskView extends ShownOf<typeof askFields> {
  id: string
  event: string
  pledge: { id: string; what: string | null; idea: string | null }
  team: { id: string; name: string }
  toWhom: Addressee
  to: string
  madeAt: string
  state: AskState
  answers: AnswerView[]
}
