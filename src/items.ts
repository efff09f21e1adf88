import type { KindOfPart } from './before/events/item.ts'
import { primerItem } from './before/approach/item.ts'
import { ballotItem } from './day/ballots/item.ts'
import { feedbackItem } from './day/feedback/item.ts'
import { breakthroughsItem, testsItem } from './after/cycles/item.ts'
import { roomsItem } from './day/rooms/item.ts'

/** The kinds of parts that a day can have, as they are offered. A slice adds its own here. */
export const items = [
  { kind: 'talk', name: 'Talk', short: 'talk' },
  primerItem,
  { kind: 'idea', name: 'Change idea shown by its team', short: 'change idea' },
  { kind: 'reflection', name: 'Reflection', short: 'reflection' },
  ballotItem,
  { kind: 'pledges', name: 'Pledges', short: 'pledges' },
  testsItem,
  breakthroughsItem,
  roomsItem,
  feedbackItem,
  { kind: 'break', name: 'Break', short: 'break' },
] as const satisfies readonly KindOfPart[]

export type ItemKind = (typeof items)[number]['kind']

export const itemKinds: readonly ItemKind[] = items.map(({ kind }) => kind)

export const kindOf = (kind: ItemKind): KindOfPart<ItemKind> => items.find((one) => one.kind === kind)!

/** A part's kind, with the team that shows it. */
export function whatItIs({ kind, team }: { kind: ItemKind; team: string | null }): string {
  const { name } = kindOf(kind)
  if (kind === 'idea' && team) return `Change idea shown by ${team}`
  return `${name}${team ? `, ${team}` : ''}`
}
