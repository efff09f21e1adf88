import { z } from 'zod'
import { QuestionSchema, toldQuestion } from '../../after/reviews/agenda.ts'
import { addAction, recordDecision } from '../../after/reviews/commands/minutes.ts'
import { addLine } from '../../after/reviews/commands/taking.ts'
import { MeetingSchema, toldMeeting } from '../../after/reviews/record.ts'
import type { OfMeeting } from '../../after/reviews/routes/found.ts'
import { reviewById } from '../../after/reviews/store/meetings.ts'
import { meetingHead } from '../../after/reviews/views/head.ts'
import {
  meetingPage,
  meetingPart,
  type ShownMeeting,
  type Writing,
} from '../../after/reviews/views/meeting.ts'
import { dayOf, weekdayAndDay } from '../../platform/face/dates.ts'
import { html } from '../../platform/face/html.ts'
import { limitsOf } from '../../platform/http/client-validation.ts'
import type { Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { revisionOf } from '../../platform/store/journal.ts'
import { paths } from '../../paths.ts'
import { parts } from './parts.ts'
import { ownersOf, readHead, readMeeting, type Meeting } from './reading.ts'
import { agendaView } from './views.ts'

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

const shownOf = (meeting: Meeting): ShownMeeting => ({
  ...meeting,
  agenda: agendaView({
    ...meeting,
    questions: meeting.questions.length,
    takesMinutes: meeting.mayOrganise && meeting.state === 'on',
    groups: parts.map(({ key, title, item }) => ({
      title,
      items: (meeting.agenda[key] ?? []).map((row) => item(row, meeting)),
    })),
  }),
})

/** An action is due at the next meeting, unless that has been or another day is chosen. */
function dueAt({ next, network }: Meeting, now: string): string {
  const today = dayOf(now)
  if (next && next > today) return next
  const weeks = network.meets_every_weeks ?? 6
  return Temporal.PlainDate.from(today).add({ weeks }).toString()
}

async function writingOf(meeting: Meeting, visit: OfMeeting): Promise<Writing | undefined> {
  if (!meeting.mayOrganise || meeting.state === 'cancelled') return undefined
  return {
    owners: await ownersOf(visit.db, meeting),
    dueOn: dueAt(meeting, visit.now),
    note: { ...visit, limits: limitsOf(addLine, visit.nouns) },
    decision: { ...visit, limits: limitsOf(recordDecision, visit.nouns) },
    action: { ...visit, limits: limitsOf(addAction, visit.nouns) },
  }
}

/** A meeting: its agenda, from all slices, and its minutes, which are taken on the same page. */
export function meetingPages(site: Site): void {
  site.page({
    at: paths.review,
    who: everyone,
    async read(visit) {
      const since = await revisionOf(visit.db, `network:${visit.nouns.network}`)
      const meeting = await readMeeting(visit)
      return meeting && { since, meeting, writing: await writingOf(meeting, visit) }
    },
    answer: Answer,
    told: ({ meeting }) => told(meeting),
    show: ({ since, meeting, writing }, visit) => ({
      title: `Six-weekly meeting of ${weekdayAndDay(meeting.meeting.on_day)}`,
      wide: true,
      crumbs: [
        { href: paths.network({ network: meeting.network.id }), text: meeting.network.name },
        { href: paths.reviews({ network: meeting.network.id }), text: 'Six-weekly meetings' },
      ],
      ...((meeting.state === 'coming' || meeting.state === 'on' || writing) && {
        live: `${paths.reviewLive(visit.nouns)}?since=${since}`,
      }),
      body: meetingPage(shownOf(meeting), visit, writing),
    }),
  })

  site.file({
    at: paths.reviewNow,
    who: everyone,
    async read(visit) {
      const meeting = await readMeeting(visit)
      return (
        meeting && {
          type: 'text/html; charset=utf-8',
          body: meetingPart(shownOf(meeting), visit).toString(),
        }
      )
    },
  })

  site.live({
    at: paths.reviewLive,
    who: everyone,
    there: (db, { network, review }) => reviewById(db, network, review),
    topic: ({ network }) => `network:${network}`,
    byTheMinute: true,
    parts: {
      async now(db, nouns, now) {
        const head = await readHead(db, nouns, now)
        return head ? meetingHead(head) : html``
      },
    },
  })
}
