import { classes, element, type Decoration } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

/** A string becomes a paragraph; markup stands as it is. */
export type InsetTextProps = Decoration & { content: Words; visuallyHiddenText?: string }

export const insetText = (props: InsetTextProps): Html =>
  element(
    'div',
    { class: classes('nhsuk-inset-text', props.classes), id: props.id, ...props.attributes },
    element('span', { class: 'nhsuk-u-visually-hidden' }, `${props.visuallyHiddenText || 'Information'}: `),
    typeof props.content === 'string' ? element('p', {}, props.content) : ['\n', props.content],
  )
