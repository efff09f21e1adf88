import { z } from 'zod'
import { teamsOf } from '../../../before/networks/store/networks.ts'
import { itsTeam, organisers, organisersOrBoard } from '../../../before/networks/store/roles.ts'
import { Id, refusePast } from '../../../platform/form/fields.ts'
import { command, either, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { reviewById } from '../store/meetings.ts'
import { actionFields, decisionFields, questionFields, replyFields } from '../record.ts'
import {
  actionsOf,
  addActionRow,
  addDecisionRow,
  addQuestionRow,
  answerQuestionRow,
  changeActionRow,
  questionsOf,
  replaceAttendance,
  type AttendanceRow,
} from '../store/minutes.ts'
import { cancelMeeting, changeMeeting, holdMeeting, takeBackHolding } from './meeting.ts'
import { groups } from '../rules/groups.ts'
import { setUpSeries } from './series.ts'
import { addLine, markAttendance } from './taking.ts'

const OfMeeting = { network: Id, review: Id }
const topic = ({ network }: { network: string }) => `network:${network}`
type Done = Promise<{ id: string } | Refusal>

/** The reason why nothing can be recorded at a meeting. */
async function refuseMeeting(tx: Tx, network: string, review: string): Promise<Refusal | undefined> {
  const meeting = await reviewById(tx, network, review)
  if (!meeting) return refuse('This meeting is not there any more')
  return meeting.cancelled_at ? refuse('This meeting is cancelled. Choose another.') : undefined
}

export const askQuestion = command('reviews.askQuestion', {
  said: 'asked a question for a six-weekly meeting',
  input: z.object({
    ...OfMeeting,
    team: z.string('Choose who asks').min(1, 'Choose who asks').max(100),
    toWhom: z.enum(['senior_leaders', 'board', 'qi_team'], 'Choose who is asked'),
    ...questionFields.input,
  }),
  topic,
  who: either(itsTeam, organisers),
  async run(tx, { network, review, team, toWhom, ...said }, { id, now }): Done {
    const refused = await refuseMeeting(tx, network, review)
    if (refused) return refused
    if (!(await teamsOf(tx, network)).some((one) => one.id === team)) return refuse('Choose who asks', 'team')
    const row = { network_id: network, id: id(), review_id: review, team_id: team, to_whom: toWhom }
    await addQuestionRow(tx, {
      ...row,
      ...questionFields.columns(said),
      asked_at: now,
      ...replyFields.empty,
      answered_at: null,
    })
    return { id: row.id }
  },
})

export const answerQuestion = command('reviews.answerQuestion', {
  said: 'answered a question of a six-weekly meeting',
  input: z.object({ ...OfMeeting, question: Id, ...replyFields.input }),
  topic,
  who: organisersOrBoard,
  async run(tx, { network, review, question, ...said }, { now }): Done {
    const asked = (await questionsOf(tx, network)).find((one) => one.id === question)
    if (asked?.review_id !== review) return refuse('This question is not there any more')
    await answerQuestionRow(tx, network, question, { ...replyFields.columns(said), answered_at: now })
    return { id: question }
  },
})

export const recordDecision = command('reviews.recordDecision', {
  said: 'recorded a decision',
  input: z.object({ ...OfMeeting, ...decisionFields.input }),
  topic,
  who: organisers,
  async run(tx, { network, review, ...said }, { id, now }): Done {
    const refused = await refuseMeeting(tx, network, review)
    if (refused) return refused
    const decision = id()
    const row = { network_id: network, id: decision, review_id: review, ...decisionFields.columns(said) }
    await addDecisionRow(tx, { ...row, decided_at: now })
    return { id: decision }
  },
})

export const addAction = command('reviews.addAction', {
  said: 'recorded an action',
  input: z.object({
    ...OfMeeting,
    ...actionFields.input,
  }),
  topic,
  who: organisers,
  async run(tx, { network, review, ...said }, { id, now }): Done {
    const refused = await refuseMeeting(tx, network, review)
    const past = refused ?? refusePast(said.dueOn, now, 'dueOn')
    if (past) return past
    const row = {
      network_id: network,
      id: id(),
      review_id: review,
      ...actionFields.columns(said),
      made_at: now,
    }
    await addActionRow(tx, { ...row, completed_at: null })
    return { id: row.id }
  },
})

const OfAction = z.object({ ...OfMeeting, action: Id })

async function actionAt(tx: Tx, { network, review, action }: z.infer<typeof OfAction>) {
  const row = (await actionsOf(tx, network)).find((one) => one.id === action)
  return row?.review_id === review ? row : undefined
}

/** Marks an action as done; one that is done keeps its time. */
export const completeAction = command('reviews.completeAction', {
  said: 'completed an action',
  input: OfAction,
  topic,
  who: organisersOrBoard,
  async run(tx, at, { now }): Done {
    const row = await actionAt(tx, at)
    if (!row) return refuse('This action is not there any more')
    await changeActionRow(tx, at.network, row.id, { completed_at: row.completed_at ?? now })
    return { id: row.id }
  },
})

export const reopenAction = command('reviews.reopenAction', {
  said: 'took back that an action was completed',
  input: OfAction,
  topic,
  who: organisersOrBoard,
  async run(tx, at): Done {
    const row = await actionAt(tx, at)
    if (!row) return refuse('This action is not there any more')
    await changeActionRow(tx, at.network, row.id, { completed_at: null })
    return { id: row.id }
  },
})

/**
 * Records attendance: `team-brent` or `group-board` is "present" or "absent", or empty where it is not recorded;
 * `names-team-brent` has the names, if anyone wants them kept.
 */
export const recordAttendance = command('reviews.recordAttendance', {
  said: 'recorded who came to a six-weekly meeting',
  input: z.object(OfMeeting).catchall(z.string().trim().max(500, 'Use 500 characters or fewer')),
  topic,
  who: organisers,
  async run(tx, { network, review, ...said }, { id }): Done {
    const refused = await refuseMeeting(tx, network, review)
    if (refused) return refused
    const teams = await teamsOf(tx, network)
    const rows = [
      ...teams.map((team) => ({ key: `team-${team.id}`, part: 'team' as const, team: team.id })),
      ...groups.map((part) => ({ key: `group-${part}`, part, team: null })),
    ].flatMap(({ key, part, team }): AttendanceRow[] => {
      const present = said[key]
      if (present !== 'present' && present !== 'absent') return []
      const row = { network_id: network, id: id(), review_id: review, part, team_id: team }
      return [{ ...row, name: said[`names-${key}`] ?? '', present: present === 'present' ? 1 : 0 }]
    })
    await replaceAttendance(tx, network, review, rows)
    return { id: review }
  },
})

export const reviewCommands = [
  setUpSeries,
  changeMeeting,
  cancelMeeting,
  holdMeeting,
  takeBackHolding,
  askQuestion,
  answerQuestion,
  recordDecision,
  addAction,
  completeAction,
  reopenAction,
  recordAttendance,
  markAttendance,
  addLine,
]
