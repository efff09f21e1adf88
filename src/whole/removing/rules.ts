import type { SliceData } from '../../platform/slice.ts'
import type { Hanging } from '../../platform/store/hanging.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { listed } from '../../platform/text/english.ts'

export const kinds = ['idea', 'team', 'event'] as const
export type Kind = (typeof kinds)[number]

export const keptDays = 7

const daysAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString()

/** The last instant at which a thing taken away can be put back. */
export const keptUntil = (removedAt: string): string => daysAfter(removedAt, keptDays)

/** The instant before which things taken away are gone for good. */
export const goneSince = (now: string): string => daysAfter(now, -keptDays)

export const untilWords = (removedAt: string): string => {
  const until = keptUntil(removedAt)
  return day(dayOf(until))
}

/** Records that can be taken away: their table, and the column that they are called by. */
export const trees: Record<Kind, { table: string; titled: string }> = {
  idea: { table: 'ideas', titled: 'title' },
  team: { table: 'teams', titled: 'name' },
  event: { table: 'events', titled: 'name' },
}

/** The parts of a slice that say what its rows hang on. */
export type Bringing = Pick<SliceData, 'sections' | 'hanging'>

const sectionsOf = (slices: readonly Bringing[]) => slices.flatMap(({ sections = [] }) => sections)

/**
 * Rows that hang on a record: those that slices say, and every record that names it and says what it is called, which
 * was made by people and keeps it. What others hang on stands before them, so that it can be put back in this order.
 */
export function hangingOf(kind: Kind, slices: readonly Bringing[]): Hanging[] {
  const sections = sectionsOf(slices)
  const target = sections.find((section) => section.table === trees[kind].table)!.name
  const hanging = slices.flatMap((slice) => slice.hanging?.[target] ?? [])
  const said = new Set(hanging.map((one) => `${one.table}.${one.by}`))
  const naming = sections.flatMap(({ table: from, called, fields }) =>
    Object.values(fields)
      .filter((field) => field.kind === 'reference' && field.section === target)
      .map(({ column }) => ({ table: from, by: column, ...(called && { is: called }) })),
  )
  return [...naming.filter((one) => one.is && !said.has(`${one.table}.${one.by}`)), ...hanging]
}

/** Other records that the rows of a table name: they must be there when the rows are put back. */
export function namedBy(table: string, slices: readonly Bringing[]): { column: string; table: string }[] {
  const sections = sectionsOf(slices)
  const target = (name: string | undefined) => sections.find((section) => section.name === name)!.table
  const inFile = sections
    .filter((section) => section.table === table)
    .flatMap(({ fields }) => Object.values(fields))
    .filter((field) => field.kind === 'reference')
    .map(({ column, section }) => ({ column, table: target(section) }))
  const within = (list: readonly Hanging[]): readonly Hanging[] =>
    list.flatMap((one) => [one, ...within(one.hanging ?? [])])
  const beside = slices
    .flatMap(({ hanging = {} }) => within(Object.values(hanging).flat()))
    .filter((one) => one.table === table)
    .flatMap(({ names = [] }) => names)
  return [...inFile, ...beside]
}

/** A vote that was prepared and never opened. */
export interface Prepared {
  event: string
  ballot: string
  question: string
}

export interface Staying {
  /** The use people made of it, in words. */
  standing: string[]
  /** Nothing but these votes keeps it, in which nobody could vote so far. */
  first?: Prepared[]
}

const inVotes = (votes: Prepared[]): string =>
  `${votes.length === 1 ? 'the vote' : 'the votes'} ${listed(votes.map(({ question }) => `“${question}”`))}`

/** The reason why it stays, and the alternative. */
export function whyItStays(kind: Kind, title: string, { standing, first }: Staying): string {
  if (first) return `“${title}” is offered in ${inVotes(first)}, not opened yet. Take it out of there first.`
  const instead = {
    idea: 'You can edit it instead.',
    team: 'You can rename it instead, or end roles and move what is only there by mistake first.',
    event: 'You can cancel it instead, and those who signed up are told.',
  }[kind]
  return `“${title}” stays, because what people did stands on it: ${listed(standing)}. ${instead}`
}
