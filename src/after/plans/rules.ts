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

/** The first day of the quarter of the financial year that a day falls in; that year begins in April. */
export function financialQuarter(on: string): string {
  const date = Temporal.PlainDate.from(on)
  return date.with({ day: 1, month: date.month - ((date.month - 1) % 3) }).toString()
}

/**
 * The suggested first day of a plan: that on which most plans of the network began whose year it still is, so that they
 * stand side by side; without one, the quarter of the financial year.
 */
export function suggestedStart(
  plans: readonly { starts_on: string; ends_on: string }[],
  today: string,
): string {
  const began = plans.filter((plan) => plan.starts_on <= today && today <= plan.ends_on)
  const often = new Map<string, number>()
  for (const { starts_on } of began) often.set(starts_on, (often.get(starts_on) ?? 0) + 1)
  const [most] = [...often].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))
  return most?.[0] ?? financialQuarter(today)
}

/** The quarter of a plan's year that a day falls in: its first before it, its last after it. */
export function quarterAt(startsOn: string, on: string): Quarter {
  return quarters.findLast((quarter) => quarterOf(startsOn, quarter).from <= on) ?? 1
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
