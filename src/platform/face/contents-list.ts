import { classes, element, type Attributes, type Decoration, type Listed, present } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

export type ContentsItem = {
  text: Words
  href?: string
  current?: boolean
  classes?: string
  attributes?: Attributes
  items?: Listed<ContentsItem>
}

export type ContentsListProps = Decoration & {
  items: Listed<ContentsItem>
  ariaLabel?: string
  visuallyHiddenText?: string
}

function entry(item: ContentsItem): Html {
  const link = item.current
    ? element(
        'span',
        { class: classes('nhsuk-contents-list__current', item.classes), ...item.attributes },
        item.text,
      )
    : element(
        'a',
        { class: classes('nhsuk-contents-list__link', item.classes), href: item.href, ...item.attributes },
        item.text,
      )
  return element(
    'li',
    { class: 'nhsuk-contents-list__item', 'aria-current': item.current && 'page' },
    link,
    item.items && list(item.items),
  )
}

const list = (items: Listed<ContentsItem>): Html =>
  element('ol', { class: 'nhsuk-contents-list__list' }, present(items).map(entry))

export const contentsList = (props: ContentsListProps): Html =>
  element(
    'nav',
    {
      class: classes('nhsuk-contents-list', props.classes),
      id: props.id,
      role: 'navigation',
      'aria-label': props.ariaLabel || 'Pages in this guide',
      ...props.attributes,
    },
    element('h2', { class: 'nhsuk-u-visually-hidden' }, props.visuallyHiddenText || 'Contents'),
    list(props.items),
  )
