import { capitalised } from '../text/english.ts'
import { badgeOf, drawing, inOrder } from './chart/drawing.ts'
import type { DrawnEvent, DrawnPoint } from './chart/drawn.ts'
import { marker, meanings, type PointMeaning } from './chart/marks.ts'
import { byClass } from './chart/paint.ts'
import type { Room } from './chart/plan.ts'
import type { ControlChartProps } from './chart/props.ts'
import { figures } from './chart/ticks.ts'
import { day } from './dates.ts'
import { details } from './details.ts'
import { classes, element } from './element.ts'
import { escape, trusted, type Html } from './html.ts'
import { table } from './tables.ts'
import { said } from './text.ts'
import { assuranceIcon, variationIcon } from './variation-icon.ts'

export type { ControlChartProps } from './chart/props.ts'
export type { DrawnEvent, DrawnPoint, SharedScale } from './chart/drawn.ts'
export { standaloneChart } from './chart/standalone.ts'

const rooms = {
  wide: { width: 860, height: 400, letters: 15, marker: 6, short: false },
  narrow: { width: 358, height: 290, letters: 13, marker: 5, short: true },
  large: { width: 1200, height: 520, letters: 24, marker: 9, short: true },
  small: { width: 300, height: 170, letters: 12, marker: 4, short: true, bare: true },
} as const satisfies Record<string, Room>

/** The picture, with a name and a description for who does not see it. */
function picture({ id, title, says, ...props }: ControlChartProps, size: keyof typeof rooms): string {
  const room = rooms[size]
  const [named, described] = [`${id}-${size}-title`, `${id}-${size}-says`]
  return (
    `<svg class="app-chart__picture app-chart__picture--${size}" viewBox="0 0 ${room.width} ${room.height}" role="img" ` +
    `aria-labelledby="${escape(named)}" aria-describedby="${escape(described)}" focusable="false">` +
    `<title id="${escape(named)}">${escape(title)}</title><desc id="${escape(described)}">${escape(says)}</desc>` +
    `${drawing({ ...props, events: inOrder(props.events) }, room, byClass)}</svg>`
  )
}

/**
 * A measure over time: points with a shape, a colour and words for what they mean, the centre, limits and target, steps
 * where it was rebased, and what happened when. Everything stands in words and in a table, too.
 */
export function controlChart(props: ControlChartProps): Html {
  const { id, title, says, variant, heading, next, points } = props
  if (variant === 'small') return smallChart(props)
  const empty = points.every(({ value }) => value === null)
  return element(
    'figure',
    {
      class: classes('app-chart', variant && `app-chart--${variant}`, props.classes),
      id,
      ...props.attributes,
    },
    heading && element(`h${heading}`, { class: 'nhsuk-heading-m app-chart__title' }, title),
    signs(props),
    element('p', { class: 'app-chart__says' }, says),
    next && said(next) && element('p', { class: 'app-chart__next' }, next),
    !empty &&
      trusted(
        variant === 'large' ? picture(props, 'large') : picture(props, 'wide') + picture(props, 'narrow'),
      ),
    element(
      'figcaption',
      { class: 'app-chart__caption' },
      !empty && key(props),
      eventList(inOrder(props.events)),
      (props.notices ?? []).length > 0 &&
        element(
          'ul',
          { class: 'nhsuk-list app-chart__notices' },
          props.notices!.map((notice) => element('li', {}, notice)),
        ),
      props.source && element('p', { class: 'app-chart__source' }, `Source: ${props.source}`),
      !empty && variant !== 'large' && figuresOf(props),
    ),
  )
}

/** One of many beside each other on one scale: title, picture, sign. */
function smallChart(props: ControlChartProps): Html {
  const { id, title, href, signs: shown } = props
  return element(
    'figure',
    { class: classes('app-chart app-chart--small', props.classes), id, ...props.attributes },
    element(
      'figcaption',
      { class: 'app-chart__small-title' },
      href ? element('a', { class: 'nhsuk-link', href }, title) : title,
    ),
    trusted(picture(props, 'small')),
    shown &&
      variationIcon({ variation: shown.variation, direction: shown.direction, classes: 'app-sign--small' }),
  )
}

