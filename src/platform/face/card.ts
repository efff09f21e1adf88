import { classes, element, type Attributes, type Decoration, type Listed, present } from './element.ts'
import { styledHeading, type HeadingProps } from './heading.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { said, spelled, type Words } from './text.ts'

export type CareVariant = 'non-urgent' | 'urgent' | 'emergency'
export type CardVariant = 'feature' | 'primary' | 'secondary' | 'warning' | CareVariant

/** A link, or the submit button of a form when it has no address. */
export type CardAction = Decoration & {
  text: Words
  href?: string
  type?: string
  name?: string
  value?: string
  visuallyHiddenText?: string
}

export type CardProps = Decoration & {
  /** A string is drawn as a heading; markup stands as it is. */
  heading?: Words | HeadingProps
  /** Stands between the heading and the content. */
  subheading?: Html
  /** A string becomes a paragraph; markup stands as it is. */
  content?: Words
  href?: string
  clickable?: boolean
  variant?: CardVariant
  image?: Html | { src: string; alt?: string }
  actions?: Listed<CardAction> | { items: Listed<CardAction>; classes?: string }
}

const careWords: Record<CareVariant, string> = {
  'non-urgent': 'Non-urgent advice',
  urgent: 'Urgent advice',
  emergency: 'Immediate action required',
}

const isCare = (variant: string | undefined): variant is CareVariant =>
  variant !== undefined && variant in careWords

/** `about` tells screen readers which of several equal links this one is. */
export function cardAction(action: CardAction, about: Words = ''): Html {
  const link = action.href && !action.type
  const given: Attributes = link
    ? { href: action.href }
    : { name: action.name, type: action.type ?? 'submit', value: action.value }
  const hidden =
    (action.visuallyHiddenText || said(about)) &&
    element(
      'span',
      { class: 'nhsuk-u-visually-hidden' },
      action.visuallyHiddenText && ` ${action.visuallyHiddenText}`,
      said(about) && [' (', about, ')'],
    )
  return element(
    link ? 'a' : 'button',
    { class: classes('nhsuk-link', action.classes), id: action.id, ...given, ...action.attributes },
    action.text,
    hidden,
  )
}

function cardHeading(heading: HeadingProps, props: CardProps): Html {
  if (!said(heading.text)) return html``
  if (typeof heading.text !== 'string') return heading.text
  const { visuallyHiddenText: hidden, ...rest } = heading
  const linked = props.href && props.variant !== 'feature'
  const words = linked
    ? element('a', { class: 'nhsuk-card__link', href: props.href }, heading.text)
    : hidden
      ? element(
          'span',
          { role: 'text' },
          element('span', { class: 'nhsuk-u-visually-hidden' }, `${hidden}: `),
          heading.text,
        )
      : html`${heading.text}`
  return styledHeading(
    { ...rest, level: heading.level ?? 2, href: undefined, text: words },
    { className: 'nhsuk-card__heading', classPrefix: 'nhsuk-heading-' },
  )
}

function actionsOf(given: CardProps['actions'], about: Words) {
  const { items, classes: own } =
    given && 'items' in given ? given : { items: given ?? [], classes: undefined }
  const actions = present(items)
  if (actions.length === 0) return undefined
  const named = classes('nhsuk-card__actions', own)
  if (actions.length === 1) return element('div', { class: named }, cardAction(actions[0]!, about))
  const list = actions.map((action) =>
    element('li', { class: 'nhsuk-card__action' }, cardAction(action, about)),
  )
  return element('ul', { class: named }, list)
}

function imageOf(image: CardProps['image']) {
  if (image === undefined || !('src' in image)) return image
  return element('img', { class: 'nhsuk-card__img', src: image.src, alt: image.alt ?? '' })
}

const body = (content: Words | undefined) =>
  typeof content === 'string' && content !== ''
    ? element('p', { class: 'nhsuk-card__description' }, content)
    : content

export function card(props: CardProps): Html {
  const given = spelled<HeadingProps>(props.heading ?? '')
  const care = isCare(props.variant) && said(given.text) ? props.variant : undefined
  const plain = props.variant && !isCare(props.variant) && `nhsuk-card--${props.variant}`
  const heading = care ? { ...given, visuallyHiddenText: given.visuallyHiddenText ?? careWords[care] } : given
  const title = html`${cardHeading(heading, props)}${props.subheading}`
  const arrow = care && element('span', { class: 'nhsuk-card--care__arrow', 'aria-hidden': 'true' })
  const actions = actionsOf(props.actions, given.text)
  const bar =
    (arrow || actions) && element('div', { class: 'nhsuk-card__heading-container' }, title, arrow, actions)
  return element(
    'div',
    {
      class: classes(
        'nhsuk-card',
        props.clickable && 'nhsuk-card--clickable',
        plain,
        care && `nhsuk-card--care nhsuk-card--care--${care}`,
        props.classes,
      ),
      id: props.id,
      ...props.attributes,
    },
    imageOf(props.image),
    bar,
    element(
      'div',
      { class: 'nhsuk-card__content' },
      !bar && title,
      body(props.content),
      props.variant === 'primary' && icon('chevron-right-circle'),
    ),
  )
}
