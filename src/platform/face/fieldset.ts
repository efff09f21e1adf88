import { classes, element, type Decoration } from './element.ts'
import type { Html, Part } from './html.ts'
import { legend, type LegendProps } from './legend.ts'
import { spelled, type Words } from './text.ts'

export type FieldsetProps = Decoration & {
  legend?: Words | LegendProps
  role?: string
  describedBy?: string
  content?: Part
}

export const fieldset = (props: FieldsetProps): Html =>
  element(
    'fieldset',
    {
      class: classes('nhsuk-fieldset', props.classes),
      id: props.id,
      role: props.role,
      'aria-describedby': props.describedBy || undefined,
      ...props.attributes,
    },
    props.legend !== undefined && legend(spelled<LegendProps>(props.legend)),
    props.content,
  )