function signs({ signs: shown }: ControlChartProps) {
  if (!shown) return undefined
  return element(
    'div',
    { class: 'app-chart__signs' },
    variationIcon({ variation: shown.variation, direction: shown.direction }),
    shown.assurance && assuranceIcon({ assurance: shown.assurance }),
  )
}

/** Only those marks and lines that are there. */
function key({ points, target, centreIs }: ControlChartProps): Html {
  const there = (Object.keys(meanings) as PointMeaning[]).filter((meaning) =>
    points.some(({ type, value }) => type === meaning && value !== null),
  )
  const sample = (words: string, drawn: string) =>
    element(
      'li',
      { class: 'app-chart__key-item' },
      trusted(
        `<svg class="app-chart__key-mark" viewBox="0 0 30 16" width="30" height="16" aria-hidden="true" focusable="false">${drawn}</svg>`,
      ),
      element('span', {}, words),
    )
  const line = (look: 'centre' | 'limit' | 'target') => `<path${byClass(look)} d="M0 8H30"/>`
  const judged = there.length > 1 || points.some(({ centre }) => centre !== null)
  return element(
    'ul',
    { class: 'app-chart__key' },
    judged &&
      there.map((meaning) => sample(capitalised(meanings[meaning]), marker(meaning, 15, 8, 6, byClass))),
    centreIs && points.some(({ centre }) => centre !== null) && sample(capitalised(centreIs), line('centre')),
    points.some(({ upper }) => upper !== null) && sample('Limits of chance', line('limit')),
    target !== null && sample('Target', line('target')),
  )
}

function eventList(events: readonly DrawnEvent[]) {
  if (events.length === 0) return undefined
  return element(
    'ol',
    { class: 'app-chart__events' },
    events.map(({ on, text, href }, index) =>
      element(
        'li',
        { class: 'app-chart__entry' },
        element('span', { class: 'app-chart__letter-box' }, badgeOf(index)),
        element(
          'span',
          {},
          element('span', { class: 'app-chart__on' }, `${day(on)}: `),
          href ? element('a', { class: 'nhsuk-link', href }, text) : text,
        ),
      ),
    ),
  )
}

/** All figures, for who reads rather than looks. */
function figuresOf({ id, title, points, centreIs, unit }: ControlChartProps): Html {
  const limits = points.some(({ upper }) => upper !== null)
  const centred = centreIs && points.some(({ centre }) => centre !== null)
  const number = (value: number | null) => (value === null ? 'none' : figures(value))
  return details({
    summary: 'The figures as a table',
    classes: 'app-chart__figures',
    content: table({
      id: `${id}-table`,
      caption: { text: unit ? `${title} (${unit})` : title, size: 's' },
      compact: true,
      scroll: 'by keyboard',
      head: [
        'Date',
        { text: 'Reading', format: 'numeric' },
        centred && { text: capitalised(centreIs), format: 'numeric' },
        limits && { text: 'Lower limit', format: 'numeric' },
        limits && { text: 'Upper limit', format: 'numeric' },
        'More than chance?',
      ],
      rows: points.map((point) => [
        day(point.on),
        { text: point.value === null ? 'missing' : figures(point.value), format: 'numeric' },
        centred && { text: number(point.centre), format: 'numeric' },
        limits && { text: number(point.lower), format: 'numeric' },
        limits && { text: number(point.upper), format: 'numeric' },
        shownMeaning(point),
      ]),
    }),
  })
}

const shownMeaning = ({ type, signal }: DrawnPoint) =>
  type === 'common_cause'
    ? 'No'
    : capitalised(`${meanings[type].replace(' than chance explains', '')}: ${signal ?? 'a signal'}`)

/** Charts beside each other, as many as fit. */
export const chartGrid = (charts: readonly Html[]): Html =>
  element('div', { class: 'app-chart-grid' }, charts)
