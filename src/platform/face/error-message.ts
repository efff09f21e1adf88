import { classes, element, type Decoration } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

export type ErrorMessageProps = Decoration & { text: Words; visuallyHiddenText?: string }

export const errorMessage = (props: ErrorMessageProps): Html =>
  element(
    'span',
    { class: classes('nhsuk-error-message', props.classes), id: props.id, ...props.attributes },
    props.visuallyHiddenText !== '' &&
      element('span', { class: 'nhsuk-u-visually-hidden' }, `${props.visuallyHiddenText ?? 'Error'}: `),
    props.text,
  )
