import { ideaById, ideasOf } from '../../before/ideas/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { pledgeById, pledgesOf } from '../../day/pledges/store.ts'
import type { Card } from '../../pages/card.ts'
import { dayOf } from '../../platform/face/dates.ts'
import type { Db } from '../../platform/store/database.ts'
import { cyclesOf } from '../cycles/store.ts'
import { adopters } from './commands/finding.ts'
import { familyOf } from './rules/lineage.ts'
import { lastOn, progressOf } from './rules/progress.ts'
import { adoptionsOf, type AdoptionRow } from './store/adoptions.ts'
import { adoptionCard, ideaCard, pledgeCard, type Line } from './views/card.ts'

/** Rows of a network with their progress on a day, from a fixed number of queries. */
async function linesOf(
  db: Db,
  network: string,
  now: string,
  which: (row: AdoptionRow) => boolean,
): Promise<Line[]> {
  const rows = (await adoptionsOf(db, network)).filter(which)
  if (rows.length === 0) return []
  const [teams, ideas, pledges, cycles] = await Promise.all([
    teamsOf(db, network),
    ideasOf(db, network),
    pledgesOf(db, network),
    cyclesOf(db, network),
  ])
  return rows.map((row) => {
    const its = new Set(
      pledges.filter((one) => one.idea_id === row.idea_id && one.team_id === row.team_id).map(({ id }) => id),
    )
    const tests = cycles.filter((cycle) => its.has(cycle.pledge_id))
    return {
      at: { network, idea: row.idea_id, team: row.team_id },
      team: teams.find(({ id }) => id === row.team_id)?.name ?? row.team_id,
      idea: ideas.find(({ id }) => id === row.idea_id)?.title ?? row.idea_id,
      stage: row.stage,
      from: row.from_team_id,
      kept: row.kept,
      changed: row.changed,
      progress: progressOf(
        { ...row, since: row.stage_on, lastOn: lastOn(row.updated_at, tests) },
        dayOf(now),
      ),
    }
  })
}

export const adoptionCards: readonly Card[] = [
  {
    on: 'team',
    async show({ db, nouns: { network }, now }, team) {
      const lines = await linesOf(db, network, now, (row) => row.team_id === team)
      return lines.length > 0 ? adoptionCard('How far it has come', lines, 'idea') : undefined
    },
  },
  {
    on: 'idea',
    async show({ db, nouns: { network }, now }, idea) {
      const lines = await linesOf(db, network, now, (row) => row.idea_id === idea)
      const row = lines.length > 0 ? await ideaById(db, network, idea) : undefined
      return (
        row &&
        ideaCard(
          lines,
          familyOf(
            row.team_id,
            lines.map(({ at, from }) => ({ team: at.team, from })),
          ),
          await teamsOf(db, network),
        )
      )
    },
  },
  {
    on: 'pledge',
    async show({ db, nouns: { network }, now, actor }, id) {
      const pledge = await pledgeById(db, network, id)
      if (!pledge?.idea_id) return undefined
      const at = { network, idea: pledge.idea_id, team: pledge.team_id }
      const [line] = await linesOf(
        db,
        network,
        now,
        (row) => row.idea_id === at.idea && row.team_id === at.team,
      )
      const may = await adopters.allows(db, at, actor)
      return line || may ? pledgeCard(at, line) : undefined
    },
  },
]
