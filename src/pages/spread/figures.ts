import { hasAdopted } from '../../after/adoption/rules/ladder.ts'
import { linesOf } from '../../after/adoption/rules/figures.ts'
import type { MoveRow } from '../../after/adoption/store/adoptions.ts'
import { dayOf } from '../../platform/face/dates.ts'
import type { Figure } from '../../platform/face/figures.ts'
import { counted } from '../../platform/text/english.ts'
import type { Uptake } from './uptake.ts'

interface Nouns {
  team: string
  teams: string
}

const daysFrom = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return undefined
  return sorted.length % 2 ? sorted[middle] : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** The teams that have adopted an idea of another, each with the day of its first, as far as it stands. */
export function adopters(uptake: Uptake, moves: readonly MoveRow[]): { team: string; on: string }[] {
  const firsts = new Map<string, string>()
  for (const move of moves)
    if (hasAdopted(move.stage) && !firsts.has(move.adoption_id)) firsts.set(move.adoption_id, move.on_day)
  const byTeam = new Map<string, string>()
  for (const { adoption, home, team } of uptake.ways) {
    if (!adoption || home || !hasAdopted(adoption.stage)) continue
    const on = firsts.get(adoption.id) ?? adoption.stage_on
    if (!byTeam.has(team) || on < byTeam.get(team)!) byTeam.set(team, on)
  }
  return [...byTeam]
    .map(([team, on]) => ({ team, on }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function adoption(uptake: Uptake, adopted: number, { team, teams }: Nouns): Figure | undefined {
  if (!uptake.ways.some((way) => way.adoption && !way.home)) return undefined
  return {
    value: `${adopted} of ${uptake.teams.length}`,
    what: `${adopted === 1 ? `${team} has` : `${teams} have`} adopted an idea of another`,
  }
}

function conversion({ ways, unrecorded }: Uptake): Figure | undefined {
  const pledges = ways.flatMap((way) => way.pledges)
  if (pledges.length === 0 || unrecorded.has('plans')) return undefined
  const finished = new Set(
    ways.flatMap((way) => way.cycles.filter((one) => one.decided_at).map((one) => one.pledge_id)),
  ).size
  return {
    value: `${finished} of ${pledges.length}`,
    what: `${pledges.length === 1 ? 'pledge' : 'pledges'} led to a finished test`,
  }
}

function toFirstTest({ ways, unrecorded }: Uptake): Figure | undefined {
  if (unrecorded.has('plans')) return undefined
  const pledges = ways.flatMap((way) => way.pledges)
  const first = new Map<string, string>()
  for (const one of ways.flatMap((way) => way.cycles))
    if (!first.has(one.pledge_id)) first.set(one.pledge_id, dayOf(one.planned_at))
  const days = pledges.flatMap(({ id, made_at }) =>
    first.has(id) ? [Math.max(0, daysFrom(dayOf(made_at), first.get(id)!))] : [],
  )
  const middle = median(days)
  if (middle === undefined) return undefined
  return {
    value: counted(middle, 'day'),
    what: `from a pledge to its first test (median of the ${days.length} of ${pledges.length} that have one)`,
  }
}

function reach({ ways }: Uptake): Figure | undefined {
  const records = ways.flatMap((way) => way.adoption ?? [])
  const told = records.filter((one) => one.reached !== null && one.eligible !== null)
  if (told.length === 0) return undefined
  const [reached, eligible] = [sum(told.map((one) => one.reached!)), sum(told.map((one) => one.eligible!))]
  return {
    value: `${reached.toLocaleString('en-GB')} of ${eligible.toLocaleString('en-GB')}`,
    what: `people for whom it is meant received it, where ${told.length} of ${counted(records.length, 'record')} say so`,
  }
}

function fidelity({ ways }: Uptake): Figure | undefined {
  const records = ways.flatMap((way) => way.adoption ?? [])
  const told = records
    .map(({ in_use, not_in_use }) => ({
      used: linesOf(in_use).length,
      unused: linesOf(not_in_use).length,
    }))
    .filter(({ used, unused }) => used + unused > 0)
  if (told.length === 0) return undefined
  const used = sum(told.map((one) => one.used))
  return {
    value: `${used} of ${used + sum(told.map((one) => one.unused))}`,
    what: `core parts are in use, where ${told.length} of ${counted(records.length, 'record')} name them`,
  }
}

/** How it spreads, in figures with what each is a part of; none of what nobody recorded. */
export const spreadFigures = (uptake: Uptake, adopted: number, nouns: Nouns): Figure[] =>
  [
    adoption(uptake, adopted, nouns),
    conversion(uptake),
    toFirstTest(uptake),
    reach(uptake),
    fidelity(uptake),
  ].filter((one) => one !== undefined)

/** The rate of spread in a sentence: how many of all by now, and how many of them in the last three months. */
export function rateSentence(
  adopted: readonly { on: string }[],
  all: number,
  today: string,
  { team, teams }: Nouns,
): string {
  const from = Temporal.PlainDate.from(today).subtract({ months: 3 }).toString()
  const lately = adopted.filter(({ on }) => on > from).length
  const has = adopted.length === 1 ? `${team} has` : `${teams} have`
  return `${adopted.length} of ${all} ${has} adopted an idea of another, ${lately} of them in the last three months.`
}
