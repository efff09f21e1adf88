import type { AdoptionStage } from '../../after/adoption/rules/ladder.ts'
import { adoptionsOf, type AdoptionRow } from '../../after/adoption/store/adoptions.ts'
import { cyclesOf, type CycleRow } from '../../after/cycles/store.ts'
import { plansOf } from '../../after/plans/store.ts'
import { isRecordedNowhere, unrecordedThings as gaps, type Unrecorded } from '../../before/events/rules.ts'
import { eventsOf } from '../../before/events/store.ts'
import { ideasOf, type IdeaRow } from '../../before/ideas/store.ts'
import { teamsOf, type TeamRow } from '../../before/networks/store/networks.ts'
import { asksOf, type AnsweredAsk } from '../../day/asks/store.ts'
import { teamChoicesOf } from '../../day/ballots/ballot/store/ballots.ts'
import { choicesToConfirm } from '../../day/ballots/counting/store/choices.ts'
import { pledgesOf, type PledgeRow } from '../../day/pledges/store.ts'
import { reflectedIn } from '../../day/reflections/store.ts'
import { dayOf } from '../../platform/face/dates.ts'
import type { Db } from '../../platform/store/database.ts'

/** A team with an idea, or with a pledge that names none: what it has done, each with its day. */
export interface Way {
  team: string
  idea: string | null
  /** The team brought the idea itself. */
  home: boolean
  reflectedOn: string | null
  choseOn: string | null
  pledges: PledgeRow[]
  asks: AnsweredAsk[]
  plannedOn: string | null
  cycles: CycleRow[]
  /** The record of how far it has come, where somebody keeps one: it decides. */
  adoption: AdoptionRow | undefined
}

export interface Uptake {
  /** The gaps in the records of the only events that there were: of what nobody wrote down, nothing is said. */
  unrecorded: ReadonlySet<Unrecorded>
  ideas: readonly IdeaRow[]
  teams: readonly TeamRow[]
  ways: Way[]
}

const keyOf = (team: string, idea: string | null) => `${team} ${idea ?? ''}`

/** The furthest that a team has come with an idea. */
export const stageNames = [
  'none',
  'home',
  'looked',
  'chose',
  'interested',
  'pledged',
  'planning',
  'tests',
  'adapting',
  'implementing',
  'adopted',
  'sustained',
  'paused',
  'declined',
  'stopped',
] as const
export type Stage = (typeof stageNames)[number]

/** The stages of the record under the names that they have here. */
const recorded: Partial<Record<AdoptionStage, Stage>> = { testing: 'tests', abandoned: 'stopped' }

/** Stages in which a team has tried the idea out, at least. */
export const tried: readonly Stage[] = ['tests', 'adapting', 'implementing', 'adopted', 'sustained']

/** Stages in which it was ended, each with a reason. */
export const ended: readonly Stage[] = ['stopped', 'declined', 'paused']

export function stageOf(way: Way | undefined): Stage {
  if (!way) return 'none'
  if (way.adoption) return recorded[way.adoption.stage] ?? (way.adoption.stage as Stage)
  const standing = way.pledges.filter((pledge) => !pledge.released_at)
  if (way.cycles.at(-1)?.decision === 'abandon') return 'stopped'
  if (way.cycles.length > 0) return 'tests'
  if (standing.length > 0) return 'pledged'
  if (way.pledges.length > 0) return 'stopped'
  if (way.home) return 'home'
  if (way.choseOn) return 'chose'
  return way.reflectedOn ? 'looked' : 'none'
}

/** Every way of every team in a network, from a fixed number of queries. */
export async function uptakeOf(db: Db, network: string): Promise<Uptake> {
  const [events, ideas, teams, reflected, chosen, byVote, pledges, asks, plans, cycles, adoptions] =
    await Promise.all([
      eventsOf(db, network),
      ideasOf(db, network),
      teamsOf(db, network),
      reflectedIn(db, network),
      teamChoicesOf(db, network),
      choicesToConfirm(db, { network }),
      pledgesOf(db, network),
      asksOf(db, network),
      plansOf(db, network),
      cyclesOf(db, network),
      adoptionsOf(db, network),
    ])
  const ways = new Map<string, Way>()
  const homes = new Map(ideas.map((idea) => [idea.id, idea.team_id]))
  const way = (team: string, idea: string | null): Way => {
    const known = ways.get(keyOf(team, idea))
    if (known) return known
    const home = idea !== null && homes.get(idea) === team
    const made: Way = {
      team,
      idea,
      home,
      reflectedOn: null,
      choseOn: null,
      pledges: [],
      asks: [],
      plannedOn: null,
      cycles: [],
      adoption: undefined,
    }
    ways.set(keyOf(team, idea), made)
    return made
  }
  for (const idea of ideas) way(idea.team_id, idea.id)
  for (const one of reflected) way(one.team_id, one.idea_id).reflectedOn = dayOf(one.updated_at)
  for (const { team, idea, revealedAt } of byVote) if (idea) way(team, idea.id).choseOn = dayOf(revealedAt)
  for (const one of chosen) way(one.team_id, one.idea_id).choseOn = dayOf(one.confirmed_at)
  for (const one of adoptions) way(one.team_id, one.idea_id).adoption = one
  const ofPledge = new Map<string, Way>()
  for (const pledge of pledges) {
    const its = way(pledge.team_id, pledge.idea_id)
    its.pledges.push(pledge)
    ofPledge.set(pledge.id, its)
  }
  for (const ask of asks) if (!ask.withdrawn_at) ofPledge.get(ask.pledge_id)?.asks.push(ask)
  for (const cycle of cycles) ofPledge.get(cycle.pledge_id)?.cycles.push(cycle)
  for (const plan of plans) {
    const its = plan.pledge_id ? ofPledge.get(plan.pledge_id) : undefined
    if (its) its.plannedOn = dayOf(plan.created_at)
  }
  const unrecorded = new Set(gaps.filter((gap) => isRecordedNowhere(events, gap)))
  return { unrecorded, ideas, teams, ways: [...ways.values()] }
}

const order: readonly Stage[] = [
  'sustained',
  'adopted',
  'implementing',
  'adapting',
  'tests',
  'planning',
  'pledged',
  'interested',
  'chose',
  'paused',
  'declined',
  'stopped',
]

/** The ways of a team that have come further than a look, the furthest first. */
export const taken = (uptake: Uptake, team: string): Way[] =>
  uptake.ways
    .filter((way) => way.team === team && order.includes(stageOf(way)))
    .toSorted((a, b) => order.indexOf(stageOf(a)) - order.indexOf(stageOf(b)))
