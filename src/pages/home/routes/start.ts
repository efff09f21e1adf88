import { allNetworks, membershipsOf, type NetworkRow } from '../../../before/networks/store/networks.ts'
import { everyone } from '../../../platform/store/command.ts'
import { choicesToConfirm } from '../../../day/ballots/store/choices.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { startPage, type Waiting } from '../views/start.ts'
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
      return {
        waiting: await waitingFor(visit),
        mine,
        others: inOrder(others),
        signedIn: kind === 'person',
        mayStart: kind !== 'attendee',
      }
    },
    show: (props, visit) => ({ title: 'Start', body: startPage(props, visit) }),
  })
  statements(site)
}

/** What a lead has to confirm, in every network. */
async function waitingFor({ db, actor }: RequestContext): Promise<Waiting[]> {
  const roles = actor.kind === 'person' ? await membershipsOf(db, actor.id) : []
  const open: Waiting[] = []
  for (const { network_id: network, role, team_id: team } of roles)
    if (role === 'lead' && team) {
      const toConfirm = await choicesToConfirm(db, { network, team })
      for (const { event, ballot, question, teamName, idea } of toConfirm)
        open.push({
          // Of several votes each is told by what it asked.
          text: `Confirm what ${teamName} chose${toConfirm.length > 1 ? `: ${question}` : ''}`,
          href: paths.teamChoice({ network, event, ballot, team }),
          hint: idea ? `Chosen by vote: ${idea.title}` : 'The vote does not say: choose together',
        })
    }
  return open
}

async function ownNetworks({ db, actor }: RequestContext): Promise<Set<string>> {
  if (actor.kind === 'attendee') return new Set([actor.network])
  const roles = actor.kind === 'person' ? await membershipsOf(db, actor.id) : []
  return new Set(roles.map((role) => role.network_id))
}

/** Real work comes before what is for trying out. */
const inOrder = (networks: NetworkRow[]): NetworkRow[] => [
  ...networks.filter((one) => one.kind === 'real'),
  ...networks.filter((one) => one.kind !== 'real'),
]
