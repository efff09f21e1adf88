import { classes, element, type Decoration } from './element.ts'
import { styledHeading, type HeadingProps } from './heading.ts'
import type { Html } from './html.ts'
import { said, spelled, type Words } from './text.ts'

export type NotificationBannerProps = Decoration & {
  variant?: 'success'
  title?: Words | HeadingProps
  heading?: Words | (HeadingProps & { element?: string })
  /** A string becomes a paragraph, the heading itself when there is no other; markup stands as it is. */
  content?: Words
  role?: string
  disableAutoFocus?: boolean
}

function body(content: Words | undefined, headed: boolean) {
  if (typeof content !== 'string' || content === '') return content
  return element('p', { class: headed ? 'nhsuk-body' : 'nhsuk-notification-banner__heading' }, content)
}

export function notificationBanner(props: NotificationBannerProps): Html {
  const success = props.variant === 'success'
  const title = spelled<HeadingProps>(props.title ?? (success ? 'Success' : 'Important'))
  const titleId = title.id || 'nhsuk-notification-banner-title'
  const heading =
    props.heading === undefined ? undefined : spelled<HeadingProps & { element?: string }>(props.heading)
  return element(
    'div',
    {
      class: classes(
        'nhsuk-notification-banner',
        props.classes,
        success && 'nhsuk-notification-banner--success',
      ),
      id: props.id,
      'data-module': 'nhsuk-notification-banner',
      'data-disable-auto-focus':
        props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus),
      // Success answers a visitor's own change, so it is read out at once; other news is a landmark.
      role: props.role || (success ? 'alert' : 'region'),
      'aria-labelledby': titleId,
      ...props.attributes,
    },
    element(
      'div',
      { class: 'nhsuk-notification-banner__header' },
      styledHeading(
        { ...title, level: title.level ?? 2, id: titleId },
        { className: 'nhsuk-notification-banner__title' },
      ),
    ),
    element(
      'div',
      { class: 'nhsuk-notification-banner__content' },
      heading &&
        styledHeading(
          { ...heading, level: heading.level ?? 3 },
          { className: 'nhsuk-notification-banner__heading', element: heading.element },
        ),
      body(props.content, heading !== undefined && said(heading.text)),
    ),
  )
}
