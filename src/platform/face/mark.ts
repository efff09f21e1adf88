import { classes, element } from './element.ts'
import { html, type Html } from './html.ts'

// Drawn for this service in a square of 24: told apart by their outline, also in black and white and from far.
const outlines = [
  'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
  'M3 3h18v18H3z',
  'M12 2l11 20H1z',
  'M12 1l11 11-11 11L1 12z',
  'M12 1l3.3 7.3 7.9.9-5.9 5.3 1.6 7.8-6.9-3.9-6.9 3.9 1.6-7.8L.8 9.2l7.9-.9z',
  'M6.5 2.5h11L23 12l-5.5 9.5h-11L1 12z',
  'M8 2h8v6h6v8h-6v6H8v-6H2V8h6z',
  'M2 22V12a10 10 0 0 1 20 0v10z',
] as const

/** How many marks there are before one comes again: each shape is filled at first, then hollow. */
export const markCount = outlines.length * 2

const shapeOf = (place: number) => place % outlines.length

/** The colour of a mark, for what else is drawn in it: a class that sets `color`. */
export const markColour = (place: number): string => `app-hue-${shapeOf(place) + 1}`

/**
 * The shape of one of several things by its place among them, from 0: the same wherever that thing stands. Its colour
 * tells nothing that the shape does not, and the words beside it say all, so it is hidden from screen readers.
 */
export const mark = (place: number): Html =>
  element(
    'svg',
    {
      class: classes(
        'app-shape',
        markColour(place),
        place % markCount >= outlines.length && 'app-shape--hollow',
      ),
      viewBox: '-1 -1 26 26',
      width: '24',
      height: '24',
      focusable: 'false',
      'aria-hidden': 'true',
    },
    element('path', { d: outlines[shapeOf(place)]! }),
  )

/** Words with their mark before them; without one where there is no place. */
export const marked = (place: number | undefined, words: Html | string): Html | string =>
  place === undefined ? words : html`${mark(place)}<span>${words}</span>`
