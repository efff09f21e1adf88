import { caption, type CaptionProps } from './caption.ts'
import { classes, element, type Decoration } from './element.ts'
import { styledHeading, type HeadingSize } from './heading.ts'
import { html, type Html } from './html.ts'
import type { WrappingHeading } from './label.ts'
import { said, spelled, type Words } from './text.ts'

export type LegendProps = Decoration & {
  text: Words
  size?: HeadingSize
  caption?: Words | CaptionProps
  heading?: boolean | WrappingHeading
  visuallyHiddenText?: string
}

const sizes = ['s', 'm', 'l', 'xl']

export function legend(props: LegendProps): Html {
  if (!said(props.text)) return html``
  const named = classes(
    'nhsuk-fieldset__legend',
    props.size && sizes.includes(props.size) && `nhsuk-fieldset__legend--${props.size}`,
    props.classes,
  )
  const given = props.caption === undefined ? undefined : spelled<CaptionProps>(props.caption)
  const above = given && { ...given, size: given.size ?? props.size }
  // A legend must be the first thing in its fieldset, so nothing may stand before it.
  if (above?.placement === 'before') above.placement = 'start'
  const words = {
    text: props.text,
    visuallyHiddenText: props.visuallyHiddenText,
    caption: above?.placement === 'after' ? undefined : above,
  }
  const wrapping = props.heading === true ? {} : props.heading
  const whole = wrapping
    ? element(
        'legend',
        { class: named, id: props.id, ...props.attributes },
        styledHeading({ ...words, ...wrapping }, { className: 'nhsuk-fieldset__heading' }),
      )
    : styledHeading(
        { ...words, id: props.id, attributes: props.attributes },
        { className: named, element: 'legend' },
      )
  return html`${whole}${above?.placement === 'after' && said(above.text) && caption(above)}`
}
