import { record, text, type ColumnsOf } from '../../platform/form/record.ts'

/** The way a network spreads changes, in the words of its QI team. */
export const approachFields = record({
  words: text({
    label: 'How does your network spread changes?',
    hint: 'What you look for before a change travels, what you ask of teams, what you do for them. Everyone can read it.',
    called: 'What you write',
    most: 4000,
    rows: 10,
    says: 'How the network spreads changes, in the words of its QI team',
  }),
})

export type ApproachColumns = ColumnsOf<typeof approachFields>
