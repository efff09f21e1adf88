import { day, record, text, type ColumnsOf } from '../../platform/form/record.ts'

const everyoneReads = 'Everyone who reads this network can read it. Name no patient.'

export const questionFields = record({
  question: text({
    label: 'What is the question?',
    hint: everyoneReads,
    most: 1000,
    missing: 'Enter the question',
    rows: 4,
    says: 'The question',
  }),
})

/** The answer to a question, which is given at the meeting or after it. */
export const replyFields = record(
  {
    answer: text({
      label: 'What is the answer?',
      hint: everyoneReads,
      most: 2000,
      missing: 'Enter the answer',
      rows: 5,
      says: 'The answer',
    }),
  },
  { later: true },
)

export const decisionFields = record({
  what: text({
    label: 'What was decided?',
    hint: everyoneReads,
    most: 1000,
    missing: 'Enter what was decided',
    rows: 4,
    says: 'The decision',
  }),
})

export const actionFields = record({
  what: text({
    label: 'What will be done?',
    hint: everyoneReads,
    most: 1000,
    missing: 'Enter what will be done',
    rows: 3,
    says: 'What will be done',
  }),
  owner: text({
    label: 'Who does it?',
    hint: 'Shown only to people who have a role in the network',
    most: 120,
    missing: 'Enter who does it',
    width: 20,
    says: 'Who does it',
  }),
  dueOn: day({ label: 'By when?', called: 'By when', says: 'By when' }),
})

export type QuestionColumns = ColumnsOf<typeof questionFields> & ColumnsOf<typeof replyFields>
export type DecisionColumns = ColumnsOf<typeof decisionFields>
export type ActionColumns = ColumnsOf<typeof actionFields>
