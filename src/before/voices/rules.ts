/** A comment on an idea, as far as its state goes. */
interface Said {
  removed_at: string | null
  answer: string | null
}

/** The reason why a comment cannot be answered, removed or put back, if it cannot. */
export function whyNot(doing: 'answer' | 'remove' | 'restore', said: Said): string | undefined {
  if (doing === 'restore') return said.removed_at ? undefined : 'This comment stands on the idea already.'
  return said.removed_at ? 'This comment was removed.' : undefined
}

/** How many people of how many other teams have the problem that an idea answers. */
export function supportWords(
  supports: readonly { team_id: string }[],
  { noun, plural }: { noun: string; plural: string },
): string {
  const teams = new Set(supports.map(({ team_id }) => team_id)).size
  const people = supports.length === 1 ? '1 person' : `${supports.length} people`
  return `${people} of ${teams} other ${teams === 1 ? noun : plural} ${supports.length === 1 ? 'has' : 'have'} this problem too`
}
