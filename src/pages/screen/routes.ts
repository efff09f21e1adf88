import { eventTopic } from '../../before/events/rules.ts'
import { eventById } from '../../before/events/store.ts'
import { organisers } from '../../before/networks/store/roles.ts'
import { isScreenShows } from '../../day/programme/rules/links.ts'
import { html } from '../../platform/face/html.ts'
import { everyone } from '../../platform/store/command.ts'
import type { Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { revisionOf } from '../../platform/store/journal.ts'
import { streamOf } from '../now/day.ts'
import { screenPage, type ScreenChoices } from './page.ts'
import { presenterPage, presenterPart, presentingAt } from './presenter.ts'
import { screenOf } from './reading.ts'
import { linkTyped, openedBy, shownPart } from './screen-link.ts'

/** The choices in the address: the content of the Screen, and its size. */
const choicesOf = (query: Record<string, string>): ScreenChoices => ({
  shows: isScreenShows(query['shows']) ? query['shows'] : 'day',
  large: query['print'] === 'large',
})

const partOf = ({ shows }: ScreenChoices) => (shows === 'day' ? 'screen' : `screen-${shows}`)

/** The Screen for the whole room. Nobody signs in for it, so it names nobody. */
export function screenPages(site: Site): void {
  site.page({
    at: paths.screen,
    who: everyone,
    async read({ db, nouns, now, query }) {
      const choices = choicesOf(query)
      const live = await streamOf(db, nouns, partOf(choices))
      const shown = await screenOf(db, nouns, now, choices.shows)
      return shown && { live, shown, choices }
    },
    show: ({ live, shown, choices }, { address }) => ({
      title: `Screen: ${shown.event.name}`,
      bare: 'screen',
      live,
      body: screenPage(shown, choices, address, partOf(choices)),
    }),
  })
  presenting(site)
  opening(site)
}

/** For the presenter. The hosts' notes stand on it, so it is theirs, and for holders of a link that they made. */
function presenting(site: Site): void {
  site.page({
    at: paths.presenter,
    who: organisers,
    async read({ db, nouns, now }) {
      const since = await revisionOf(db, eventTopic(nouns))
      const shown = await presentingAt(db, nouns, now)
      return shown && { live: `${paths.presenterLive(nouns)}?since=${since}`, shown }
    },
    show: ({ live, shown }) => ({
      title: `Presenter: ${shown.day.event.name}`,
      bare: 'screen',
      live,
      body: presenterPage(shown, 'presenter', true),
    }),
  })
  site.live({
    at: paths.presenterLive,
    who: organisers,
    there: (db, { network, event }) => eventById(db, network, event),
    topic: eventTopic,
    byTheMinute: true,
    parts: {
      async presenter(db, nouns, now) {
        const shown = await presentingAt(db, nouns, now)
        return shown ? presenterPart(shown) : html``
      },
    },
  })
}

/** The page of a link for a machine that nobody signs in on. People with the code may look until it ends. */
function opening(site: Site): void {
  site.page({
    at: paths.showLink,
    who: everyone,
    async read(visit) {
      const link = await linkTyped(visit.db, visit.nouns.code)
      if (!link) return undefined
      const at = { network: link.network_id, event: link.event_id }
      const since = await revisionOf(visit.db, eventTopic(at))
      const opened = await openedBy(visit)
      return opened && { ...opened, live: `${paths.showLive({ ...at, code: link.code })}?since=${since}` }
    },
    show: ({ link, name, body, live, status }) => ({
      ...(status && { status }),
      title: `${link.opens === 'screen' ? 'Screen' : 'Presenter'}: ${name}`,
      network: link.network_id,
      bare: 'screen',
      live,
      body,
    }),
  })
  site.live({
    at: paths.showLive,
    who: everyone,
    async there(db, { network, event, code }) {
      const link = await linkTyped(db, code)
      return link?.network_id === network && link.event_id === event ? link : undefined
    },
    topic: eventTopic,
    byTheMinute: true,
    parts: { show: shownPart },
  })
}
