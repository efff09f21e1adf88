import { element } from './element.ts'
import type { Html } from './html.ts'

export interface Shade {
  /** The class of the cells that it explains. */
  cell: string
  /** The sign that stands in them. */
  sign?: Html | string | undefined
  text: string
}

/** The meaning of the shades of a picture, each with its words. */
export const shadeKey = (shades: readonly Shade[]): Html =>
  element(
    'ul',
    { class: 'app-key' },
    shades.map(({ cell, sign, text }) =>
      element(
        'li',
        {},
        element('span', { class: `app-key__shade ${cell}`, 'aria-hidden': 'true' }, sign ?? ''),
        ` ${text}`,
      ),
    ),
  )
