/**
 * How tightly a part of an idea is held: what it is for must stay, may be met in another way, or may be left out. The
 * words are those of “hard core and soft periphery” (BMJ Quality & Safety 2022;31:31).
 */
export type Hold = 'core' | 'adaptable' | 'optional'

export const holdNames: Record<Hold, string> = {
  core: 'Core: keep it, or it is another idea',
  adaptable: 'Adaptable: keep what it is for, do it your way',
  optional: 'Optional: it helps, and can be left out',
}

/** In a word, as a tag on the card. */
export const holdWords: Record<Hold, string> = { core: 'Core', adaptable: 'Adaptable', optional: 'Optional' }

const holds = Object.keys(holdNames) as Hold[]

interface Part {
  id: string
  hold: Hold
  what: string
}

/** Parts as they are told: the core first; among equals by when they were added, which their ids keep. */
export const inTold = <P extends Part>(parts: readonly P[]): P[] =>
  parts.toSorted((a, b) => holds.indexOf(a.hold) - holds.indexOf(b.hold) || (a.id < b.id ? -1 : 1))

export const mostParts = 30

/** The reason why a part cannot be added or put back, if it cannot. */
export function whyNoPart(parts: readonly Part[], what: string, id?: string): { says: string } | undefined {
  const others = parts.filter((part) => part.id !== id)
  if (others.some((part) => part.what === what)) return { says: 'There is a part with these words already' }
  if (others.length >= mostParts)
    return { says: `An idea has at most ${mostParts} parts. Say several in one.` }
  return undefined
}
