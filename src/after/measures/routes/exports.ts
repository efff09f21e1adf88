import { standaloneChart } from '../../../platform/face/control-chart.ts'
import type { RequestContext, Site } from '../../../platform/http/site.ts'
import { pictureOf } from '../../../platform/sheets/picture.ts'
import { csvOf, workbookOf } from '../../../platform/sheets/written.ts'
import { everyone } from '../../../platform/store/command.ts'
import { paths } from '../../../paths.ts'
import type { SeriesLine } from '../record/lines.ts'
import { chartRows, readingRows } from '../rules/exported.ts'
import { chartProps } from '../views/chart.ts'
import { readOneSeries, type AtSeries } from './reading.ts'

type Visit = RequestContext<AtSeries>

/** The chart with its sentences and source, for papers and presentations; nothing where there is no series. */
async function drawn(visit: Visit): Promise<string | undefined> {
  const found = await readOneSeries(visit)
  return found && standaloneChart(chartProps(found.series.line, found.series.happened))
}

const fileName = ({ measure, team }: SeriesLine, ending: string) =>
  `${[measure.name, team?.name]
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)}.${ending}`

export function exportRoutes(site: Site): void {
  site.file({
    at: paths.chartDrawing,
    who: everyone,
    async read(visit) {
      const body = await drawn(visit)
      return body === undefined
        ? undefined
        : { type: 'image/svg+xml; charset=utf-8', body, name: `chart-${visit.nouns.team}.svg` }
    },
  })
  site.file({
    at: paths.chartPicture,
    who: everyone,
    async read(visit) {
      const svg = await drawn(visit)
      return svg === undefined
        ? undefined
        : { type: 'image/png', body: await pictureOf(svg), name: `chart-${visit.nouns.team}.png` }
    },
  })
  site.file({
    at: paths.readingsSheet,
    who: everyone,
    async read(visit) {
      const found = await readOneSeries(visit)
      if (!found) return undefined
      const { line } = found.series
      const { head, rows } = chartRows(line.measure, line.readings, line.read.chart)
      return {
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: await workbookOf(line.measure.name, head, rows),
        name: fileName(line, 'xlsx'),
      }
    },
  })
  site.file({
    at: paths.readingsFile,
    who: everyone,
    async read(visit) {
      const found = await readOneSeries(visit)
      if (!found) return undefined
      const { line } = found.series
      const { head, rows } = readingRows(line.measure, line.readings)
      return { type: 'text/csv; charset=utf-8', body: csvOf(head, rows), name: fileName(line, 'csv') }
    },
  })
}
