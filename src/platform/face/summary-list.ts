import { card, cardAction, type CardAction, type CardProps } from './card.ts'
import { classes, element, type Attributes, type Decoration, type Listed, present } from './element.ts'
import type { HeadingProps } from './heading.ts'
import type { Html } from './html.ts'
import { spelled, type Words } from './text.ts'

export type SummaryCell = Decoration & { text: Words; width?: string }

export type SummaryRow = {
  key: Words | SummaryCell
  value: Words | SummaryCell
  actions?: Listed<CardAction>
  border?: false
  id?: string
  classes?: string
  attributes?: Attributes
}

export type SummaryListProps = Decoration & {
  rows: Listed<SummaryRow>
  border?: false
  lastRowBorder?: false
  card?: Omit<CardProps, 'content'>
}

function cell(name: 'dt' | 'dd', base: string, given: Words | SummaryCell) {
  const { text, width, classes: own, id, attributes } = spelled<SummaryCell>(given)
  return element(
    name,
    { class: classes(base, width && `nhsuk-u-width-${width}`, own), id, ...attributes },
    text,
  )
}

function actionsCell(actions: CardAction[], about: Words) {
  const drawn =
    actions.length === 1
      ? cardAction(actions[0]!, about)
      : element(
          'ul',
          { class: 'nhsuk-summary-list__actions-list' },
          actions.map((action) =>
            element('li', { class: 'nhsuk-summary-list__actions-list-item' }, cardAction(action, about)),
          ),
        )
  return element('dd', { class: 'nhsuk-summary-list__actions' }, drawn)
}

export function summaryList(props: SummaryListProps): Html {
  const rows = present(props.rows)
  const anyActions = rows.some((row) => present(row.actions).length > 0)
  const about = spelled<HeadingProps>(props.card?.heading ?? '').text
  const row = (given: SummaryRow, at: number) => {
    const actions = present(given.actions)
    const bare = given.border === false && !(props.lastRowBorder === false && at === rows.length - 1)
    return element(
      'div',
      {
        class: classes(
          'nhsuk-summary-list__row',
          anyActions && actions.length === 0 && 'nhsuk-summary-list__row--no-actions',
          bare && 'nhsuk-summary-list__row--no-border',
          given.classes,
        ),
        id: given.id,
        ...given.attributes,
      },
      cell('dt', 'nhsuk-summary-list__key', given.key),
      cell('dd', 'nhsuk-summary-list__value', given.value),
      actions.length > 0 && actionsCell(actions, about),
    )
  }
  const named = classes(
    'nhsuk-summary-list',
    props.border === false && 'nhsuk-summary-list--no-border',
    props.border !== false && props.lastRowBorder === false && 'nhsuk-summary-list--no-last-row-border',
    props.classes,
  )
  const list = element('dl', { class: named, id: props.id, ...props.attributes }, rows.map(row))
  return props.card ? card({ ...props.card, content: list }) : list
}
