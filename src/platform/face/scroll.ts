import { classes, element, type Decoration } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

/** A string becomes a paragraph; markup stands as it is. */
export type ScrollProps = Decoration & {
  content: Words
  labelledBy?: string
  variant?: 'reverse' | undefined
  /** Focusable, so that overflow can be scrolled by the keyboard. */
  focusable?: boolean
}

export const scroll = (props: ScrollProps): Html =>
  element(
    'div',
    {
      class: classes('nhsuk-scroll', props.variant && `nhsuk-scroll--${props.variant}`, props.classes),
      id: props.id,
      'data-module': 'nhsuk-scroll',
      ...props.attributes,
    },
    element(
      'div',
      {
        class: 'nhsuk-scroll__content',
        role: 'region',
        'aria-labelledby': props.labelledBy,
        tabindex: props.focusable ? '0' : undefined,
      },
      typeof props.content === 'string' ? element('p', {}, props.content) : props.content,
    ),
  )
