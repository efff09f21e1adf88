import { classes, element, type Decoration, type Listed } from './element.ts'
import { styledHeading, type HeadingProps } from './heading.ts'
import type { Html } from './html.ts'
import { tag, type TagProps } from './tag.ts'
import { said, spelled, type Words } from './text.ts'

export type TaskStatus = Words | { text: Words; classes?: string } | { tag: TagProps; classes?: string }

export type TaskProps = {
  heading: Words | HeadingProps
  href?: string
  hint?: Words
  status?: TaskStatus
  classes?: string
}

export type TaskListProps = Decoration & { items: Listed<TaskProps>; idPrefix?: string }

function statusOf(given: TaskStatus = '', id: string): Html {
  const status =
    typeof given === 'object' && 'tag' in given ? given : spelled<{ text: Words; classes?: string }>(given)
  return element(
    'div',
    { class: classes('nhsuk-task-list__status', status.classes), id },
    'tag' in status ? tag(status.tag) : status.text,
  )
}

function task(item: TaskProps, id: string): Html {
  const hinted = said(item.hint)
  const described = classes(hinted && `${id}-hint`, `${id}-status`)
  const heading = spelled<HeadingProps>(item.heading)
  const name = styledHeading(
    { ...heading, classes: classes(item.href && 'nhsuk-link', heading.classes) },
    {
      className: item.href ? 'nhsuk-task-list__link' : '',
      element: item.href ? 'a' : 'div',
      leading: item.href ? { href: item.href, 'aria-describedby': described } : {},
    },
  )
  return element(
    'li',
    {
      class: classes('nhsuk-task-list__item', item.href && 'nhsuk-task-list__item--with-link', item.classes),
    },
    element(
      'div',
      { class: 'nhsuk-task-list__name-and-hint' },
      name,
      hinted && element('div', { class: 'nhsuk-task-list__hint', id: `${id}-hint` }, item.hint),
    ),
    statusOf(item.status, `${id}-status`),
  )
}

export const taskList = (props: TaskListProps): Html =>
  element(
    'ul',
    { class: classes('nhsuk-task-list', props.classes), id: props.id, ...props.attributes },
    props.items.map((item, at) => item && task(item, `${props.idPrefix || 'task-list'}-${at + 1}`)),
  )
