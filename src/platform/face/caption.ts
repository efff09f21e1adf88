import { classes, element, type Decoration } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

export type CaptionProps = Decoration & {
  text: Words
  size?: string
  /** `before` and `after` stand outside the heading, `start` and `end` inside. */
  placement?: 'before' | 'start' | 'end' | 'after'
  element?: string
}

const sizes = ['m', 'l', 'xl', 'xxl']

export function caption(props: CaptionProps): Html {
  const size = props.size && sizes.includes(props.size) ? `-${props.size}` : ''
  const below = props.placement === 'after' || props.placement === 'end'
  return element(
    props.element ?? 'span',
    {
      class: classes(`nhsuk-caption${size}`, below && 'nhsuk-caption--bottom', props.classes),
      id: props.id,
      ...props.attributes,
    },
    props.text,
  )
}
