/** A part of an agenda with the time that it may take. */
export interface Box {
  title: string
  from: string
  until: string
}

interface Talked {
  title: string
  /** How much there is to talk about; with nothing it takes one step. */
  items: number
}

/** One part with many things does not take the time of all others. */
const most = 6
const short = 45

/**
 * Shares the time of a meeting among the parts of its agenda, by how much there is in each, in steps of five minutes (of
 * one, in a short meeting). Each part has one step at least, and together they take the whole time; where there are more
 * parts than steps, nothing is said.
 */
export function timeBoxes(
  { starts_at, ends_at }: { starts_at: string; ends_at: string },
  parts: readonly Talked[],
): Box[] {
  const minutes = Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / 60_000)
  const step = minutes < short || minutes / 5 < parts.length ? 1 : 5
  const steps = Math.floor(minutes / step)
  if (parts.length === 0 || steps < parts.length) return []
  const shares = shared(
    steps,
    parts.map(({ items }) => Math.min(most, items)),
  )
  let gone = 0
  return parts.map(({ title }, at) => {
    const from = gone
    gone += shares[at]! * step
    const isLast = at === parts.length - 1
    return { title, from: after(starts_at, from), until: isLast ? ends_at : after(starts_at, gone) }
  })
}

const after = (iso: string, minutes: number) => new Date(Date.parse(iso) + minutes * 60_000).toISOString()

/** Whole steps by weight, one at least; what rounding leaves goes to those that it cut most. */
function shared(steps: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, one) => sum + one, 0)
  if (all === 0)
    return shared(
      steps,
      weights.map(() => 1),
    )
  const free = steps - weights.length
  const exact = weights.map((one) => (free * one) / all)
  const shares = exact.map((one) => 1 + Math.floor(one))
  const rest = steps - shares.reduce((sum, one) => sum + one, 0)
  const cut = exact
    .map((one, at) => ({ at, lost: one - Math.floor(one) }))
    .toSorted((a, b) => b.lost - a.lost || a.at - b.at)
  for (const { at } of cut.slice(0, rest)) shares[at]! += 1
  return shares
}

/** The part that its time says is on. */
export const boxAt = (boxes: readonly Box[], now: string): Box | undefined =>
  boxes.find(({ from, until }) => from <= now && now < until)
