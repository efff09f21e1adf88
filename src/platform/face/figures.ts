import { element, type Listed, present } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

/** A figure, written with what it is a part of ("4 of 6"), and what is counted. */
export interface Figure {
  value: Words
  what: Words
}

/** Large figures beside each other; as a list of terms, so that each is read out with what it means. */
export const figures = (list: Listed<Figure>): Html =>
  element(
    'dl',
    { class: 'app-figures' },
    present(list).map(({ value, what }) =>
      element('div', {}, element('dt', {}, what), element('dd', {}, value)),
    ),
  )
