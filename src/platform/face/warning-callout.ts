import { card, type CardProps } from './card.ts'
import type { Decoration } from './element.ts'
import type { HeadingProps } from './heading.ts'
import type { Html } from './html.ts'
import { spelled, type Words } from './text.ts'

export type WarningCalloutProps = Decoration & {
  heading: Words | HeadingProps
  content?: Words
  actions?: CardProps['actions']
}

/** Says "Important" to screen readers unless its heading does. */
export function warningCallout(props: WarningCalloutProps): Html {
  const heading = spelled<HeadingProps>(props.heading)
  const plain = typeof heading.text === 'string' && !/[Ii]mportant/.test(heading.text)
  return card({
    ...props,
    heading: {
      ...heading,
      level: heading.level ?? 3,
      visuallyHiddenText: plain ? heading.visuallyHiddenText || 'Important' : undefined,
    },
    variant: 'warning',
  })
}
