/** The parts of a reflection, by name. */
type Written = Readonly<Record<string, string | null>>

export const isEmpty = (written: Written): boolean => Object.values(written).every((part) => !part)

export const areAlike = (one: Written, other: Written): boolean =>
  Object.entries(one).every(([name, part]) => part === other[name])

/** The time of a save: later than the one before, also when both fall into one millisecond. */
export const savedAt = (now: string, before: string | undefined): string =>
  before !== undefined && now <= before ? new Date(Date.parse(before) + 1).toISOString() : now
