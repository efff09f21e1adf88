import { isRecordedNowhere } from '../../before/events/rules.ts'
import type { StepReader } from '../../pages/thread/step.ts'
import { dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { linesOfMeasures } from './store/lines.ts'
import { measuresOf } from './store/measures.ts'

/** The measures that follow a team's pledge, or its way with an idea, each with what its chart says now. */
export const measureStep: StepReader = {
  name: 'Measure',
  glyph: 'chart',
  unrecorded: (events) => isRecordedNowhere(events, 'plans'),
  async read(db, { network: { id: network }, team, idea, pledges }) {
    const ids = new Set(pledges.map((pledge) => pledge.id))
    const rows = (await measuresOf(db, network)).filter(
      (one) =>
        one.team_id === team.id &&
        ((one.pledge_id !== null && ids.has(one.pledge_id)) ||
          (idea !== undefined && one.idea_id === idea.id)),
    )
    const began = new Map(rows.map((row) => [row.id, dayOf(row.created_at)]))
    return (await linesOfMeasures(db, network, rows)).map(({ measure, latest, read }) => ({
      on: latest?.on ?? began.get(measure.id)!,
      says: read.reading.says,
      href: paths.measure({ network, measure: measure.id }),
      note: read.reading.says,
    }))
  },
}
