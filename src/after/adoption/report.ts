import { ideasOf } from '../../before/ideas/store.ts'
import { list, paragraph, type ReportPart } from '../../before/events/report.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { pledgesAt } from '../../day/pledges/store.ts'
import { day } from '../../platform/face/dates.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { hasAdopted, isExit, stageDeeds } from './rules/ladder.ts'
import { adoptionsOf, movesOf, type AdoptionRow } from './store/adoptions.ts'

/** The ideas that teams pledged to test on the day and have adopted or stopped since, with the reason. */
export const adoptionPart: ReportPart = {
  heading: 'What was adopted, and what was stopped',
  async read(db, { network, event }) {
    const pledges = await pledgesAt(db, network, event)
    const taken = new Set(pledges.map(({ idea_id, team_id }) => `${idea_id} ${team_id}`))
    const rows = (await adoptionsOf(db, network)).filter(
      ({ idea_id, team_id, stage }) =>
        taken.has(`${idea_id} ${team_id}`) && (hasAdopted(stage) || isExit(stage)),
    )
    if (rows.length === 0) return []
    const [teams, ideas, moves] = await Promise.all([
      teamsOf(db, network),
      ideasOf(db, network),
      movesOf(db, network),
    ])
    const names = new Map(teams.map(({ id, name }) => [id, name]))
    const titles = new Map(ideas.map(({ id, title }) => [id, title]))
    const last = new Map(moves.map((move) => [move.adoption_id, move]))
    const line = (row: AdoptionRow) => {
      const reason = last.get(row.id)?.reason
      return [
        {
          text: titles.get(row.idea_id) ?? row.idea_id,
          href: paths.adoption({ network, idea: row.idea_id, team: row.team_id }),
          from: 'The record of how far it has come',
        },
        `: ${names.get(row.team_id) ?? row.team_id} ${stageDeeds[row.stage]} (${day(row.stage_on)})${
          isExit(row.stage) && reason ? `. ${reason}` : ''
        }`,
      ]
    }
    const adopted = rows.filter(({ stage }) => hasAdopted(stage)).length
    return [
      paragraph(`Of ${counted(pledges.length, 'pledge')}, ${adopted} led to a change that was adopted:`),
      list(rows.map(line)),
    ]
  },
}
