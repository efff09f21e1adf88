import { classes, element, type Attributes } from './element.ts'
import { Html, html } from './html.ts'
import { said, spelled, type Words } from './text.ts'

export type CellContent = {
  text?: Words
  href?: string
  visuallyHiddenText?: string
  format?: 'numeric' | 'string'
  align?: 'left' | 'centre' | 'right'
  width?: string
  colspan?: number
  rowspan?: number
  classes?: string
  attributes?: Attributes
}

/** A column can be sorted by `sort`; with an `href` the server sorts, without it the script does. */
export type TableHead = CellContent & { sort?: true | 'none' | 'ascending' | 'descending'; sortNext?: string }

export type TableCell = CellContent & { sortValue?: string | number }

/** A word that is too long for a column of a phone may be broken; words of usual length stay whole. */
const breakable = ({ text, classes: own = '' }: CellContent) =>
  typeof text === 'string' && /\S{20}/.test(text) && !own.includes('break-word')
    ? element('span', {}, text)
    : text

function value(cell: CellContent): Html {
  const hidden =
    cell.visuallyHiddenText && (said(cell.text) ? ` ${cell.visuallyHiddenText}` : cell.visuallyHiddenText)
  const words = html`${breakable(cell)}${hidden && element('span', { class: 'nhsuk-u-visually-hidden' }, hidden)}`
  return cell.href ? element('a', { class: 'nhsuk-link', href: cell.href }, words) : words
}

/** A span holds words alone; a form, a list or a paragraph stands in a block. */
const holdsBlocks = (content: Html): boolean =>
  /<(?:form|div|p|ul|ol|dl|table|fieldset|details|section|h\d|hr|pre|blockquote|figure)\b/.test(
    content.toString(),
  )

function cellElement(name: 'th' | 'td', cell: CellContent, given: Attributes, content: Html): Html {
  const base = name === 'th' ? 'nhsuk-table__header' : 'nhsuk-table__cell'
  const { scope, role, ...rest } = given
  return element(
    name,
    {
      class: classes(
        base,
        cell.format === 'numeric' && `${base}--numeric`,
        cell.align && `nhsuk-u-text-align-${cell.align}`,
        cell.width && `nhsuk-u-width-${cell.width}`,
        cell.classes,
      ),
      scope,
      role,
      colspan: cell.colspan,
      rowspan: cell.rowspan,
      ...rest,
      ...cell.attributes,
    },
    content,
  )
}

export type Sorting = { sortable: boolean; onServer: boolean }

export function headCell(given: Words | TableHead, responsive: boolean, sorting: Sorting): Html {
  const head = spelled<TableHead>(given)
  const sort = sorting.sortable ? (head.sort === true ? 'none' : head.sort) : undefined
  const attributes = {
    scope: 'col',
    role: responsive ? 'columnheader' : undefined,
    'data-sort': Boolean(sort),
    'data-sort-next': sorting.sortable && !sorting.onServer ? head.sortNext : undefined,
    'aria-sort': sort === 'none' ? undefined : sort,
  }
  return cellElement('th', responsive ? { ...head, colspan: undefined } : head, attributes, value(head))
}

export function bodyCell(
  given: Words | TableCell,
  head: TableHead,
  responsive: boolean,
  isHeader: boolean,
): Html {
  const data = spelled<TableCell>(given)
  const align = data.format === 'string' && head.format === 'numeric' ? 'right' : head.align
  const cell = { ...data, format: data.format ?? head.format, align: data.align ?? align }
  const attributes = {
    scope: isHeader ? 'row' : undefined,
    role: responsive ? (isHeader ? 'rowheader' : 'cell') : undefined,
    'data-sort-value': data.sortValue || undefined,
  }
  const name = isHeader ? 'th' : 'td'
  if (!responsive) return cellElement(name, cell, attributes, value(data))
  // On a phone each cell is a line of its own and carries the words of its column.
  const { text, visuallyHiddenText } = head
  const title = element(
    'span',
    { class: 'nhsuk-table__heading', 'aria-hidden': 'true' },
    value({ text, visuallyHiddenText }),
    ' ',
  )
  const words = value(data)
  const content = data.text instanceof Html ? element(holdsBlocks(words) ? 'div' : 'span', {}, words) : words
  return cellElement(name, { ...cell, colspan: undefined }, attributes, html`${title}${content}`)
}
