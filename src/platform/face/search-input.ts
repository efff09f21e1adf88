import { button, type ButtonProps } from './button.ts'
import { classes } from './element.ts'
import { html, type Html } from './html.ts'
import { input, type InputProps } from './input.ts'

export type SearchInputProps = InputProps & { button?: false | ButtonProps }

/** A search box with its button; the form around it is the page's. */
export function searchInput(props: SearchInputProps): Html {
  const { button: given, ...rest } = props
  const submit =
    given !== false &&
    button({
      ariaLabel: 'Search',
      icon: { name: 'search' },
      small: !props.large,
      disabled: props.disabled,
      ...given,
      classes: classes('nhsuk-search-input__button', given?.classes),
    })
  return input({
    type: 'search',
    autocomplete: 'off',
    ...rest,
    classes: classes('nhsuk-search-input__input', props.classes),
    wrapper: { ...props.wrapper, classes: classes('nhsuk-search-input__wrapper', props.wrapper?.classes) },
    group: {
      ...props.group,
      classes: classes(
        'nhsuk-search-input',
        props.large && 'nhsuk-search-input--large',
        props.group?.classes,
      ),
      after: html`${submit}${props.group?.after}`,
    },
  })
}
