import { z } from 'zod'
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
    searched: true,
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
    private: true,
  }),
  dueOn: day({ label: 'By when?', called: 'By when', says: 'By when' }),
})

export type QuestionColumns = ColumnsOf<typeof questionFields> & ColumnsOf<typeof replyFields>
export type DecisionColumns = ColumnsOf<typeof decisionFields>
export type ActionColumns = ColumnsOf<typeof actionFields>

/** A meeting as programs are told of it. */
export const MeetingSchema = z.object({
  id: z.string(),
  onDay: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  heldAt: z.string().nullable(),
  cancelledAt: z.string().nullable(),
})

interface Meeting {
  id: string
  on_day: string
  starts_at: string
  ends_at: string
  held_at: string | null
  cancelled_at: string | null
}

export const toldMeeting = (row: Meeting): z.infer<typeof MeetingSchema> => ({
  id: row.id,
  onDay: row.on_day,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  heldAt: row.held_at,
  cancelledAt: row.cancelled_at,
})
