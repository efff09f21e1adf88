import { element } from './element.ts'
import type { Html } from './html.ts'

// Drawn for this service in a square of 46, a line of 2.6 with round ends.
const drawings = {
  bulb: 'M23 12a8 8 0 0 0-5 14c1 1 2 2 2 4h6c0-2 1-3 2-4a8 8 0 0 0-5-14zM20 34h6',
  speech: 'M13 14h20v14H22l-6 5v-5h-3z',
  tick: 'M14 23l6 6 12-13',
  flag: 'M14 33V13h17l-4 5 4 5H14',
  question: 'M18 18a5 5 0 1 1 7 5c-2 1-2 2-2 4M23 32v1',
  answer: 'M33 14H13v14h11l6 5v-5h3zM18 21h10',
  calendar: 'M14 15h18v17H14zM14 21h18M19 12v5M27 12v5',
  flask: 'M20 12v8l-6 11a2 2 0 0 0 2 3h14a2 2 0 0 0 2-3l-6-11v-8M18 12h10',
  chart: 'M13 13v20h20M17 28l5-6 4 3 6-9',
  sprout: 'M23 33V21M23 24c-6 0-8-4-8-8 6 0 8 3 8 8zM23 22c0-5 2-8 8-8 0 4-2 8-8 8z',
  cross: 'M16 16l14 14M30 16L16 30',
} as const

export type GlyphName = keyof typeof drawings

/** A drawing by itself, as large as letters; words beside it say the same. */
export const glyph = (name: GlyphName): Html =>
  element(
    'svg',
    {
      class: 'app-glyph',
      viewBox: '9 9 28 28',
      width: '24',
      height: '24',
      focusable: 'false',
      'aria-hidden': 'true',
    },
    element('path', { d: drawings[name] }),
  )
