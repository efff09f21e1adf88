import { classes, type Attributes } from './element.ts'
import { hint } from './hint.ts'
import { html, type Html } from './html.ts'
import { textarea, type TextareaProps } from './textarea.ts'
import { translations, type Plurals } from './translation.ts'

export type CharacterCountProps = TextareaProps & {
  maxlength?: number | string
  maxwords?: number | string
  countType?: string
  /** Per cent of the limit from which the count is shown. */
  threshold?: number | string
  countMessage?: { classes?: string }
  textareaDescriptionText?: string
  charactersUnderLimitText?: Plurals
  charactersAtLimitText?: string
  charactersOverLimitText?: Plurals
  wordsUnderLimitText?: Plurals
  wordsAtLimitText?: string
  wordsOverLimitText?: Plurals
}

function counted(
  props: CharacterCountProps,
  limit: number | string | undefined,
  unit: string | undefined,
): Attributes {
  const description = props.textareaDescriptionText
  return {
    'data-module': 'nhsuk-character-count',
    'data-maxlength': props.maxlength,
    'data-maxwords': props.maxwords,
    'data-threshold': props.threshold,
    'data-count-type': unit,
    ...translations({
      'textarea-description': !limit && description ? { other: description } : undefined,
      'characters-under-limit': props.charactersUnderLimitText,
      'characters-at-limit': props.charactersAtLimitText,
      'characters-over-limit': props.charactersOverLimitText,
      'words-under-limit': props.wordsUnderLimitText,
      'words-at-limit': props.wordsAtLimitText,
      'words-over-limit': props.wordsOverLimitText,
    }),
    ...props.group?.attributes,
  }
}

/** A textarea that says how much may be written, and counts along when the script runs. */
export function characterCount(props: CharacterCountProps): Html {
  const id = props.id || props.name
  const limit = props.maxwords || props.maxlength
  const unit = props.countType || (props.maxwords ? 'words' : undefined)
  const description =
    props.textareaDescriptionText ||
    `You can enter up to %{count} ${unit === 'words' ? 'words' : 'characters'}`
  const message = hint({
    text: limit ? description.replaceAll('%{count}', String(limit)) : '',
    id: `${id}-info`,
    classes: classes('nhsuk-character-count__message', props.countMessage?.classes),
    attributes: { hidden: !limit },
  })
  return textarea({
    ...props,
    describedBy: `${id}-info`,
    classes: classes('nhsuk-js-character-count', props.classes),
    group: {
      classes: classes(props.group?.classes, 'nhsuk-character-count'),
      attributes: counted(props, limit, unit),
      before: props.group?.before,
      after: html`${message}${props.group?.after}`,
    },
  })
}
