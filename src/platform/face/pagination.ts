import { classes, element, type Attributes, type Decoration, type Listed, present } from './element.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { said, type Words } from './text.ts'

/** `label` names the page it leads to, in a list without numbers. */
export type PageLink = { href: string; text?: Words; label?: Words; attributes?: Attributes }

export type PageNumber =
  | { number: number | string; href: string; current?: boolean; ariaLabel?: string; attributes?: Attributes }
  | { ellipsis: true }

export type PaginationProps = Decoration & {
  previous?: PageLink
  next?: PageLink
  items?: Listed<PageNumber>
  ariaLabel?: string
}

type Direction = 'previous' | 'next'
const relation = { previous: 'prev', next: 'next' } as const
const wording = { previous: 'Previous', next: 'Next' } as const
const arrow = { previous: icon('arrow-left'), next: icon('arrow-right') } as const

const hidden = (words: string) => element('span', { class: 'nhsuk-u-visually-hidden' }, words)

const title = (link: PageLink, direction: Direction) =>
  element('span', { class: 'nhsuk-pagination__title' }, link.text ?? [wording[direction], hidden(' page')])

function arrowLink(link: PageLink | undefined, direction: Direction) {
  if (!link?.href) return undefined
  const given = { href: link.href, class: `nhsuk-pagination__${direction}`, rel: relation[direction] }
  const parts = [title(link, direction), arrow[direction]]
  return element('a', given, direction === 'previous' ? parts.toReversed() : parts)
}

function listLink(link: PageLink | undefined, direction: Direction) {
  if (!link?.href) return undefined
  const label = said(link.label) && [
    hidden(':'),
    element('span', { class: 'nhsuk-pagination__page' }, link.label),
  ]
  const given = {
    class: `nhsuk-pagination__link nhsuk-pagination__link--${relation[direction]}`,
    href: link.href,
    rel: relation[direction],
    ...link.attributes,
  }
  return element(
    'li',
    { class: `nhsuk-pagination-item--${direction}` },
    element('a', given, title(link, direction), label, arrow[direction]),
  )
}

function pageNumber(item: PageNumber): Html {
  const base = 'nhsuk-pagination__item'
  if ('ellipsis' in item) return element('li', { class: `${base} ${base}--ellipsis` }, '⋯')
  const given = {
    class: 'nhsuk-pagination__link',
    href: item.href,
    'aria-label': item.ariaLabel ?? `Page ${item.number}`,
    'aria-current': item.current && 'page',
    ...item.attributes,
  }
  return element(
    'li',
    { class: classes(base, item.current && `${base}--current`) },
    element('a', given, item.number),
  )
}

export function pagination(props: PaginationProps): Html {
  const items = present(props.items)
  const numbered = items.length > 0
  const inside = numbered
    ? html`${arrowLink(props.previous, 'previous')}${element(
        'ul',
        { class: 'nhsuk-pagination__list' },
        items.map(pageNumber),
      )}${arrowLink(props.next, 'next')}`
    : element(
        'ul',
        { class: 'nhsuk-list nhsuk-pagination__list' },
        listLink(props.previous, 'previous'),
        listLink(props.next, 'next'),
      )
  return element(
    'nav',
    {
      class: classes('nhsuk-pagination', numbered && 'nhsuk-pagination--numbered', props.classes),
      id: props.id,
      role: 'navigation',
      'aria-label': props.ariaLabel || 'Pagination',
      ...props.attributes,
    },
    inside,
  )
}
