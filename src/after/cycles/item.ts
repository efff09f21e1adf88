import type { KindOfPart } from '../../before/events/item.ts'

/** Each team plans the first small test of what it pledged, before it goes home. */
export const testsItem = {
  kind: 'tests',
  name: 'First tests',
  short: 'first tests',
} as const satisfies KindOfPart
