import { classes, element, type Decoration, type Listed, present } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

export interface Pill {
  text: Words
  href: string
  current?: boolean
}

/** The parts of one thing, each a page: links side by side, the one that is shown filled. */
export const pills = ({ label, items, ...rest }: Decoration & { label: string; items: Listed<Pill> }): Html =>
  element(
    'nav',
    { class: classes('app-pills', rest.classes), id: rest.id, 'aria-label': label, ...rest.attributes },
    element(
      'ul',
      {},
      present(items).map(({ text, href, current }) =>
        element('li', {}, element('a', { href, ...(current && { 'aria-current': 'page' }) }, text)),
      ),
    ),
  )
