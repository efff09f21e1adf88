import { z } from 'zod'
import { agendaPart } from '../../pages/meeting/agenda.ts'
import { day } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import type { SeriesLine } from './record/lines.ts'
import { linesOfMeasures } from './store/lines.ts'
import { measuresOf } from './store/measures.ts'

const Signal = z.object({
  measure: z.string(),
  team: z.string().nullable(),
  variation: z.string(),
  says: z.string(),
})

/** Charts whose latest reading is more than chance, as they were known when the meeting ended. */
export const chartSignals = agendaPart<SeriesLine>({
  key: 'signals',
  title: 'Signals on charts',
  json: Signal,
  told: ({ measure, team, read }): z.infer<typeof Signal> => ({
    measure: measure.id,
    team: team?.id ?? null,
    variation: read.chart.variation ?? '',
    says: read.reading.says,
  }),
  async read(db, { network, meeting, now }) {
    const asOf = now < meeting.ends_at ? now : meeting.ends_at
    const rows = (await measuresOf(db, network.id)).filter(
      (one) => one.created_at <= asOf && (one.retired_at === null || one.retired_at > asOf),
    )
    const lines = await linesOfMeasures(db, network.id, rows, asOf)
    return lines.filter(
      ({ read }) => read.chart.variation !== null && read.chart.variation !== 'common_cause',
    )
  },
  item: ({ measure, team, read, latest }, { network }) => ({
    team: team?.name ?? network.name,
    text: read.reading.says,
    href:
      team && measure.team === null
        ? paths.series({ network: network.id, measure: measure.id, team: team.id })
        : paths.measure({ network: network.id, measure: measure.id }),
    note: latest && `latest reading for ${day(latest.on)}`,
  }),
})
