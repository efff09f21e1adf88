import { progressOfWay } from './grid.ts'
import { stageNames, stageOf, type Stage, type Uptake, type Way } from './uptake.ts'

/** The choices above the grid. What is not chosen is an empty word. */
export interface Filter {
  idea: string
  team: string
  stage: '' | Stage
  stalled: boolean
  /** The page of ideas and that of teams, from 1. */
  ideasPage: number
  teamsPage: number
}

export const mostIdeasShown = 20
export const mostTeamsShown = 10

/** Stages that one can ask for: where an idea comes from, and where nothing is, are none of them. */
export const filterStages: readonly Stage[] = stageNames.filter(
  (stage) => stage !== 'none' && stage !== 'home',
)

const pageOf = (text: string | undefined) => Math.max(1, Math.min(1000, Math.trunc(Number(text)) || 1))

/** The filter that an address asks for; what it cannot mean counts as not chosen. */
export const filterOf = (query: Record<string, string>, { ideas, teams }: Uptake): Filter => ({
  idea: ideas.find(({ id }) => id === query['idea'])?.id ?? '',
  team: teams.find(({ id }) => id === query['team'])?.id ?? '',
  stage: filterStages.find((stage) => stage === query['stage']) ?? '',
  stalled: query['stalled'] === 'yes',
  ideasPage: pageOf(query['ideas']),
  teamsPage: pageOf(query['teams']),
})

/** The address of a filter, after the path of the page. */
export function queryOf(filter: Filter): string {
  const { idea, team, stage, stalled, ideasPage, teamsPage } = filter
  const asked = new URLSearchParams({
    ...(idea && { idea }),
    ...(team && { team }),
    ...(stage && { stage }),
    ...(stalled && { stalled: 'yes' }),
    ...(ideasPage > 1 && { ideas: String(ideasPage) }),
    ...(teamsPage > 1 && { teams: String(teamsPage) }),
  }).toString()
  return asked ? `?${asked}` : ''
}

const isNarrow = ({ stage, stalled }: Filter) => stage !== '' || stalled

export const isStalled = (way: Way, today: string): boolean =>
  way.adoption !== undefined && progressOfWay(way.adoption, way, today).stalled

const fits = (way: Way, { idea, team, stage, stalled }: Filter, today: string): boolean =>
  way.idea !== null &&
  (!idea || way.idea === idea) &&
  (!team || way.team === team) &&
  (!stage || stageOf(way) === stage) &&
  (!stalled || isStalled(way, today))

/** The part of the uptake that a filter asks for: its ways, and the ideas and teams that these are of. */
export function filtered(uptake: Uptake, filter: Filter, today: string): Uptake {
  const ways = uptake.ways.filter((way) => fits(way, filter, today))
  const narrow = isNarrow(filter)
  const [ideas, teams] = [new Set(ways.map(({ idea }) => idea)), new Set(ways.map(({ team }) => team))]
  return {
    ...uptake,
    ways,
    ideas: uptake.ideas.filter(
      ({ id }) => (!filter.idea || id === filter.idea) && (!narrow || ideas.has(id)),
    ),
    teams: uptake.teams.filter(
      ({ id }) => (!filter.team || id === filter.team) && (!narrow || teams.has(id)),
    ),
  }
}

export interface Paged {
  uptake: Uptake
  ideas: { page: number; pages: number; all: number }
  teams: { page: number; pages: number; all: number }
}

function pageOfList<One>(list: readonly One[], asked: number, most: number) {
  const pages = Math.max(1, Math.ceil(list.length / most))
  const page = Math.min(asked, pages)
  return { shown: list.slice((page - 1) * most, page * most), page, pages, all: list.length }
}

/** So many ideas and teams as can be read at once. */
export function pagedUptake(uptake: Uptake, { ideasPage, teamsPage }: Filter): Paged {
  const ideas = pageOfList(uptake.ideas, ideasPage, mostIdeasShown)
  const teams = pageOfList(uptake.teams, teamsPage, mostTeamsShown)
  const [ofIdeas, ofTeams] = [
    new Set<string | null>(ideas.shown.map(({ id }) => id)),
    new Set(teams.shown.map(({ id }) => id)),
  ]
  return {
    uptake: {
      ...uptake,
      ideas: ideas.shown,
      teams: teams.shown,
      ways: uptake.ways.filter((way) => ofIdeas.has(way.idea) && ofTeams.has(way.team)),
    },
    ideas,
    teams,
  }
}
