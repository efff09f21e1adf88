import { caption, type CaptionProps } from './caption.ts'
import { element, type Attributes, type Decoration } from './element.ts'
import { styledHeading, type HeadingLevel, type HeadingSize } from './heading.ts'
import { html, type Html } from './html.ts'
import { said, spelled, type Words } from './text.ts'

/** Wraps the label or legend in a heading: the one question of a page is also its title. */
export type WrappingHeading = { level?: HeadingLevel; id?: string; attributes?: Attributes }

export type LabelProps = Decoration & {
  text: Words
  for?: string
  size?: HeadingSize
  caption?: Words | CaptionProps
  heading?: boolean | WrappingHeading
  visuallyHiddenText?: string
}

export function label(props: LabelProps): Html {
  if (!said(props.text)) return html``
  const above = props.caption === undefined ? undefined : spelled<CaptionProps>(props.caption)
  const outside = above?.placement === 'before' || above?.placement === 'after'
  const small = above && said(above.text) && caption({ ...above, size: above.size ?? props.size })
  const wrapping = props.heading === true ? {} : props.heading
  const inner = styledHeading(
    { ...props, caption: above && !outside ? { ...above, size: above.size ?? props.size } : undefined },
    {
      className: 'nhsuk-label',
      classPrefix: 'nhsuk-label--',
      sizes: ['s', 'm', 'l', 'xl'],
      element: 'label',
      leading: { for: props.for },
    },
  )
  const whole = wrapping
    ? element(
        `h${wrapping.level ?? 1}`,
        { class: 'nhsuk-label-wrapper', id: wrapping.id, ...wrapping.attributes },
        inner,
      )
    : inner
  return html`${above?.placement === 'before' && small}${whole}${above?.placement === 'after' && small}`
}
