import { classes, element, type Decoration } from './element.ts'
import { styledHeading, type HeadingProps } from './heading.ts'
import type { Html } from './html.ts'
import { said, spelled, type Words } from './text.ts'

export type PanelProps = Decoration & {
  heading: Words | HeadingProps
  content?: Words
  variant?: 'interruption'
}

export const panel = (props: PanelProps): Html =>
  element(
    'div',
    {
      class: classes('nhsuk-panel', props.variant && `nhsuk-panel--${props.variant}`, props.classes),
      id: props.id,
      ...props.attributes,
    },
    styledHeading(spelled<HeadingProps>(props.heading), {
      className: 'nhsuk-panel__heading',
      classPrefix: 'nhsuk-panel__heading--',
      sizes: ['m', 'l', 'xl'],
    }),
    said(props.content) && element('div', { class: 'nhsuk-panel__body' }, props.content),
  )
