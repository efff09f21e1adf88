import type { Html } from '../platform/face/html.ts'
import type { RequestContext } from '../platform/http/site.ts'
import { served } from '../served.ts'
import type { CardPage } from './card.ts'

const cards = served.flatMap((slice) => slice.cards ?? [])

/** The cards of the slices on a page, in the order of the story. */
export async function cardsOn(
  page: CardPage,
  visit: RequestContext<{ network: string }>,
  of: string,
): Promise<Html[]> {
  const shown = await Promise.all(cards.filter(({ on }) => on === page).map((card) => card.show(visit, of)))
  return shown.filter((card) => card !== undefined)
}
