import { record, text, type ColumnsOf } from '../../platform/form/record.ts'
import { longestText, questions } from './rules.ts'

/** The questions that are answered in words, if at all. */
export const writtenFields = record({
  takeHome: text({
    label: questions.takeHome,
    hint: 'For example, an idea, a person to talk to, a first step',
    called: 'What you take home',
    most: longestText,
    rows: 3,
    sometimes: true,
    says: 'What they will take home',
  }),
  different: text({
    label: questions.different,
    called: 'What should be different',
    most: longestText,
    rows: 3,
    sometimes: true,
    says: 'What should be different',
  }),
})

export type WrittenColumns = ColumnsOf<typeof writtenFields>
