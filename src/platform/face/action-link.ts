import { classes, element, type Decoration } from './element.ts'
import type { Html } from './html.ts'
import { icon } from './icon.ts'
import type { Words } from './text.ts'

export type ActionLinkProps = Decoration & {
  text: Words
  /** Without an address it is the submit button of a form. */
  href?: string
  type?: string
  variant?: 'reverse'
  openInNewWindow?: boolean
}

export function actionLink(props: ActionLinkProps): Html {
  const link = props.href && !props.type
  return element(
    link ? 'a' : 'button',
    {
      class: classes(
        'nhsuk-action-link',
        props.variant && `nhsuk-action-link--${props.variant}`,
        props.classes,
      ),
      id: props.id,
      type: link ? undefined : (props.type ?? 'submit'),
      href: link ? props.href : undefined,
      target: link && props.openInNewWindow ? '_blank' : undefined,
      ...props.attributes,
    },
    icon('arrow-right-circle'),
    element('span', { class: 'nhsuk-action-link__text' }, props.text),
  )
}
