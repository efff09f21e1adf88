import { classes, element, type Attributes, type Decoration, type Listed, present } from './element.ts'
import { styledHeading, type HeadingProps } from './heading.ts'
import type { Html } from './html.ts'
import { said, spelled, type Words } from './text.ts'

export type ListedError = { text: Words; href?: string; attributes?: Attributes }

export type ErrorSummaryProps = Decoration & {
  errors: Listed<ListedError>
  heading?: Words | HeadingProps
  description?: Words
  disableAutoFocus?: boolean
}

const entry = (error: ListedError) =>
  element(
    'li',
    {},
    error.href ? element('a', { href: error.href, ...error.attributes }, error.text) : error.text,
  )

export function errorSummary(props: ErrorSummaryProps): Html {
  const errors = present(props.errors)
  const heading = spelled<HeadingProps>(props.heading ?? 'There is a problem')
  return element(
    'div',
    {
      class: classes('nhsuk-error-summary', props.classes),
      id: props.id,
      'data-module': 'nhsuk-error-summary',
      'data-disable-auto-focus':
        props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus),
      ...props.attributes,
    },
    // The alert is a child of the focused element; on one element screen readers lose one of the two.
    element(
      'div',
      { role: 'alert' },
      styledHeading({ ...heading, level: 2 }, { className: 'nhsuk-error-summary__heading' }),
      element(
        'div',
        { class: 'nhsuk-error-summary__body' },
        said(props.description) && element('p', {}, props.description),
        errors.length > 0 &&
          element('ul', { class: 'nhsuk-list nhsuk-error-summary__list' }, errors.map(entry)),
      ),
    ),
  )
}
