import { z } from 'zod'
import { networkById } from '../../before/networks/store/networks.ts'
import type { Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { capitalised } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { findIn } from './found.ts'
import { searchPage } from './views.ts'

const longestQuery = 100

export function searchPages(site: Site): void {
  site.page({
    at: paths.search,
    who: everyone,
    async read({ db, nouns, query }) {
      const network = await networkById(db, nouns.network)
      if (!network) return undefined
      const typed = (query['q'] ?? '').trim().slice(0, longestQuery)
      const found = await findIn(db, network.id, typed, capitalised(network.team_noun_plural))
      return { network, query: typed, ...found }
    },
    show: (data) => ({
      title: data.query === '' ? 'Search' : `Search for “${data.query}”`,
      crumbs: [{ href: paths.network({ network: data.network.id }), text: data.network.name }],
      body: searchPage(data),
      wide: true,
    }),
    answer: z.object({
      groups: z.array(
        z.object({
          title: z.string(),
          found: z.array(z.object({ text: z.string(), sub: z.string(), href: z.string() })),
        }),
      ),
    }),
    query: z.object({
      q: z.string().max(longestQuery).optional().describe('Words that stand in what is looked for'),
    }),
  })
}
