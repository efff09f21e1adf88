import type { Db } from '../../../platform/store/database.ts'
import { adoptedMove, checksFrom, type StillInUse } from '../rules/checks.ts'
import { hasAdopted } from '../rules/ladder.ts'
import { adoptionsOf, movesOf, type AdoptionRow } from './adoptions.ts'
import { checksOf } from './telling.ts'

/** A check of an adopted change, with its answer where there is one. */
export interface PlannedCheck {
  adoption: AdoptionRow
  months: number
  dueOn: string
  answeredAt: string | null
  still: StillInUse | null
  /** The day on which a later check takes its place. */
  until: string | null
}

/** The checks of everything that is adopted now, in the order of their days, from a fixed number of queries. */
export async function plannedChecks(db: Db, network: string): Promise<PlannedCheck[]> {
  const [adoptions, moves, answers] = await Promise.all([
    adoptionsOf(db, network),
    movesOf(db, network),
    checksOf(db, network),
  ])
  const byAdoption = Map.groupBy(moves, ({ adoption_id }) => adoption_id)
  const byMove = Map.groupBy(answers, ({ move_id }) => move_id)
  return adoptions
    .filter(({ stage }) => hasAdopted(stage))
    .flatMap((adoption) => {
      const move = adoptedMove(byAdoption.get(adoption.id) ?? [])
      if (!move) return []
      const checks = checksFrom(move.on_day, [])
      return checks.map(({ months, dueOn }, at): PlannedCheck => {
        const answer = byMove.get(move.id)?.find((one) => one.months === months)
        return {
          adoption,
          months,
          dueOn,
          answeredAt: answer?.answered_at ?? null,
          still: answer?.still ?? null,
          until: checks[at + 1]?.dueOn ?? null,
        }
      })
    })
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** Those that wait for an answer on a day: a later one stands for those before it. */
export const dueChecks = (checks: readonly PlannedCheck[], on: string): PlannedCheck[] =>
  checks.filter(
    ({ dueOn, until, answeredAt }) => dueOn <= on && (until === null || until > on) && !answeredAt,
  )
