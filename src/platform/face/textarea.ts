import { classes, element, type Decoration } from './element.ts'
import { field, wrong, type FieldProps } from './field.ts'
import type { Html } from './html.ts'

export type TextareaProps = FieldProps &
  Decoration & {
    value?: string
    rows?: number
    spellcheck?: boolean
    autocomplete?: string
    disabled?: boolean
  }

// The parser of HTML swallows one newline after the opening tag; without a spare one an answer would lose its own.
const kept = (value: string | undefined) => (value?.startsWith('\n') ? `\n${value}` : value)

export const textarea = (props: TextareaProps): Html =>
  field(props, (id, describedBy) => [
    props.group?.before,
    element(
      'textarea',
      {
        class: classes('nhsuk-textarea', wrong(props.error) && 'nhsuk-textarea--error', props.classes),
        id,
        name: props.name,
        rows: props.rows || 5,
        spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
        disabled: props.disabled,
        'aria-describedby': describedBy,
        autocomplete: props.autocomplete,
        ...props.attributes,
      },
      kept(props.value),
    ),
    props.group?.after,
  ])
