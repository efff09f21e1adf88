import type { KindOfPart } from '../events/item.ts'

/** The talk with which a day may begin: how a change spreads, as the Screen and phones tell it. */
export const primerItem = {
  kind: 'primer',
  name: 'How a change spreads',
  short: 'how a change spreads',
} as const satisfies KindOfPart
