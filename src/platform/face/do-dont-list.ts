import { card } from './card.ts'
import { element, type Decoration, type Listed, present } from './element.ts'
import type { HeadingProps } from './heading.ts'
import type { Html } from './html.ts'
import { icon } from './icon.ts'
import { spelled, type Words } from './text.ts'

export type DoDontListProps = Decoration & {
  heading: Words | HeadingProps
  icon: 'tick' | 'cross'
  items: Listed<Words | { text: Words }>
  /** Stands before each item; "do not" for crosses, unless given. An empty string leaves it out. */
  prefix?: string
}

export function doDontList(props: DoDontListProps): Html {
  const prefix = props.prefix ?? (props.icon === 'cross' ? 'do not' : '')
  const heading = spelled<HeadingProps>(props.heading)
  const list = element(
    'ul',
    { class: `nhsuk-list nhsuk-list--${props.icon}`, role: 'list' },
    present(props.items).map((item) =>
      element('li', {}, icon(props.icon), '\n', prefix && `${prefix} `, spelled<{ text: Words }>(item).text),
    ),
  )
  return card({
    id: props.id,
    heading: { ...heading, level: heading.level ?? 3 },
    content: list,
    classes: props.classes,
    attributes: props.attributes,
    variant: 'feature',
  })
}
