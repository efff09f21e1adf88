import { pledgesOf } from '../../../day/pledges/store.ts'
import type { Db } from '../../../platform/store/database.ts'
import { readSeries } from '../../measures/rules/series.ts'
import { viewOf } from '../../measures/record/measure.ts'
import { measuresOf } from '../../measures/store/measures.ts'
import { readingsOfMeasures, rebasesOf } from '../../measures/store/readings.ts'
import type { Gain } from '../rules/gains.ts'

interface TeamWithIdea {
  idea_id: string
  team_id: string
}

/** The measures of teams with ideas, each as a chart: for every one asked for, from a fixed number of queries. */
export async function gainsOf(db: Db, network: string, asked: readonly TeamWithIdea[]): Promise<Gain[][]> {
  if (asked.length === 0) return []
  const [measures, pledges] = await Promise.all([measuresOf(db, network), pledgesOf(db, network)])
  const ideaOf = new Map(pledges.map(({ id, idea_id }) => [id, idea_id]))
  const about = measures.filter(({ retired_at }) => !retired_at)
  const [readings, rebases] = await Promise.all([
    readingsOfMeasures(
      db,
      network,
      about.map(({ id }) => id),
    ),
    rebasesOf(db, network),
  ])
  const series = Map.groupBy(readings, (one) => `${one.measure_id} ${one.team_id}`)
  return asked.map(({ idea_id, team_id }) =>
    about
      .filter(
        (one) =>
          (one.team_id === null || one.team_id === team_id) &&
          (one.idea_id === idea_id || (one.pledge_id !== null && ideaOf.get(one.pledge_id) === idea_id)),
      )
      .flatMap((one) => {
        const own = series.get(`${one.id} ${team_id}`) ?? []
        if (own.length === 0) return []
        const begun = rebases
          .filter((rebase) => rebase.measure_id === one.id && rebase.team_id === team_id)
          .map(({ begins_on }) => begins_on)
        const values = own.map(({ taken_on: on, value, denominator }) => ({ on, value, denominator }))
        const { chart } = readSeries(viewOf(one), values, begun)
        return [{ measure: { id: one.id, name: one.name }, points: chart.points }]
      }),
  )
}
