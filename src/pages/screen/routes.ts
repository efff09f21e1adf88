import { everyone } from '../../platform/store/command.ts'
import type { Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { streamOf } from '../now/day.ts'
import { screenOf } from './reading.ts'
import { screenPage } from './views.ts'

/** What the whole room looks at. Nobody signs in for it, so it names nobody. */
export function screenPages(site: Site): void {
  site.page({
    at: paths.screen,
    who: everyone,
    async read({ db, nouns, now }) {
      const live = await streamOf(db, nouns, 'screen')
      const shown = await screenOf(db, nouns, now)
      return shown && { live, shown }
    },
    show: ({ live, shown }, { address }) => ({
      title: `Screen: ${shown.event.name}`,
      bare: 'screen',
      live,
      body: screenPage(shown, address),
    }),
  })
}
