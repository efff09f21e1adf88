import { classes, element, type Listed, present } from './element.ts'
import type { Html } from './html.ts'
import { shadeKey } from './shade-key.ts'
import type { Words } from './text.ts'

/** A count; nothing where it is too small to be shown. */
export type HeatCount = number | null

export interface HeatRow {
  head: Words
  counts: readonly HeatCount[]
  /** The sum of the row. */
  all: HeatCount
}

interface HeatTableProps {
  id: string
  /** One sentence that says what the table shows. */
  caption: Words
  /** The head of the first column. */
  corner: string
  columns: readonly Words[]
  rows: Listed<HeatRow>
  /** Rows of another kind, apart from the others and shaded among themselves. */
  apart?: Listed<HeatRow>
  sums?: HeatRow
  /** The meaning of a cell with nothing in it: "nobody yet". */
  none: string
  /** The words of a count that is not shown, and of a sum that is not. */
  hidden: string
  hiddenSum?: string
}

const deepest = 5

/** From 1 to 5: the share of the largest. */
const shadeOf = (count: number, most: number) => Math.max(1, Math.ceil((count / most) * deepest))

function cellOf(count: HeatCount, most: number, hidden: string): Html {
  if (count === null) return element('td', { class: 'app-heat__cell app-heat__cell--hidden' }, hidden)
  const shade = count === 0 ? 'none' : shadeOf(count, most)
  return element('td', { class: `app-heat__cell app-heat__cell--${shade}` }, String(count))
}

const mostIn = (rows: readonly HeatRow[]) =>
  Math.max(1, ...rows.flatMap(({ counts }) => counts.map((count) => count ?? 0)))

const lines = (rows: readonly HeatRow[], { hidden, hiddenSum = hidden }: HeatTableProps): Html[] => {
  const most = mostIn(rows)
  return rows.map(({ head, counts, all }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, head),
      counts.map((count) => cellOf(count, most, hidden)),
      element('td', { class: 'app-heat__sum' }, all === null ? hiddenSum : String(all)),
    ),
  )
}

const sumsOf = ({ head, counts, all }: HeatRow): Html =>
  element(
    'tr',
    { class: 'app-heat__sums' },
    element('th', { scope: 'row' }, head),
    [...counts, all].map((count) => element('td', { class: 'app-heat__sum' }, String(count ?? ''))),
  )

/** Counts in rows by columns, the more of them the deeper the shade; the number stands in each. */
export function heatTable(props: HeatTableProps): Html {
  const { id, caption, corner, columns, sums, none, hidden } = props
  const [rows, apart] = [present(props.rows), present(props.apart ?? [])]
  const isHidden = [...rows, ...apart].some(({ counts }) => counts.includes(null))
  const key = [
    { cell: 'none', text: none },
    { cell: '1', text: 'few' },
    { cell: '5', text: 'most' },
    ...(isHidden ? [{ cell: 'hidden', text: hidden }] : []),
  ].map((one) => ({ ...one, cell: `app-heat__cell--${one.cell}` }))
  return element(
    'figure',
    { class: 'app-heat' },
    element('p', { class: 'app-heat__caption', id: `${id}-caption` }, caption),
    element(
      'div',
      { class: 'app-heat__scroll', tabindex: '0', role: 'group', 'aria-label': corner },
      element(
        'table',
        {
          id,
          'aria-labelledby': `${id}-caption`,
          class: classes(columns.length > 8 && 'app-heat__many') || undefined,
        },
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            [corner, ...columns, 'All'].map((head) => element('th', { scope: 'col' }, head)),
          ),
        ),
        element('tbody', {}, lines(rows, props), sums && sumsOf(sums)),
        apart.length > 0 && element('tbody', { class: 'app-heat__apart' }, lines(apart, props)),
      ),
    ),
    element('figcaption', {}, shadeKey(key)),
  )
}
