import { record, text, type ColumnsOf } from '../../platform/form/record.ts'

/** Somebody of another team has the problem that the idea answers. */
export const supportFields = record({
  words: text({
    label: 'How does it show in your service?',
    hint: 'One or two sentences. No patient may be recognised.',
    called: 'How it shows',
    most: 500,
    rows: 2,
    says: 'How the problem shows in the service of the other team',
  }),
})

export const commentFields = record({
  says: text({
    label: 'Your question or comment',
    hint: 'The team of the idea answers. Everyone can read both.',
    most: 1000,
    missing: 'Enter your question or comment',
    rows: 3,
    says: 'The question or comment',
  }),
})

export const answerFields = record(
  {
    answer: text({
      label: 'Your answer',
      most: 1000,
      missing: 'Enter your answer',
      rows: 3,
      says: 'The answer of the team of the idea',
    }),
  },
  { later: true },
)

export type SupportColumns = ColumnsOf<typeof supportFields>
export type CommentColumns = ColumnsOf<typeof commentFields> & ColumnsOf<typeof answerFields>
