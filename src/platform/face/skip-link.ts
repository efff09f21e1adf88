import { classes, element, type Decoration } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

export type SkipLinkProps = Decoration & { text?: Words; href?: string }

export const skipLink = (props: SkipLinkProps = {}): Html =>
  element(
    'a',
    {
      class: classes('nhsuk-skip-link', props.classes),
      id: props.id,
      'data-module': 'nhsuk-skip-link',
      href: props.href || '#maincontent',
      ...props.attributes,
    },
    props.text || 'Skip to main content',
  )
