import { z } from 'zod'
import { teamsOf } from '../../../before/networks/store/networks.ts'
import { insiders, organisers, organisersOrBoard } from '../../../before/networks/store/roles.ts'
import { asksOf } from '../../../day/asks/store.ts'
import { pledgesOf } from '../../../day/pledges/store.ts'
import { weekdayAndDay } from '../../../platform/face/dates.ts'
import type { Site } from '../../../platform/http/site.ts'
import { everyone } from '../../../platform/store/command.ts'
import { paths } from '../../../paths.ts'
import { plansOf, stepsOf } from '../../plans/store.ts'
import { agendaOf } from '../rules/agenda.ts'
import { reviewsOf } from '../store/meetings.ts'
import { actionsOf, attendanceOf, decisionsOf, questionsOf, type AttendanceRow } from '../store/minutes.ts'
import { groups } from '../commands/minutes.ts'
import { meetingPage } from '../views/meeting.ts'
import { meetingsRoutes } from './meetings.ts'
import { found, teamsToAskFor, type OfMeeting } from './found.ts'
import { minutesRoutes } from './minutes.ts'

async function readMeeting(visit: OfMeeting) {
  const { db, nouns, actor, now } = visit
  const one = await found(visit)
  if (!one) return undefined
  const { network: id, review } = nouns
  const teams = await teamsOf(db, id)
  const actions = await actionsOf(db, id)
  const facts = {
    meeting: one.meeting,
    meetings: await reviewsOf(db, id),
    pledges: await pledgesOf(db, id),
    asks: await asksOf(db, id),
    plans: await plansOf(db, id),
    steps: await stepsOf(db, id),
    questions: await questionsOf(db, id),
    actions,
  }
  const ofThis = (row: { review_id: string }) => row.review_id === review
  return {
    ...one,
    agenda: agendaOf(facts, now),
    decisions: (await decisionsOf(db, id)).filter(ofThis),
    actions: actions.filter(ofThis),
    attendance: inOrder((await attendanceOf(db, id)).filter(ofThis), teams),
    teamName: (team: string | null) => teams.find((one) => one.id === team)?.name ?? one.network.qi_team_name,
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
const Pledge = z.object({ id: z.string(), team_id: z.string(), what: z.string().nullable() })
const Ask = z.object({ id: z.string(), team_id: z.string(), to_whom: z.string(), what: z.string() })
const Question = z.object({
  id: z.string(),
  team_id: z.string().nullable(),
  to_whom: z.string(),
  question: z.string(),
  answer: z.string().nullable(),
})

/** What leaves as JSON names nobody. */
const Answer = z.object({
  meeting: z.object({
    id: z.string(),
    on_day: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    held_at: z.string().nullable(),
    cancelled_at: z.string().nullable(),
  }),
  agenda: z.object({
    overduePledges: z.array(Pledge),
    openPledges: z.array(Pledge),
    sentAsks: z.array(Ask),
    unansweredAsks: z.array(Ask),
    steps: z.array(Text.extend({ team_id: z.string(), due_on: z.string().nullable(), overdue: z.boolean() })),
    questions: z.array(Question),
    earlierQuestions: z.array(Question),
    actions: z.array(Text),
  }),
  decisions: z.array(Text),
  actions: z.array(Text.extend({ due_on: z.string().nullable(), completed_at: z.string().nullable() })),
})

export function reviewRoutes(site: Site): void {
  meetingsRoutes(site)
  site.page({
    at: paths.review,
    who: everyone,
    read: readMeeting,
    answer: Answer,
    show: (shown, visit) => ({
      title: `Six-weekly meeting of ${weekdayAndDay(shown.meeting.on_day)}`,
      crumbs: [
        { href: paths.network({ network: shown.network.id }), text: shown.network.name },
        { href: paths.reviews({ network: shown.network.id }), text: 'Six-weekly meetings' },
      ],
      body: meetingPage(shown, visit),
    }),
  })

  minutesRoutes(site)
}
