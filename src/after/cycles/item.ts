import type { KindOfPart } from '../../before/events/item.ts'

/** Each team plans the first small test of what it pledged, before it goes home. */
export const testsItem = {
  kind: 'tests',
  name: 'First tests',
  short: 'first tests',
} as const satisfies KindOfPart

/** The test by which each team learnt most, shown when the network meets again. */
export const breakthroughsItem = {
  kind: 'breakthroughs',
  name: 'Biggest breakthroughs',
  short: 'breakthroughs',
} as const satisfies KindOfPart
