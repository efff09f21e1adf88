import { classes, element, type Attributes, type Listed, present } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

/** `current` is the page itself, `active` a page below it. */
export type NavigationItem = {
  text: Words
  href?: string
  current?: boolean
  active?: boolean
  classes?: string
  attributes?: Attributes
}

export type NavigationProps = {
  items: Listed<NavigationItem>
  colour?: 'white'
  justified?: boolean
  ariaLabel?: string
  toggleMenuText?: string
  toggleMenuVisuallyHiddenText?: string
  classes?: string
  attributes?: Attributes
}

function entry(item: NavigationItem): Html {
  const here = item.active || item.current
  // Strong survives where people replace the colours of pages with their own.
  const words = here
    ? element('strong', { class: 'nhsuk-header__navigation-item-current-fallback' }, item.text)
    : item.text
  return element(
    'li',
    {
      class: classes(
        'nhsuk-header__navigation-item',
        here && 'nhsuk-header__navigation-item--current',
        item.classes,
      ),
      ...item.attributes,
    },
    element(
      item.href ? 'a' : 'span',
      {
        class: `nhsuk-header__navigation-${item.href ? 'link' : 'text'}`,
        href: item.href,
        'aria-current': here && (item.current ? 'page' : 'true'),
      },
      words,
    ),
  )
}

const more = (props: NavigationProps) =>
  element(
    'li',
    { class: 'nhsuk-header__menu', hidden: true },
    element(
      'button',
      {
        class: 'nhsuk-header__menu-toggle nhsuk-header__navigation-link',
        id: 'toggle-menu',
        'aria-expanded': 'false',
      },
      element(
        'span',
        { class: 'nhsuk-u-visually-hidden' },
        `${props.toggleMenuVisuallyHiddenText ?? 'Browse'} `,
      ),
      props.toggleMenuText ?? 'More',
    ),
  )

export const headerNavigation = (props: NavigationProps, containerClasses?: string): Html =>
  element(
    'nav',
    {
      class: classes(
        'nhsuk-header__navigation',
        props.colour && `nhsuk-header__navigation--${props.colour}`,
        props.justified && 'nhsuk-header__navigation--justified',
        props.classes,
      ),
      'aria-label': props.ariaLabel ?? 'Menu',
      ...props.attributes,
    },
    element(
      'div',
      { class: classes('nhsuk-header__navigation-container nhsuk-width-container', containerClasses) },
      element('ul', { class: 'nhsuk-header__navigation-list' }, present(props.items).map(entry), more(props)),
    ),
  )
