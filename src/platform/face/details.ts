import { classes, element, type Decoration } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

export type DetailsProps = Decoration & {
  summary: Words
  content: Words
  open?: boolean
  variant?: 'reverse'
}

export const details = (props: DetailsProps): Html =>
  element(
    'details',
    {
      class: classes('nhsuk-details', props.variant && `nhsuk-details--${props.variant}`, props.classes),
      id: props.id,
      ...props.attributes,
      open: props.open,
    },
    element(
      'summary',
      { class: 'nhsuk-details__summary' },
      element('span', { class: 'nhsuk-details__summary-text' }, props.summary),
    ),
    element('div', { class: 'nhsuk-details__text' }, props.content),
  )
