import { groups } from '../../after/reviews/rules/groups.ts'
import { found, teamsToAskFor, type OfMeeting } from '../../after/reviews/routes/found.ts'
import { timeBoxes, type Box } from '../../after/reviews/rules/boxes.ts'
import { stateOf } from '../../after/reviews/rules/state.ts'
import { reviewById, reviewsOf, type ReviewRow } from '../../after/reviews/store/meetings.ts'
import {
  actionsOf,
  attendanceOf,
  decisionsOf,
  questionsOf,
  type AttendanceRow,
} from '../../after/reviews/store/minutes.ts'
import type { MeetingHead } from '../../after/reviews/views/shown.ts'
import { membersOf, networkById, namesIn, teamsOf } from '../../before/networks/store/networks.ts'
import { insiders, organisers, organisersOrBoard } from '../../before/networks/store/roles.ts'
import type { Db } from '../../platform/store/database.ts'
import type { MeetingFacts } from './agenda.ts'
import { parts } from './parts.ts'
import { closing, questionsTitle, welcome } from './views.ts'

type Agenda = Record<string, unknown[]>

async function agendaOf(db: Db, facts: MeetingFacts): Promise<Agenda> {
  const read = await Promise.all(parts.map((part) => part.read(db, facts)))
  return Object.fromEntries(parts.map(({ key }, at) => [key, read[at]!]))
}

/** The parts of a meeting that take time: what is open, the questions put to it, and a beginning and an end. */
const boxesOf = (meeting: ReviewRow, agenda: Agenda, questions: number): Box[] =>
  timeBoxes(meeting, [
    { title: welcome, items: 0 },
    ...parts
      .map(({ key, title }) => ({ title, items: agenda[key]?.length ?? 0 }))
      .filter(({ items }) => items > 0),
    ...(questions > 0 ? [{ title: questionsTitle, items: questions }] : []),
    { title: closing, items: 0 },
  ])

export async function readMeeting(visit: OfMeeting) {
  const { db, nouns, actor, now } = visit
  const one = await found(visit)
  if (!one) return undefined
  const { network: id, review } = nouns
  const teams = await teamsOf(db, id)
  const ofThis = (row: { review_id: string }) => row.review_id === review
  const meetings = await reviewsOf(db, id)
  const agenda = await agendaOf(db, { ...one, meetings, now })
  const questions = (await questionsOf(db, id)).filter(ofThis)
  return {
    ...one,
    agenda,
    questions,
    teams,
    state: stateOf(one.meeting, now),
    boxes: boxesOf(one.meeting, agenda, questions.length),
    decisions: (await decisionsOf(db, id)).filter(ofThis),
    actions: (await actionsOf(db, id)).filter(ofThis),
    attendance: inOrder((await attendanceOf(db, id)).filter(ofThis), teams),
    teamName: (team: string | null) =>
      teams.find((each) => each.id === team)?.name ?? one.network.qi_team_name,
    insider: await insiders.allows(db, nouns, actor),
    mayOrganise: await organisers.allows(db, nouns, actor),
    mayAnswer: await organisersOrBoard.allows(db, nouns, actor),
    mayAsk: (await teamsToAskFor(visit)).length > 0,
    me: actor.kind === 'person' ? (await namesIn(db, id, [actor.id])).get(actor.id) : undefined,
    next: meetings.find((each) => !each.cancelled_at && each.starts_at > one.meeting.starts_at)?.on_day,
    now,
  }
}

export type Meeting = NonNullable<Awaited<ReturnType<typeof readMeeting>>>

/** How a meeting stands, for everybody who has its page open. */
export async function readHead(
  db: Db,
  { network: id, review }: { network: string; review: string },
  now: string,
): Promise<MeetingHead | undefined> {
  const network = await networkById(db, id)
  const meeting = await reviewById(db, id, review)
  if (!network || !meeting) return undefined
  const ofThis = (row: { review_id: string }) => row.review_id === review
  const agenda = await agendaOf(db, { network, meeting, meetings: await reviewsOf(db, id), now })
  const questions = (await questionsOf(db, id)).filter(ofThis)
  return {
    network,
    meeting,
    state: stateOf(meeting, now),
    boxes: boxesOf(meeting, agenda, questions.length),
    decisions: (await decisionsOf(db, id)).filter(ofThis),
    actions: (await actionsOf(db, id)).filter(ofThis).length,
    now,
  }
}

/** Those who may be meant to do something: people of the network, its teams, the board and the QI team. */
export async function ownersOf(db: Db, { network, teams }: Meeting): Promise<string[]> {
  const people = (await membersOf(db, network.id)).map(({ name }) => name)
  return [...new Set([network.qi_team_name, network.board_name, ...teams.map(({ name }) => name), ...people])]
}

/** The teams in their order, then the groups that come besides. */
function inOrder(rows: AttendanceRow[], teams: { id: string }[]): AttendanceRow[] {
  const place = ({ part, team_id }: AttendanceRow) =>
    part === 'team' ? teams.findIndex((team) => team.id === team_id) : teams.length + groups.indexOf(part)
  return rows.toSorted((a, b) => place(a) - place(b))
}
