import { movesOf } from '../../after/adoption/store/adoptions.ts'
import { networkById } from '../../before/networks/store/networks.ts'
import { dayOf } from '../../platform/face/dates.ts'
import type { RequestContext, Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { packagePages } from './package.ts'
import { filtered, filterOf, pagedUptake } from './filter.ts'
import { spreadSheet } from './sheet.ts'
import { stoppedPage } from './stopped.ts'
import { uptakeOf } from './uptake.ts'
import { spreadPage } from './views.ts'

type Visit = RequestContext<{ network: string }>

async function read({ db, nouns, now, query }: Visit) {
  const network = await networkById(db, nouns.network)
  if (!network) return undefined
  const uptake = await uptakeOf(db, network.id)
  const today = dayOf(now)
  const filter = filterOf(query, uptake)
  const everyMove = await movesOf(db, network.id)
  return {
    network,
    uptake,
    today,
    filter,
    shown: filtered(uptake, filter, today),
    everyMove,
    moves: new Map(everyMove.map((move) => [move.adoption_id, move])),
  }
}

export function spreadPages(site: Site): void {
  packagePages(site)
  site.page({
    at: paths.spread,
    who: everyone,
    read,
    show: (found) => ({
      title: 'Spread',
      crumbs: [{ href: paths.network({ network: found.network.id }), text: found.network.name }],
      body: spreadPage({ ...found, paged: pagedUptake(found.shown, found.filter) }),
      wide: true,
    }),
  })
  site.page({
    at: paths.stoppedIdeas,
    who: everyone,
    read,
    show: (found) => ({
      title: 'Stopped, and why',
      crumbs: [
        { href: paths.network({ network: found.network.id }), text: found.network.name },
        { href: paths.spread({ network: found.network.id }), text: 'Spread' },
      ],
      body: stoppedPage(found),
      wide: true,
    }),
  })
  site.file({
    at: paths.spreadSheet,
    who: everyone,
    async read(visit) {
      const found = await read(visit)
      return (
        found && {
          type: 'text/csv; charset=utf-8',
          name: `spread-${found.network.id}.csv`,
          body: spreadSheet(found.shown, found.uptake.teams, found.moves, found.today),
        }
      )
    },
  })
}
