import { allNetworks, membershipsOf, type NetworkRow } from '../../../before/networks/store/networks.ts'
import { heldIn } from '../../../before/events/store.ts'
import { zone } from '../../../before/events/rules.ts'
import { todayIn } from '../../../platform/face/dates.ts'
import { everyone } from '../../../platform/store/command.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { waitingFor } from '../waiting.ts'
import { startPage } from '../views/start.ts'
import { statements } from './statements.ts'

export function home(site: Site): void {
  site.page({
    at: paths.home,
    who: everyone,
    async read(visit) {
      const own = await ownNetworks(visit)
      const all = await allNetworks(visit.db)
      const mine = all.filter((one) => own.has(one.id))
      // A rehearsal is for those who rehearse; to anyone else it would look like the day itself.
      const others = all.filter((one) => !own.has(one.id) && one.kind !== 'rehearsal')
      const { kind } = visit.actor
      const shown = others.filter((one) => one.kind === 'demonstration').map(({ id }) => id)
      const held = await heldIn(visit.db, shown, todayIn(zone, visit.now))
      return {
        waiting: await waitingFor(visit),
        mine,
        others: inOrder(others),
        finished: shown.find((id) => held.has(id)),
        signedIn: kind === 'person',
        mayStart: kind !== 'attendee',
      }
    },
    show: (props, visit) => ({ title: 'Start', body: startPage(props, visit), wide: true }),
  })
  statements(site)
}

async function ownNetworks({ db, actor }: RequestContext): Promise<Set<string>> {
  if (actor.kind === 'attendee') return new Set([actor.network])
  const roles = actor.kind === 'person' ? await membershipsOf(db, actor.id) : []
  return new Set(roles.map((role) => role.network_id))
}

/** Real networks come before those for trying out. */
const inOrder = (networks: NetworkRow[]): NetworkRow[] => [
  ...networks.filter((one) => one.kind === 'real'),
  ...networks.filter((one) => one.kind !== 'real'),
]
