/** The four questions of a reflection, in the order in which they are asked. */
export const parts = ['keep', 'change', 'leaveOut', 'firstTest'] as const
export type Part = (typeof parts)[number]

export const partNames: Record<Part, string> = {
  keep: 'Keep',
  change: 'Change',
  leaveOut: 'Leave out',
  firstTest: 'First small test',
}

export const partHints: Record<Part, string> = {
  keep: 'What would work with us as it is?',
  change: 'What would we have to do differently?',
  leaveOut: 'What do we not need, or cannot do?',
  firstTest: 'What could we try next week, with one person or in one clinic?',
}

export const longestPart = 500

/** A team's writing about an idea that another team brought. */
export type Reflected = Record<Part, string | null>

export const isEmpty = (reflected: Reflected): boolean => parts.every((part) => !reflected[part])

export const areAlike = (one: Reflected, other: Reflected): boolean =>
  parts.every((part) => one[part] === other[part])

/** The time of a save: later than the one before, also when both fall into one millisecond. */
export const savedAt = (now: string, before: string | undefined): string =>
  before !== undefined && now <= before ? new Date(Date.parse(before) + 1).toISOString() : now
