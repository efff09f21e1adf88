import { teamById } from '../../before/networks/store/networks.ts'
import { itsPledgeTeam } from '../../day/pledges/commands.ts'
import { pledgeById, pledgesOf } from '../../day/pledges/store.ts'
import type { Card } from '../../pages/card.ts'
import { paths } from '../../paths.ts'
import { linesOfMeasures } from './store/lines.ts'
import { measuresOf } from './store/measures.ts'
import { seriesKeepers } from './store/who.ts'
import { measuresCard } from './views/cards.ts'

const standing = async (...of: Parameters<typeof measuresOf>) =>
  (await measuresOf(...of)).filter(({ retired_at }) => retired_at === null)

export const measureCards: readonly Card[] = [
  {
    on: 'network',
    async show({ db, nouns: { network } }) {
      const shared = (await standing(db, network)).filter(({ team_id }) => team_id === null)
      const lines = await linesOfMeasures(db, network, shared)
      const together = lines.filter(({ team }) => team === null)
      return together.length > 0
        ? measuresCard(network, together, { none: '', named: 'measure', size: 'l' })
        : undefined
    },
  },
  {
    on: 'pledge',
    async show({ db, nouns: { network }, actor }, pledge) {
      const row = await pledgeById(db, network, pledge)
      if (!row) return undefined
      const own = (await standing(db, network)).filter(({ pledge_id }) => pledge_id === pledge)
      const lines = await linesOfMeasures(db, network, own)
      const at = { network, event: row.event_id, pledge }
      const may = !row.released_at && (await itsPledgeTeam.allows(db, at, actor))
      if (lines.length === 0 && !may) return undefined
      const none = 'No measure follows this pledge yet. One that is easy to keep is enough to see a change.'
      const from = new URLSearchParams({
        team: row.team_id,
        pledge,
        ...(row.idea_id && { idea: row.idea_id }),
      })
      const add = may ? `${paths.newMeasure({ network })}?${from}` : undefined
      return measuresCard(network, lines, { none, add, named: 'measure', size: 'l' })
    },
  },
  {
    on: 'team',
    async show({ db, nouns: { network }, actor }, team) {
      const all = (await standing(db, network)).filter(({ team_id }) => team_id === null || team_id === team)
      const lines = (await linesOfMeasures(db, network, all)).filter((line) => line.team?.id === team)
      if (!(await teamById(db, network, team))) return undefined
      const may = await seriesKeepers.allows(db, { network, team }, actor)
      if (lines.length === 0 && !may) return undefined
      const add = may ? `${paths.newMeasure({ network })}?${new URLSearchParams({ team })}` : undefined
      return measuresCard(network, lines, { none: 'No measure has been defined yet.', add, named: 'measure' })
    },
  },
  {
    on: 'idea',
    async show({ db, nouns: { network } }, idea) {
      const [all, pledges] = await Promise.all([standing(db, network), pledgesOf(db, network)])
      const of = new Set(pledges.filter((one) => one.idea_id === idea).map(({ id }) => id))
      const own = all.filter(
        ({ idea_id, pledge_id }) => idea_id === idea || (pledge_id !== null && of.has(pledge_id)),
      )
      const lines = await linesOfMeasures(db, network, own)
      return lines.length > 0 ? measuresCard(network, lines, { none: '', named: 'both' }) : undefined
    },
  },
]
