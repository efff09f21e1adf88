import { classes, element, type Listed, present } from './element.ts'
import { html, type Html, type Part } from './html.ts'
import { shadeKey } from './shade-key.ts'
import type { Words } from './text.ts'

/** A shade from none to the deepest, or one of two that stand outside of that order. */
export type MatrixShade = 0 | 1 | 2 | 3 | 4 | 5 | 'home' | 'stopped'

export interface MatrixCell {
  shade: MatrixShade
  /** The state in a word; a cell with none is empty. */
  word?: string
  detail?: Words
  href?: string
}

interface MatrixHead {
  text: Words
  sub?: Words
  href?: string
}

interface MatrixProps {
  /** One sentence that says what the grid shows. */
  caption: Words
  /** The head of the first column, for whoever hears the table. */
  corner: string
  columns: Listed<MatrixHead>
  rows: Listed<{ head: MatrixHead; cells: readonly MatrixCell[] }>
  /** The meaning of each shade, in their order. */
  legend?: Listed<{ shade: MatrixShade; text: string }>
  /** The words that are heard for an empty cell. */
  none: string
}

// A sign for each shade, so that none of them is told by its colour alone.
const signs: Record<MatrixShade, string> = {
  0: '',
  1: '·',
  2: '○',
  3: '◔',
  4: '◑',
  5: '●',
  home: '⌂',
  stopped: '✕',
}

const sign = (shade: MatrixShade): Html => element('span', { 'aria-hidden': 'true' }, signs[shade])

const linked = (href: string | undefined, words: Part): Part =>
  href ? element('a', { class: 'nhsuk-link', href }, words) : words

const headOf = (head: MatrixHead): Part => [
  linked(head.href, head.text),
  head.sub && element('span', { class: 'app-matrix__sub' }, head.sub),
]

function cellOf(cell: MatrixCell, column: MatrixHead, none: string): Html {
  const inside =
    cell.word === undefined
      ? element('span', { class: 'nhsuk-u-visually-hidden' }, none)
      : html`${linked(cell.href, [sign(cell.shade), ' ', element('strong', {}, cell.word)])}${
          cell.detail && element('span', { class: 'app-matrix__detail' }, cell.detail)
        }`
  return element(
    'td',
    // A phone lays the table out as cards, after which it would be none to whoever hears it.
    {
      role: 'cell',
      class: classes(
        'app-matrix__cell',
        cell.shade !== 0 && `app-matrix__cell--${cell.shade}`,
        cell.word === undefined && 'app-matrix__cell--none',
      ),
    },
    // On a phone, where the heads of columns are gone, each cell names its own.
    element('span', { class: 'app-matrix__column', 'aria-hidden': 'true' }, column.text),
    element('div', {}, inside),
  )
}

/** More columns than so many are too narrow for their words, and are scrolled to. */
const mostInWidth = 8

/** Rows by columns, each cell a state in a shade with its sign and its word; on a phone each row is a card. */
export function matrix({ caption, corner, columns, rows, legend, none }: MatrixProps): Html {
  const heads = present(columns)
  const explained = present(legend ?? [])
  return element(
    'figure',
    { class: classes('app-matrix', heads.length > mostInWidth && 'app-matrix--many') },
    element(
      'div',
      { class: 'app-matrix__scroll', tabindex: '0', role: 'group', 'aria-label': corner },
      element(
        'table',
        { role: 'table' },
        element('caption', {}, caption),
        element(
          'thead',
          { role: 'rowgroup' },
          element(
            'tr',
            { role: 'row' },
            element('th', { scope: 'col', role: 'columnheader' }, corner),
            heads.map((head) => element('th', { scope: 'col', role: 'columnheader' }, headOf(head))),
          ),
        ),
        element(
          'tbody',
          { role: 'rowgroup' },
          present(rows).map(({ head, cells }) =>
            element(
              'tr',
              { role: 'row' },
              element('th', { scope: 'row', role: 'rowheader' }, headOf(head)),
              cells.map((cell, at) => cellOf(cell, heads[at]!, none)),
            ),
          ),
        ),
      ),
    ),
    explained.length > 0 &&
      element(
        'figcaption',
        {},
        shadeKey(
          explained.map(({ shade, text }) => ({
            cell: `app-matrix__cell--${shade}`,
            sign: signs[shade],
            text,
          })),
        ),
      ),
  )
}
