import { z } from 'zod'
import { QuestionSchema, toldQuestion } from '../../after/reviews/agenda.ts'
import { groups } from '../../after/reviews/commands/minutes.ts'
import { found, teamsToAskFor, type OfMeeting } from '../../after/reviews/routes/found.ts'
import { reviewsOf } from '../../after/reviews/store/meetings.ts'
import {
  actionsOf,
  attendanceOf,
  decisionsOf,
  questionsOf,
  type AttendanceRow,
} from '../../after/reviews/store/minutes.ts'
import { MeetingSchema, toldMeeting } from '../../after/reviews/record.ts'
import { meetingPage } from '../../after/reviews/views/meeting.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { insiders, organisers, organisersOrBoard } from '../../before/networks/store/roles.ts'
import { weekdayAndDay } from '../../platform/face/dates.ts'
import type { Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import type { Db } from '../../platform/store/database.ts'
import { paths } from '../../paths.ts'
import type { MeetingFacts } from './agenda.ts'
import { parts } from './parts.ts'
import { agendaView } from './views.ts'

async function agendaOf(db: Db, facts: MeetingFacts): Promise<Record<string, unknown[]>> {
  const read = await Promise.all(parts.map((part) => part.read(db, facts)))
  return Object.fromEntries(parts.map(({ key }, at) => [key, read[at]!]))
}

async function readMeeting(visit: OfMeeting) {
  const { db, nouns, actor, now } = visit
  const one = await found(visit)
  if (!one) return undefined
  const { network: id, review } = nouns
  const teams = await teamsOf(db, id)
  const ofThis = (row: { review_id: string }) => row.review_id === review
  const agenda = await agendaOf(db, { ...one, meetings: await reviewsOf(db, id), now })
  const questions = (await questionsOf(db, id)).filter(ofThis)
  return {
    ...one,
    agenda,
    questions,
    decisions: (await decisionsOf(db, id)).filter(ofThis),
    actions: (await actionsOf(db, id)).filter(ofThis),
    attendance: inOrder((await attendanceOf(db, id)).filter(ofThis), teams),
    teamName: (team: string | null) =>
      teams.find((each) => each.id === team)?.name ?? one.network.qi_team_name,
    insider: await insiders.allows(db, nouns, actor),
    mayOrganise: await organisers.allows(db, nouns, actor),
    mayAnswer: await organisersOrBoard.allows(db, nouns, actor),
    mayAsk: (await teamsToAskFor(visit)).length > 0,
    now,
  }
}

/** The teams in their order, then the groups that come besides. */
function inOrder(rows: AttendanceRow[], teams: { id: string }[]): AttendanceRow[] {
  const place = ({ part, team_id }: AttendanceRow) =>
    part === 'team' ? teams.findIndex((team) => team.id === team_id) : teams.length + groups.indexOf(part)
  return rows.toSorted((a, b) => place(a) - place(b))
}

const Text = z.object({ id: z.string(), what: z.string() })

/** The JSON of a meeting, which names nobody. */
const Answer = z.object({
  meeting: MeetingSchema,
  agenda: z.object({
    ...Object.fromEntries(parts.map(({ key, json }) => [key, z.array(json)])),
    questions: z.array(QuestionSchema),
  }),
  decisions: z.array(Text),
  actions: z.array(Text.extend({ dueOn: z.string().nullable(), completedAt: z.string().nullable() })),
})

type Meeting = NonNullable<Awaited<ReturnType<typeof readMeeting>>>

const told = ({ meeting, agenda, questions, decisions, actions }: Meeting): z.infer<typeof Answer> => ({
  meeting: toldMeeting(meeting),
  agenda: {
    ...Object.fromEntries(parts.map((part) => [part.key, (agenda[part.key] ?? []).map(part.told)])),
    questions: questions.map(toldQuestion),
  },
  decisions,
  actions: actions.map(({ id, what, due_on, completed_at }) => ({
    id,
    what,
    dueOn: due_on,
    completedAt: completed_at,
  })),
})

/** A meeting: its agenda, from all slices, and its notes and decisions. */
export function meetingPages(site: Site): void {
  site.page({
    at: paths.review,
    who: everyone,
    read: readMeeting,
    answer: Answer,
    told,
    show: (shown, visit) => ({
      title: `Six-weekly meeting of ${weekdayAndDay(shown.meeting.on_day)}`,
      crumbs: [
        { href: paths.network({ network: shown.network.id }), text: shown.network.name },
        { href: paths.reviews({ network: shown.network.id }), text: 'Six-weekly meetings' },
      ],
      body: meetingPage(
        {
          ...shown,
          agenda: agendaView(
            parts.map(({ key, title, item }) => ({
              title,
              items: (shown.agenda[key] ?? []).map((row) => item(row, shown)),
            })),
          ),
        },
        visit,
      ),
    }),
  })
}
