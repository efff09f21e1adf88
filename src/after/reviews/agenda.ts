import { z } from 'zod'
import { agendaPart, earlierThan, wasOpen } from '../../pages/meeting/agenda.ts'
import { by, day, dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { carried, carriedWords } from './rules/carried.ts'
import { actionsOf, questionsOf, type ActionRow, type QuestionRow } from './store/minutes.ts'

export const QuestionSchema = z.object({
  id: z.string(),
  team: z.string().nullable(),
  toWhom: z.string(),
  question: z.string(),
  answer: z.string().nullable(),
})

export const toldQuestion = (row: QuestionRow): z.infer<typeof QuestionSchema> => ({
  id: row.id,
  team: row.team_id,
  toWhom: row.to_whom,
  question: row.question,
  answer: row.answer,
})

/** An action with how often it has been carried over, and for how long. */
type CarriedAction = ActionRow & { carried: ReturnType<typeof carried> }

export const carriedActions = agendaPart<CarriedAction>({
  key: 'actions',
  title: 'Actions from earlier meetings',
  json: z.object({ id: z.string(), what: z.string() }),
  told: ({ id, what }) => ({ id, what }),
  async read(db, facts) {
    const earlier = earlierThan(facts)
    return (await actionsOf(db, facts.network.id))
      .filter((one) => earlier.has(one.review_id) && wasOpen(facts, one.made_at, one.completed_at))
      .map((one) => ({ ...one, carried: carried(one, facts.meeting, facts.meetings) }))
  },
  item: (action, { network, insider }) => ({
    team: '',
    text: action.what,
    href: `${paths.review({ network: network.id, review: action.review_id })}#actions`,
    note: [insider && action.owner, by(action.due_on), action.carried && carriedWords(action.carried)]
      .filter(Boolean)
      .join(', '),
  }),
})

export const earlierQuestions = agendaPart<QuestionRow>({
  key: 'earlierQuestions',
  title: 'Questions still without an answer',
  json: QuestionSchema,
  told: toldQuestion,
  async read(db, facts) {
    const earlier = earlierThan(facts)
    return (await questionsOf(db, facts.network.id)).filter(
      (one) => earlier.has(one.review_id) && wasOpen(facts, one.asked_at, one.answered_at),
    )
  },
  item: (asked, { network, teamName }) => ({
    team: teamName(asked.team_id),
    text: asked.question,
    href: `${paths.review({ network: network.id, review: asked.review_id })}#questions`,
    note: `asked on ${day(dayOf(asked.asked_at))}`,
  }),
})
