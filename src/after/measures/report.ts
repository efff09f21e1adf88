import { list, paragraph, type ReportPart } from '../../before/events/report.ts'
import { pledgesAt } from '../../day/pledges/store.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { linesOfMeasures } from './store/lines.ts'
import { measuresOf } from './store/measures.ts'

/** The measures that follow what was pledged on the day, each with the sentence of its chart. */
export const measuresPart: ReportPart = {
  heading: 'What the measures show',
  async read(db, { network, event }) {
    const pledges = await pledgesAt(db, network, event)
    const ids = new Set(pledges.map(({ id }) => id))
    const rows = (await measuresOf(db, network)).filter(
      ({ pledge_id, retired_at }) => pledge_id !== null && ids.has(pledge_id) && retired_at === null,
    )
    const lines = (await linesOfMeasures(db, network, rows)).filter(({ readings }) => readings.length > 0)
    if (lines.length === 0) return []
    const followed = new Set(rows.map(({ pledge_id }) => pledge_id)).size
    return [
      paragraph(
        `Of ${counted(pledges.length, 'pledge')}, ${followed} ${followed === 1 ? 'is' : 'are'} measured:`,
      ),
      list(
        lines.map(({ measure, team, read }) => [
          `${team?.name ?? ''}: `,
          {
            text: read.reading.says,
            href: paths.measure({ network, measure: measure.id }),
            from: 'The measure',
          },
        ]),
      ),
    ]
  },
}
