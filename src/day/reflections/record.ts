import { record, text, type ColumnsOf, type ShownOf } from '../../platform/form/record.ts'

const longest = 500

/** The four questions of a reflection, in their order; one of them at least is answered. */
export const reflectionFields = record({
  keep: text({
    label: 'Keep',
    hint: 'What would work with us as it is?',
    called: 'What you keep',
    most: longest,
    rows: 2,
    sometimes: true,
    says: 'What the team would keep',
  }),
  change: text({
    label: 'Change',
    hint: 'What would we have to do differently?',
    called: 'What you change',
    most: longest,
    rows: 2,
    sometimes: true,
    says: 'What it would change',
  }),
  leaveOut: text({
    label: 'Leave out',
    hint: 'What do we not need, or cannot do?',
    called: 'What you leave out',
    most: longest,
    rows: 2,
    sometimes: true,
    says: 'What it would leave out',
  }),
  firstTest: text({
    label: 'First small test',
    hint: 'What could we try next week, with one person or in one clinic?',
    called: 'The first small test',
    most: longest,
    rows: 2,
    sometimes: true,
    says: 'The first small test',
  }),
})

export type ReflectionColumns = ColumnsOf<typeof reflectionFields>

/** The words of a team about an idea that another team brought. */
export type Reflected = ShownOf<typeof reflectionFields>
