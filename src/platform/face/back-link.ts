import { classes, element, type Decoration } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

export type BackLinkProps = Decoration & {
  text?: Words
  href?: string
  type?: string
  variant?: 'reverse'
  visuallyHiddenText?: string
}

export function backLink(props: BackLinkProps): Html {
  const link = props.href && !props.type
  return element(
    link ? 'a' : 'button',
    {
      class: classes('nhsuk-back-link', props.variant && `nhsuk-back-link--${props.variant}`, props.classes),
      id: props.id,
      type: link ? undefined : (props.type ?? 'submit'),
      href: link ? props.href : undefined,
      ...props.attributes,
    },
    props.visuallyHiddenText &&
      element('span', { class: 'nhsuk-u-visually-hidden' }, `${props.visuallyHiddenText} `),
    props.text || 'Back',
  )
}
