import { organisers } from '../../before/networks/store/roles.ts'
import type { Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { streamOf } from '../now/day.ts'
import { readDesk } from './reading.ts'
import { deskPage, deskPart } from './views/page.ts'

/** From where an organiser runs the day. */
export function deskPages(site: Site): void {
  site.page({
    at: paths.desk,
    who: organisers,
    async read(visit) {
      const live = await streamOf(visit.db, visit.nouns, 'none')
      const desk = await readDesk(visit)
      return desk && { live, desk }
    },
    show: ({ live, desk }) => ({
      title: `Desk: ${desk.day.event.name}`,
      wide: true,
      live,
      body: deskPage(desk),
    }),
  })
  site.file({
    at: paths.deskNow,
    who: organisers,
    async read(visit) {
      const desk = await readDesk(visit)
      return desk && { type: 'text/html; charset=utf-8', body: deskPart(desk).toString() }
    },
  })
}
