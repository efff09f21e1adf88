import type { AnsweredAsk } from '../../../day/asks/store.ts'
import type { PledgeRow } from '../../../day/pledges/store.ts'
import type { PlanRow, PlanStepRow } from '../../plans/store.ts'
import type { ReviewRow } from '../store/meetings.ts'
import type { ActionRow, QuestionRow } from '../store/minutes.ts'

export interface AgendaFacts {
  meeting: ReviewRow
  /** All meetings of the network, the earliest first. */
  meetings: readonly ReviewRow[]
  pledges: readonly PledgeRow[]
  asks: readonly AnsweredAsk[]
  plans: readonly PlanRow[]
  steps: readonly PlanStepRow[]
  questions: readonly QuestionRow[]
  actions: readonly ActionRow[]
}

export type TeamStep = PlanStepRow & { team_id: string; overdue: boolean }

export interface Agenda {
  overduePledges: PledgeRow[]
  openPledges: PledgeRow[]
  /** Sent to this meeting, or to one before it and not answered since. */
  sentAsks: AnsweredAsk[]
  unansweredAsks: AnsweredAsk[]
  steps: TeamStep[]
  questions: QuestionRow[]
  earlierQuestions: QuestionRow[]
  actions: ActionRow[]
}

/**
 * What a meeting has before it. The agenda of a meeting that was shows what was open then, as far as the records
 * tell: what was made before it ended and not done before it began.
 */
export function agendaOf(facts: AgendaFacts, now: string): Agenda {
  const { meeting, meetings } = facts
  const asOf = now < meeting.ends_at ? now : meeting.ends_at
  const wasOpen = (madeAt: string, ...doneAt: (string | null | undefined)[]) =>
    madeAt <= asOf && doneAt.every((done) => !done || done > meeting.starts_at)
  const pledges = facts.pledges.filter((one) => wasOpen(one.made_at, one.completed_at, one.released_at))
  const overdue = (day: string | null) => day !== null && day < meeting.on_day
  const asks = facts.asks.filter((ask) => wasOpen(ask.made_at, ask.withdrawn_at))
  const earlier = new Set(meetings.filter((one) => one.starts_at < meeting.starts_at).map((one) => one.id))
  return {
    overduePledges: pledges.filter((pledge) => overdue(pledge.by_day)),
    openPledges: pledges.filter((pledge) => !overdue(pledge.by_day)),
    sentAsks: asks.filter((ask) => isSentTo(meeting, meetings, ask)),
    unansweredAsks: asks.filter((ask) => !ask.answer || ask.answer.answered_at > meeting.starts_at),
    steps: dueSteps(facts, wasOpen),
    questions: facts.questions.filter((one) => one.review_id === meeting.id),
    earlierQuestions: facts.questions.filter(
      (one) => earlier.has(one.review_id) && wasOpen(one.asked_at, one.answered_at),
    ),
    actions: facts.actions.filter(
      (one) => earlier.has(one.review_id) && wasOpen(one.made_at, one.completed_at),
    ),
  }
}

/** Until it is answered anew, an ask that goes to the meeting of a day stays on the agenda from that meeting on. */
function isSentTo(meeting: ReviewRow, meetings: readonly ReviewRow[], { answer }: AnsweredAsk): boolean {
  if (answer?.kind !== 'goes_to_meeting') return false
  const day = answer.on_day
  if (!day || day <= meeting.on_day) return true
  const standing = meetings.filter((one) => !one.cancelled_at)
  const distance = (one: ReviewRow) => Math.abs(Date.parse(one.on_day) - Date.parse(day))
  const nearest = standing.toSorted((a, b) => distance(a) - distance(b))[0]
  return nearest?.id === meeting.id
}

/** The day before which a quarter of a plan's year is over, or begins with `ended` false; quarters are 1 to 4. */
const quarterOf = (startsOn: string, quarter: number, ended: boolean): string =>
  Temporal.PlainDate.from(startsOn)
    .add({ months: 3 * (ended ? quarter : quarter - 1) })
    .toString()

/**
 * Steps of the latest plan of each team that are overdue, or due before the next meeting. A step without a day is
 * due in its quarter: it is on the agenda once that has begun.
 */
function dueSteps(
  { meeting, meetings, plans, steps }: AgendaFacts,
  wasOpen: (madeAt: string, doneAt: string | null) => boolean,
): TeamStep[] {
  const next = meetings.find((one) => !one.cancelled_at && one.on_day > meeting.on_day)?.on_day
  const until = next ?? Temporal.PlainDate.from(meeting.on_day).add({ weeks: 6 }).toString()
  const latest = new Map(plans.map((plan) => [plan.team_id, plan]))
  return [...latest.values()].flatMap((plan) =>
    steps
      .filter((step) => step.plan_id === plan.id)
      .filter((step) => (step.due_on ?? quarterOf(plan.starts_on, step.quarter, false)) < until)
      .filter((step) => wasOpen(plan.created_at, step.completed_at))
      .map((step) => ({
        ...step,
        team_id: plan.team_id,
        overdue: (step.due_on ?? quarterOf(plan.starts_on, step.quarter, true)) < meeting.on_day,
      })),
  )
}
