import { eventsOf } from '../../before/events/store.ts'
import { ideasOf } from '../../before/ideas/store.ts'
import { membersOf, networkById, teamsOf } from '../../before/networks/store/networks.ts'
import { organisers } from '../../before/networks/store/roles.ts'
import { dayOf } from '../../platform/face/dates.ts'
import type { RequestContext, Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { capitalised } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { goneSince } from '../../whole/removing/rules.ts'
import { removedOf } from '../../whole/removing/store.ts'
import { uptakeOf } from '../spread/uptake.ts'
import { eventsShown } from './routes.ts'
import { eventsPage } from './views/events.ts'
import { setUpPage } from './views/set-up.ts'
import { teamsPage } from './views/teams.ts'

type Visit = RequestContext<{ network: string }>

const crumbsTo = (network: { id: string; name: string }) => [
  { href: paths.network({ network: network.id }), text: network.name },
]

/** The places of a network that are lists: its teams, its events, and what organisers set up. */
export function networkLists(site: Site): void {
  site.page({
    at: paths.teams,
    who: everyone,
    async read({ db, nouns, actor }: Visit) {
      const network = await networkById(db, nouns.network)
      if (!network) return undefined
      return {
        network,
        uptake: await uptakeOf(db, network.id),
        organising: await organisers.allows(db, nouns, actor),
      }
    },
    show: (data) => ({
      title: capitalised(data.network.team_noun_plural),
      body: teamsPage(data),
      crumbs: crumbsTo(data.network),
      wide: true,
    }),
  })
  site.page({
    at: paths.events,
    who: everyone,
    async read({ db, nouns, actor, now }: Visit) {
      const network = await networkById(db, nouns.network)
      if (!network) return undefined
      return {
        network: { id: network.id, name: network.name, teamNounPlural: network.team_noun_plural },
        events: await eventsShown(db, network.id, dayOf(now)),
        organising: await organisers.allows(db, nouns, actor),
      }
    },
    show: (data) => ({
      title: 'Events',
      body: eventsPage(data),
      crumbs: crumbsTo(data.network),
      wide: true,
    }),
  })
  site.page({
    at: paths.setUp,
    who: organisers,
    async read({ db, nouns, now }: Visit) {
      const network = await networkById(db, nouns.network)
      if (!network) return undefined
      return {
        network,
        teams: await teamsOf(db, network.id),
        ideas: await ideasOf(db, network.id),
        events: await eventsOf(db, network.id),
        people: (await membersOf(db, network.id)).length,
        removed: (await removedOf(db, network.id, goneSince(now))).length,
      }
    },
    show: (data) => ({
      title: 'Set up',
      body: setUpPage(data),
      crumbs: crumbsTo(data.network),
      wide: true,
    }),
  })
}
