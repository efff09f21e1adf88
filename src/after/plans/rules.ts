import type { PlanStepRow } from './store.ts'

/** The four quarters of a plan's year. */
export const quarters = [1, 2, 3, 4] as const
export type Quarter = (typeof quarters)[number]

/** The last day of a plan that begins on a day: one year less a day. */
export const endOfYear = (startsOn: string): string =>
  Temporal.PlainDate.from(startsOn).add({ years: 1 }).subtract({ days: 1 }).toString()

/** The first and the last day of a quarter. */
export function quarterOf(startsOn: string, quarter: Quarter): { from: string; to: string } {
  const start = Temporal.PlainDate.from(startsOn)
  return {
    from: start.add({ months: 3 * (quarter - 1) }).toString(),
    to: start
      .add({ months: 3 * quarter })
      .subtract({ days: 1 })
      .toString(),
  }
}

export type StepState = 'done' | 'overdue' | 'open'

export function stateOfStep(
  step: { due_on: string | null; completed_at: string | null },
  today: string,
): StepState {
  if (step.completed_at) return 'done'
  return step.due_on && step.due_on < today ? 'overdue' : 'open'
}

interface Pledged {
  what: string | null
  first_step: string | null
  by_day: string | null
  lead: string | null
}

interface Asked {
  what: string
  toWhom: string
  answer?: { kind: string; reason: string; on_day: string | null } | undefined
}

/** Initial values of a plan that begins from a pledge. A pledge whose words were not recorded gives none. */
export function beginningOf(pledge: Pledged | undefined, asks: readonly Asked[]) {
  return {
    aim: pledge?.what ?? '',
    firstStep: pledge?.first_step ?? '',
    firstStepDueOn: pledge?.by_day ?? '',
    lead: pledge?.lead ?? '',
    supportAgreed: asks.flatMap(agreed).join('\n'),
  }
}

function agreed({ what, toWhom, answer }: Asked): string[] {
  if (answer?.kind !== 'agreed' && answer?.kind !== 'partly') return []
  const how = answer.kind === 'agreed' ? 'agreed' : 'partly agreed'
  return [`${toWhom} ${how}: ${what} (${answer.reason})`]
}

interface OfTeam {
  id: string
  team_id: string
  starts_on: string
  created_at: string
}

/** A step of the latest plan of a team, which is before a meeting. */
export type TeamStep = PlanStepRow & { team_id: string; planned_at: string; overdue: boolean }

/**
 * Steps of the latest plan of each team that are overdue on a day, or due before the next meeting; without one, in six
 * weeks. A step without a day is due in its quarter: it counts once that has begun. Days are YYYY-MM-DD.
 */
export function dueSteps({
  plans,
  steps,
  on,
  next,
}: {
  plans: readonly OfTeam[]
  steps: readonly PlanStepRow[]
  on: string
  next: string | undefined
}): TeamStep[] {
  const until = next ?? Temporal.PlainDate.from(on).add({ weeks: 6 }).toString()
  const latest = new Map(plans.map((plan) => [plan.team_id, plan]))
  return [...latest.values()].flatMap(({ id, team_id, starts_on, created_at }) =>
    steps
      .filter((step) => step.plan_id === id)
      .map((step) => ({ step, quarter: quarterOf(starts_on, step.quarter as Quarter) }))
      .filter(({ step, quarter }) => (step.due_on ?? quarter.from) < until)
      .map(({ step, quarter }) => ({
        ...step,
        team_id,
        planned_at: created_at,
        overdue: step.due_on ? step.due_on < on : quarter.to < on,
      })),
  )
}
