import { teamById } from '../../before/networks/store/networks.ts'
import { itsPledgeTeam } from '../../day/pledges/commands.ts'
import { pledgeById, pledgesOf } from '../../day/pledges/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import type { Card } from '../../pages/card.ts'
import { paths } from '../../paths.ts'
import { viewOf } from './record.ts'
import { cyclesOf, cyclesOfPledge } from './store.ts'
import { cyclesCard } from './views/page.ts'

export const cycleCards: readonly Card[] = [
  {
    on: 'pledge',
    async show({ db, nouns: { network }, actor }, pledge) {
      const row = await pledgeById(db, network, pledge)
      if (!row) return undefined
      const at = { network, event: row.event_id, pledge }
      const cycles = (await cyclesOfPledge(db, network, pledge)).map(viewOf)
      const may = !row.released_at && (await itsPledgeTeam.allows(db, at, actor))
      if (cycles.length === 0 && !may) return undefined
      const none = 'No test has been planned yet. A first one may be small: one person, one day.'
      return cyclesCard(network, cycles, { none, add: may ? paths.newCycle(at) : undefined, size: 'l' })
    },
  },
  {
    on: 'team',
    async show({ db, nouns: { network } }, team) {
      const cycles = (await cyclesOf(db, network)).filter((one) => one.team_id === team).map(viewOf)
      return cycles.length > 0 && (await teamById(db, network, team))
        ? cyclesCard(network, cycles, { none: '' })
        : undefined
    },
  },
  {
    on: 'idea',
    async show({ db, nouns: { network } }, idea) {
      const [pledges, all, teams] = await Promise.all([
        pledgesOf(db, network),
        cyclesOf(db, network),
        teamsOf(db, network),
      ])
      const of = new Set(pledges.filter((one) => one.idea_id === idea).map(({ id }) => id))
      const names = new Map(teams.map(({ id, name }) => [id, name]))
      const cycles = all
        .filter((one) => of.has(one.pledge_id))
        .map((row) => ({ ...viewOf(row), by: names.get(row.team_id) ?? '' }))
      return cycles.length > 0 ? cyclesCard(network, cycles, { none: '' }) : undefined
    },
  },
]
