import { caption, type CaptionProps } from './caption.ts'
import { classes, element, type Attributes, type Decoration } from './element.ts'
import { html, type Html } from './html.ts'
import { said, spelled, type Words } from './text.ts'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6
export type HeadingSize = 'xxs' | 'xs' | 's' | 'm' | 'l' | 'xl'

export type HeadingProps = Decoration & {
  text: Words
  level?: HeadingLevel
  size?: HeadingSize
  caption?: Words | CaptionProps
  href?: string
  visuallyHiddenText?: string
}

/** The same heading under the class names of another component. */
export type HeadingStyle = {
  className: string
  classPrefix?: string
  sizes?: readonly string[]
  element?: string
  leading?: Attributes
}

const everySize = ['xxs', 'xs', 's', 'm', 'l', 'xl']

export function styledHeading(props: HeadingProps, style: HeadingStyle): Html {
  if (!said(props.text)) return html``
  const prefix = style.classPrefix ?? `${style.className}-`
  const size = props.size && (style.sizes ?? everySize).includes(props.size) ? props.size : undefined
  const plain = prefix === `${style.className}-`
  const above = props.caption === undefined ? undefined : spelled<CaptionProps>(props.caption)
  const small = above && said(above.text) ? caption({ ...above, size: above.size ?? size }) : undefined
  const place = above?.placement ?? 'start'
  const words = props.href ? element('a', { class: 'nhsuk-link', href: props.href }, props.text) : props.text
  const hidden =
    props.visuallyHiddenText &&
    element('span', { class: 'nhsuk-u-visually-hidden' }, ` ${props.visuallyHiddenText}`)
  const given = {
    class: classes(plain && size ? '' : style.className, size && prefix + size, props.classes) || undefined,
    id: props.id,
    ...style.leading,
    ...props.attributes,
  }
  const inside = [
    place === 'start' && small && [small, '\n'],
    words,
    hidden,
    place === 'end' && small && ['\n', small],
  ]
  return html`${place === 'before' && small}${element(style.element ?? `h${props.level ?? 1}`, given, inside)}${
    place === 'after' && small
  }`
}

export const heading = (props: HeadingProps): Html => styledHeading(props, { className: 'nhsuk-heading' })
