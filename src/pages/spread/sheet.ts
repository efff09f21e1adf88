import type { MoveRow } from '../../after/adoption/store/adoptions.ts'
import { csv } from '../../platform/text/csv.ts'
import { progressOfWay, words } from './grid.ts'
import { stageOf, type Uptake } from './uptake.ts'

const heads = [
  'Idea',
  'From',
  'Team',
  'Stage',
  'Since',
  'Part of the stage done (%)',
  'Days in the stage',
  'Stalled',
  'Evidence',
  'Source',
  'Why stopped',
]

/** The grid as a sheet: a row for each team with each idea of which anything is recorded. */
export function spreadSheet(
  uptake: Uptake,
  named: Uptake['teams'],
  lastMoves: ReadonlyMap<string, MoveRow>,
  today: string,
): string {
  const titles = new Map(uptake.ideas.map((idea) => [idea.id, idea]))
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const places = new Map(uptake.ideas.map(({ id }, at) => [id as string | null, at]))
  const inOrder = uptake.ways.toSorted(
    (a, b) =>
      (places.get(a.idea) ?? 0) - (places.get(b.idea) ?? 0) ||
      (names.get(a.team) ?? '').localeCompare(names.get(b.team) ?? ''),
  )
  const rows = inOrder.flatMap((way) => {
    const stage = stageOf(way)
    const idea = way.idea === null ? undefined : titles.get(way.idea)
    if (!idea || !names.has(way.team) || stage === 'none') return []
    const { adoption } = way
    const progress = adoption && progressOfWay(adoption, way, today)
    const move = adoption && lastMoves.get(adoption.id)
    return [
      [
        idea.title,
        names.get(idea.team_id) ?? idea.team_id,
        names.get(way.team)!,
        words[stage],
        adoption?.stage_on ?? (stage === 'chose' ? way.choseOn : stage === 'looked' ? way.reflectedOn : null),
        progress?.percent ?? null,
        progress?.days ?? null,
        progress ? (progress.stalled ? 'yes' : 'no') : null,
        move?.evidence ?? null,
        move?.source ?? null,
        move?.reason ?? way.pledges.findLast((pledge) => pledge.released_at)?.release_reason ?? null,
      ],
    ]
  })
  return csv([heads, ...rows])
}
