export const mostIdeas = 12

/** A stage of one idea of a package with one team, as far as a package asks. */
export interface Taken {
  team_id: string
  idea_id: string | null
  released_at: string | null
}

interface Brought {
  id: string
  team_id: string
}

/** The ideas of a package that a team is asked to test: all but those that it brought itself. */
export const askedOf = (ideas: readonly Brought[], inPackage: readonly string[], team: string): Set<string> =>
  new Set(ideas.filter(({ id, team_id }) => team_id !== team && inPackage.includes(id)).map(({ id }) => id))

/** Those of these ideas that a team has pledged to test and not released. */
export const takenBy = (pledges: readonly Taken[], team: string, ideas: ReadonlySet<string>): string[] => [
  ...new Set(
    pledges
      .filter(
        (one) => one.team_id === team && one.idea_id !== null && !one.released_at && ideas.has(one.idea_id),
      )
      .map(({ idea_id }) => idea_id!),
  ),
]

/** The reason why the ideas of a package cannot be these, if they cannot. */
export function whyNotThese(chosen: readonly string[], there: ReadonlySet<string>): string | undefined {
  if (chosen.length === 0) return 'Choose at least one idea'
  if (chosen.length > mostIdeas) return `Choose at most ${mostIdeas} ideas: nobody can test more in a year`
  return chosen.every((idea) => there.has(idea)) ? undefined : 'Choose from the list'
}
