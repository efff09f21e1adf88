import { classes, element, type Attributes, type Decoration, type Listed, present } from './element.ts'
import { styledHeading, type HeadingProps } from './heading.ts'
import type { Html } from './html.ts'
import { said, spelled, type Words } from './text.ts'

export type FooterLink = { text: Words; href: string; attributes?: Attributes }

export type FooterColumn = {
  heading?: Words | HeadingProps
  /** A string becomes a paragraph; markup stands as it is. */
  content?: Words
  items?: Listed<FooterLink>
  width?: string
}

export type FooterProps = Decoration & {
  navigation?: Listed<FooterColumn>
  columns?: number
  meta?: { items?: Listed<FooterLink>; content?: Words; visuallyHiddenText?: string }
  copyright?: Words
  containerClasses?: string
}

const widths: Record<number, string> = { 1: 'full', 2: 'one-half', 3: 'one-third', 4: 'one-quarter' }

const list = (items: Listed<FooterLink>) =>
  element(
    'ul',
    { class: 'nhsuk-footer__list' },
    present(items).map((item) =>
      element(
        'li',
        { class: 'nhsuk-footer__list-item' },
        element(
          'a',
          { class: 'nhsuk-footer__list-item-link', href: item.href, ...item.attributes },
          item.text,
        ),
      ),
    ),
  )

const small = (words: Words | undefined) =>
  typeof words === 'string' && words ? element('p', { class: 'nhsuk-body-s' }, words) : words

function column(given: FooterColumn, width: string): Html {
  const heading = styledHeading(
    { ...spelled<HeadingProps>(given.heading ?? ''), level: 2, size: 's' },
    { className: 'nhsuk-footer__heading', classPrefix: 'nhsuk-heading-' },
  )
  return element(
    'div',
    { class: `nhsuk-grid-column-${given.width || width}` },
    heading,
    small(given.content),
    given.items && list(given.items),
  )
}

function navigation(props: FooterProps): Html[] {
  const columns = present(props.navigation)
  const across = props.columns && widths[props.columns] ? props.columns : 4
  const rows: Html[] = []
  for (let at = 0; at < columns.length; at += across) {
    const row = columns.slice(at, at + across).map((each) => column(each, widths[across]!))
    rows.push(element('div', { class: 'nhsuk-footer__navigation nhsuk-grid-row' }, row))
  }
  return rows
}

export function footer(props: FooterProps): Html {
  const { items, content, visuallyHiddenText } = props.meta ?? {}
  const support = items && [
    element('h2', { class: 'nhsuk-u-visually-hidden' }, visuallyHiddenText ?? 'Support links'),
    list(items),
  ]
  return element(
    'footer',
    { class: classes('nhsuk-footer', props.classes), id: props.id, role: 'contentinfo', ...props.attributes },
    element(
      'div',
      { class: classes('nhsuk-width-container', props.containerClasses) },
      navigation(props),
      element(
        'div',
        { class: 'nhsuk-footer__meta' },
        support,
        said(content) && ['\n', small(content)],
        said(props.copyright) && small(props.copyright),
      ),
    ),
  )
}
