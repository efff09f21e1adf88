import { classes, element, type Decoration } from './element.ts'
import { icon, type IconName } from './icon.ts'
import type { Html } from './html.ts'
import { said, type Words } from './text.ts'

export type ButtonVariant = 'brand' | 'login' | 'reverse' | 'secondary' | 'secondary-solid' | 'warning'

export type ButtonProps = Decoration & {
  text?: Words
  variant?: ButtonVariant
  small?: boolean
  /** Drawn as a link that looks like a button. An address from data has passed `safeHref` by now. */
  href?: string
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string | number
  disabled?: boolean
  preventDoubleClick?: boolean
  icon?: { name: IconName; placement?: 'start' | 'end' }
  ariaLabel?: string
}

function inside(props: ButtonProps) {
  const words = props.text ?? ''
  if (!props.icon) return words
  const picture = icon(props.icon.name)
  const named = said(words) && element('span', { class: 'nhsuk-button__content' }, words)
  return props.icon.placement === 'end' ? [named, picture] : [picture, named]
}

export function button(props: ButtonProps): Html {
  const link = Boolean(props.href && !props.type)
  const opening = {
    class: classes(
      'nhsuk-button',
      props.variant && `nhsuk-button--${props.variant}`,
      props.icon && 'nhsuk-button--icon',
      props.small && 'nhsuk-button--small',
      props.classes,
    ),
    id: props.id,
    name: link ? undefined : props.name,
    'data-module': 'nhsuk-button',
    'data-prevent-double-click':
      props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick),
  }
  const own = link
    ? { href: props.href, role: 'button', draggable: 'false', 'aria-label': props.ariaLabel }
    : {
        type: props.type ?? 'submit',
        value: props.value,
        disabled: props.disabled,
        'aria-label': props.ariaLabel,
        'aria-disabled': props.disabled && 'true',
      }
  return element(link ? 'a' : 'button', { ...opening, ...own, ...props.attributes }, inside(props))
}
