import { paths } from '../../paths.ts'
import type { RequestContext, Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'

/**
 * On the machine of whoever has started the server to look at it, as with the outgoing mail; where a proxy is trusted,
 * others come through it.
 */
const isAtHome = ({ mailKey, config }: Pick<RequestContext, 'mailKey' | 'config'>): boolean =>
  mailKey !== undefined && config.trustProxy.length === 0

/** Loaded when somebody looks: most servers never show it. */
const load = () => import('./shown.ts')

/** For developers: every component and every state of a page beside each other. */
export function galleryPages(site: Site): void {
  site.page({
    at: paths.gallery,
    who: everyone,
    read: async (visit) => (isAtHome(visit) ? (await load()).overviewContent() : undefined),
    show: (content) => content,
  })
  site.page({
    at: paths.galleryState,
    who: everyone,
    async read(visit) {
      if (!isAtHome(visit)) return undefined
      return (await load()).states.find(({ name }) => name === visit.nouns.state)
    },
    show: (state, visit) => ({ ...state.show(visit), framing: true }),
  })
}
