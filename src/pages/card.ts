import type { Html } from '../platform/face/html.ts'
import type { RequestContext } from '../platform/http/site.ts'

/** The pages that are made of several slices, each about one thing. */
export type CardPage = 'network' | 'team' | 'idea' | 'pledge'

/** The addition of a slice to such a page: a part with a heading of its own, or nothing for this visitor. */
export interface Card {
  on: CardPage
  /** `of` is the id of the page's record. */
  show(visit: RequestContext<{ network: string }>, of: string): Promise<Html | undefined>
}
