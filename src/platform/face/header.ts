import { button } from './button.ts'
import { classes, element, present, type Attributes, type Decoration } from './element.ts'
import { headerAccount, type AccountProps } from './header-account.ts'
import { headerService, type LogoProps, type Organisation } from './header-logo.ts'
import { headerNavigation, type NavigationProps } from './header-navigation.ts'
import type { Html } from './html.ts'
import { input } from './input.ts'

export type HeaderSearch = {
  action: string
  method?: string
  name?: string
  placeholder?: string
  label: string
  buttonLabel?: string
  classes?: string
  attributes?: Attributes
}

export type HeaderProps = Decoration & {
  service?: { text?: string; href?: string }
  /** No logo, unless given. */
  logo?: 'nhs' | LogoProps
  organisation?: Organisation
  account?: AccountProps
  navigation?: NavigationProps
  search?: HeaderSearch
  colour?: 'white'
  inline?: boolean
  containerClasses?: string
}

const searchForm = (search: HeaderSearch) =>
  element(
    'search',
    { class: classes('nhsuk-header__search', search.classes), ...search.attributes },
    element(
      'form',
      {
        class: 'nhsuk-header__search-form',
        id: 'search',
        action: search.action,
        method: search.method ?? 'get',
        novalidate: true,
      },
      input({
        label: { text: search.label, classes: 'nhsuk-u-visually-hidden' },
        id: 'search-field',
        name: search.name ?? 'q',
        type: 'search',
        autocomplete: 'off',
        placeholder: search.placeholder ?? 'Search',
        group: {
          after: button({ ariaLabel: search.buttonLabel ?? 'Search', icon: { name: 'search' }, small: true }),
        },
      }),
    ),
  )

export const header = (props: HeaderProps): Html =>
  element(
    'header',
    {
      class: classes(
        'nhsuk-header',
        props.colour && `nhsuk-header--${props.colour}`,
        props.inline && 'nhsuk-header--inline',
        props.organisation && 'nhsuk-header--organisation',
        props.classes,
      ),
      id: props.id,
      'data-module': 'nhsuk-header',
      role: 'banner',
      ...props.attributes,
    },
    element(
      'div',
      { class: classes('nhsuk-header__container nhsuk-width-container', props.containerClasses) },
      headerService(props),
      props.search && searchForm(props.search),
      props.account && headerAccount(props.account),
    ),
    props.navigation &&
      present(props.navigation.items).length > 0 &&
      headerNavigation(props.navigation, props.containerClasses),
  )
