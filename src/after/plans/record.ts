import { day, record, text, whole, type ColumnsOf } from '../../platform/form/record.ts'

const insidersSee = 'Shown only to people who have a role in the network'

/** The words of a plan. Its days and its pledge are set when it begins. */
export const planFields = record({
  aim: text({
    label: 'What does the plan aim for?',
    hint: 'How much, for whom, by when',
    most: 2000,
    missing: 'Enter what the plan aims for',
    rows: 4,
    says: 'What the team aims for in the year',
  }),
  lead: text({
    label: 'Who leads it?',
    hint: insidersSee,
    called: 'The lead’s name',
    most: 120,
    width: 20,
    says: 'Who leads it',
    private: true,
  }),
  supportAgreed: text({
    label: 'What support is agreed?',
    called: 'The support agreed',
    most: 2000,
    rows: 4,
    says: 'The support that was agreed',
  }),
})

const chooseQuarter = 'Choose a quarter'

/** A step of a plan. */
export const stepFields = record({
  quarter: whole({
    label: 'In which quarter?',
    least: 1,
    most: 4,
    missing: chooseQuarter,
    wrong: chooseQuarter,
    says: '1 to 4',
  }),
  what: text({
    label: 'What will be done?',
    most: 500,
    missing: 'Enter what will be done',
    rows: 3,
    says: 'What will be done',
  }),
  owner: text({
    label: 'Who does it?',
    hint: insidersSee,
    called: 'The name',
    most: 120,
    width: 20,
    says: 'Who does it',
    private: true,
  }),
  dueOn: day({ label: 'By when?', called: 'By when', says: 'By when' }),
})

export type PlanColumns = ColumnsOf<typeof planFields>
export type StepColumns = ColumnsOf<typeof stepFields>
