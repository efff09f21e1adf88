import { classes, element, type Attributes, type Listed, present } from './element.ts'
import type { Html, Part } from './html.ts'
import { icon } from './icon.ts'
import type { Words } from './text.ts'

/** Words, a link when it has `href`, a form with one button when it has `action`. */
export type AccountItem = {
  text: Words
  href?: string
  action?: string
  method?: string
  /** Hidden fields that the form sends besides. */
  fields?: Part
  icon?: boolean
  classes?: string
}

export type AccountProps = {
  items: Listed<AccountItem>
  ariaLabel?: string
  classes?: string
  attributes?: Attributes
}

function drawn(item: AccountItem): Part {
  const words = [item.icon && [icon('user'), '\n'], item.text]
  if (item.href) return element('a', { class: 'nhsuk-header__account-link', href: item.href }, words)
  if (!item.action) return words
  return element(
    'form',
    {
      class: 'nhsuk-header__account-form',
      action: item.action,
      method: item.method ?? 'post',
      novalidate: true,
    },
    item.fields,
    element('button', { class: 'nhsuk-header__account-button' }, words),
  )
}

export const headerAccount = (props: AccountProps): Html =>
  element(
    'nav',
    {
      class: classes('nhsuk-header__account', props.classes),
      'aria-label': props.ariaLabel ?? 'Account',
      ...props.attributes,
    },
    element(
      'ul',
      { class: 'nhsuk-header__account-list' },
      present(props.items).map((item) =>
        element('li', { class: classes('nhsuk-header__account-item', item.classes) }, drawn(item)),
      ),
    ),
  )
