export interface Descent {
  team: string
  from: string | null
}

export interface Kinship {
  team: string
  from: Kinship[]
}

/** The family of an idea, beginning with its origin; of a circle of teams each is shown once, below the origin. */
export function familyOf(origin: string, descents: readonly Descent[]): Kinship {
  const shown = new Set([origin])
  const parents = new Map(
    descents.filter(({ team }) => team !== origin).map(({ team, from }) => [team, from ?? origin]),
  )
  const below = (parent: string): Kinship[] =>
    [...parents]
      .filter(([team, from]) => from === parent && !shown.has(team))
      .map(([team]) => {
        shown.add(team)
        return { team, from: below(team) }
      })
  const first = below(origin)
  // A parent that has no record of its own, or a circle: the rest hangs below the origin.
  for (const team of parents.keys())
    if (!shown.has(team)) {
      shown.add(team)
      first.push({ team, from: below(team) })
    }
  return { team: origin, from: first }
}
