import { ideasOf } from '../../before/ideas/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import type { ToDo } from '../../pages/home/todo.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { dueChecks, plannedChecks } from './store/checks.ts'

/** Checks after adoption that are due: a team's own, for those who work in it. */
export const checksToAnswer: ToDo = async (db, roles, now) => {
  const teams = new Map<string, Set<string>>()
  for (const { network_id, team_id, role } of roles)
    if (team_id && ['lead', 'member', 'representative'].includes(role))
      teams.set(network_id, (teams.get(network_id) ?? new Set()).add(team_id))
  const all = await Promise.all(
    [...teams].map(async ([network, own]) => {
      const due = dueChecks(await plannedChecks(db, network), dayOf(now)).filter(({ adoption }) =>
        own.has(adoption.team_id),
      )
      const [first] = due
      if (!first) return []
      const [ideas, named] = await Promise.all([ideasOf(db, network), teamsOf(db, network)])
      const at = { network, idea: first.adoption.idea_id, team: first.adoption.team_id }
      const title = ideas.find(({ id }) => id === at.idea)?.title ?? ''
      const team = named.find(({ id }) => id === at.team)?.name ?? ''
      return [
        {
          text:
            due.length === 1
              ? `Say if “${title}” is still in use`
              : `Say if ${counted(due.length, 'change')} are still in use`,
          href:
            due.length === 1
              ? paths.adoptionCheck({ ...at, months: String(first.months) })
              : paths.team({ network, team: at.team }),
          hint: `${team}: due since ${day(first.dueOn)}`,
        },
      ]
    }),
  )
  return all.flat()
}
