import { classes, element, type Decoration } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

export type HintProps = Decoration & { text?: Words }

export const hint = (props: HintProps): Html =>
  element(
    'div',
    { class: classes('nhsuk-hint', props.classes), id: props.id, ...props.attributes },
    props.text,
  )
