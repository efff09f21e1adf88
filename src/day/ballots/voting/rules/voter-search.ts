/** Somebody on the roll, as an organiser reads and types them. */
export interface Named {
  voter: string
  name: string
  teamName: string
}

/** A team that votes as one is called by its own name alone. */
export const labelOf = ({ name, teamName }: Named): string =>
  name === teamName ? name : `${name} (${teamName})`

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const mostNamed = 4

/** Finds a voter by the typed text: an id, a whole name, or the beginnings of its words. Nobody is guessed. */
export function findVoter<One extends Named>(typed: string, roll: readonly One[]): One | { refused: string } {
  const wanted = plain(typed)
  if (wanted === '') return { refused: 'Choose whose vote this is' }
  const byId = roll.find(({ voter }) => voter === typed)
  if (byId) return byId
  const exact = roll.filter((one) => plain(labelOf(one)) === wanted || plain(one.name) === wanted)
  const found = exact.length > 0 ? exact : roll.filter((one) => begins(plain(labelOf(one)), wanted))
  if (found.length === 1) return found[0]!
  if (found.length === 0)
    return {
      refused: `Nobody on the list of voters is called “${typed}”. Check the spelling, or add them to the attendees first.`,
    }
  const named = found.slice(0, mostNamed).map(labelOf).join(', ')
  const more = found.length > mostNamed ? ' and others' : ''
  return {
    refused: `“${typed}” may be ${found.length} people: ${named}${more}. Enter more of the name and where they are from.`,
  }
}

const begins = (label: string, wanted: string): boolean => {
  const words = label.split(' ')
  return wanted.split(' ').every((part) => words.some((word) => word.startsWith(part)))
}
