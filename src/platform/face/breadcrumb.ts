import { backLink, type BackLinkProps } from './back-link.ts'
import { classes, element, type Attributes, type Decoration, type Listed, present } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

export type Crumb = { text: Words; href: string; attributes?: Attributes }

export type BreadcrumbProps = Decoration & {
  items: Listed<Crumb>
  ariaLabel?: string
  variant?: 'reverse'
  /** Phones show this alone; it leads to the last crumb, unless given. */
  backLink?: BackLinkProps
}

export function breadcrumb(props: BreadcrumbProps): Html {
  const crumbs = present(props.items)
  const last = crumbs.at(-1)
  const list = crumbs.map((crumb) =>
    element(
      'li',
      { class: 'nhsuk-breadcrumb__list-item' },
      element('a', { class: 'nhsuk-breadcrumb__link', href: crumb.href, ...crumb.attributes }, crumb.text),
    ),
  )
  return element(
    'nav',
    {
      class: classes(
        'nhsuk-breadcrumb',
        props.variant && `nhsuk-breadcrumb--${props.variant}`,
        props.classes,
      ),
      id: props.id,
      'aria-label': props.ariaLabel || 'Breadcrumb',
      ...props.attributes,
    },
    element('ol', { class: 'nhsuk-breadcrumb__list' }, list),
    backLink({
      visuallyHiddenText: 'Back to',
      text: last?.text,
      href: last?.href,
      attributes: last?.attributes,
      variant: props.variant,
      ...props.backLink,
    }),
  )
}
