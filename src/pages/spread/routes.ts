import { networkById } from '../../before/networks/store/networks.ts'
import type { RequestContext, Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { packagePages } from './package.ts'
import { uptakeOf } from './uptake.ts'
import { spreadPage } from './views.ts'

export function spreadPages(site: Site): void {
  packagePages(site)
  site.page({
    at: paths.spread,
    who: everyone,
    async read({ db, nouns }: RequestContext<{ network: string }>) {
      const network = await networkById(db, nouns.network)
      return network && { network, uptake: await uptakeOf(db, network.id) }
    },
    show: ({ network, uptake }) => ({
      title: 'Spread',
      crumbs: [{ href: paths.network({ network: network.id }), text: network.name }],
      body: spreadPage({ network, uptake }),
      wide: true,
    }),
  })
}
