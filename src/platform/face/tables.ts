import { card, type CardProps } from './card.ts'
import { classes, element, type Decoration, type Listed, present } from './element.ts'
import { styledHeading, type HeadingProps } from './heading.ts'
import type { Html } from './html.ts'
import { scroll } from './scroll.ts'
import { bodyCell, headCell, type Sorting, type TableCell, type TableHead } from './table-cell.ts'
import { translations } from './translation.ts'
import { said, spelled, type Words } from './text.ts'

export type TableProps = Decoration & {
  caption?: Words | HeadingProps
  head?: Listed<Words | TableHead>
  rows: Listed<Listed<Words | TableCell>>
  firstCellIsHeader?: boolean
  /** Each row becomes a block of lines on a phone. */
  responsive?: boolean
  compact?: boolean
  striped?: boolean
  variant?: 'reverse'
  border?: false
  lastRowBorder?: false
  /** In a box that scrolls where it is too wide; by the keyboard too, where that is asked for. */
  scroll?: boolean | 'by keyboard'
  card?: Omit<CardProps, 'content'>
  sortAnnouncementText?: string
  ascendingText?: string
  descendingText?: string
}

function sortingOf(head: (Words | TableHead)[]): Sorting {
  const columns = head.map((given) => spelled<TableHead>(given))
  const sortable = columns.some((column) => column.sort)
  return { sortable, onServer: sortable && columns.some((column) => column.href) }
}

function captionId(props: TableProps, caption: HeadingProps): string | undefined {
  if (caption.id || !props.scroll) return caption.id
  if (props.id) return `${props.id}-caption`
  if (typeof caption.text !== 'string' || !caption.text) return undefined
  return `table-${caption.text.replaceAll(' ', '-').toLowerCase().slice(0, 40)}-caption`
}

function captionOf(caption: HeadingProps, id: string | undefined, sorting: Sorting) {
  const hidden = caption.visuallyHiddenText ?? (sorting.sortable ? 'Column headers are sortable' : undefined)
  return styledHeading(
    { ...caption, id, visuallyHiddenText: hidden && `(${hidden})` },
    {
      className: 'nhsuk-table__caption',
      classPrefix: 'nhsuk-table__caption--',
      sizes: ['s', 'm', 'l', 'xl'],
      element: 'caption',
    },
  )
}

const tableClasses = (props: TableProps, sorting: Sorting) =>
  classes(
    'nhsuk-table',
    props.variant && `nhsuk-table--${props.variant}`,
    props.compact && 'nhsuk-table--compact',
    props.responsive && 'nhsuk-table--responsive',
    props.border === false && 'nhsuk-table--no-border',
    props.border !== false && props.lastRowBorder === false && 'nhsuk-table--no-last-row-border',
    sorting.sortable && 'nhsuk-table--sortable',
    props.striped && 'nhsuk-table--striped',
    props.classes,
  )

export function table(props: TableProps): Html {
  const head = present(props.head)
  const sorting = sortingOf(head)
  const responsive = props.responsive === true
  const caption = spelled<HeadingProps>(props.caption ?? '')
  const id = captionId(props, caption)
  const row = (cells: Html[]) =>
    element('tr', { class: 'nhsuk-table__row', role: responsive ? 'row' : undefined }, cells)
  const bodyRow = (cells: Listed<Words | TableCell>) =>
    row(
      cells.flatMap((cell, at) => {
        if (cell === false || cell === null || cell === undefined) return []
        const column = spelled<TableHead>(props.head?.[at] || '')
        return [bodyCell(cell, column, responsive, at === 0 && props.firstCellIsHeader === true)]
      }),
    )
  const whole = element(
    'table',
    {
      class: tableClasses(props, sorting),
      id: props.id,
      'data-module': sorting.sortable && !sorting.onServer ? 'nhsuk-table' : undefined,
      ...translations({
        'sort-announcement': props.sortAnnouncementText,
        ascending: props.ascendingText,
        descending: props.descendingText,
      }),
      role: responsive ? 'table' : undefined,
      ...props.attributes,
    },
    said(caption.text) && captionOf(caption, id, sorting),
    head.length > 0 &&
      element(
        'thead',
        { class: 'nhsuk-table__head', role: responsive ? 'rowgroup' : undefined },
        row(head.map((given) => headCell(given, responsive, sorting))),
      ),
    element('tbody', { class: 'nhsuk-table__body' }, present(props.rows).map(bodyRow)),
  )
  const shown = props.scroll
    ? scroll({
        content: whole,
        labelledBy: id,
        variant: props.variant,
        focusable: props.scroll === 'by keyboard',
      })
    : whole
  return props.card ? card({ ...props.card, content: shown }) : shown
}
