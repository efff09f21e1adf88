import { teamsOf } from '../../../before/networks/store/networks.ts'
import type { Db } from '../../../platform/store/database.ts'
import { linesOf, type SeriesLine } from '../record/lines.ts'
import { readingViewOf, viewOf } from '../record/measure.ts'
import type { MeasureRow } from './measures.ts'
import { readingsOfMeasures, rebasesOf } from './readings.ts'

/** The series of some measures, each read as a chart, from a fixed number of queries; as they were known at a time. */
export async function linesOfMeasures(
  db: Db,
  network: string,
  measures: readonly MeasureRow[],
  asOf?: string,
): Promise<SeriesLine[]> {
  if (measures.length === 0) return []
  const [teams, readings, rebases] = await Promise.all([
    teamsOf(db, network),
    readingsOfMeasures(
      db,
      network,
      measures.map(({ id }) => id),
    ),
    rebasesOf(db, network),
  ])
  return linesOf(
    measures.map(viewOf),
    teams.map(({ id, name }) => ({ id, name })),
    readings
      .filter(({ recorded_at }) => asOf === undefined || recorded_at <= asOf)
      .map((one) => ({ ...readingViewOf(one), measure: one.measure_id, team: one.team_id })),
    rebases.map((one) => ({ measure: one.measure_id, team: one.team_id, on: one.begins_on })),
  )
}
