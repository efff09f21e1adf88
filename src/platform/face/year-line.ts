import { shortDay } from './dates.ts'
import { classes, element, type Listed, present } from './element.ts'
import type { Html } from './html.ts'
import { unbroken } from './text.ts'
import { months } from './typed-day.ts'

/** A great day, one of a row of meetings, a thing that is due, or one that is overdue. */
export type YearMarkKind = 'day' | 'meeting' | 'due' | 'late'

export interface YearMark {
  on: string
  kind: YearMarkKind
  text: string
  href?: string
  /** It has been. */
  done?: boolean
}

interface YearLineProps {
  /** One sentence that says what the line shows. */
  caption: string
  from: string
  to: string
  today: string
  marks: Listed<YearMark>
}

const width = 900
const edge = 14
const line = 64

const days = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

/** The place of a day on the line, in units of the drawing: 0 days at the left edge, all days at the right. */
function placing({ from, to }: YearLineProps): (on: string) => number {
  const whole = Math.max(1, days(from, to))
  return (on) => edge + (Math.min(whole, Math.max(0, days(from, on))) / whole) * (width - 2 * edge)
}

function monthsBetween({ from, to }: YearLineProps): { on: string; name: string }[] {
  const list = []
  const last = Temporal.PlainDate.from(to)
  for (
    let at = Temporal.PlainDate.from(from).with({ day: 1 });
    Temporal.PlainDate.compare(at, last) < 0;
    at = at.add({ months: 1 })
  )
    if (Temporal.PlainDate.compare(at, Temporal.PlainDate.from(from)) >= 0)
      list.push({ on: at.toString(), name: months[at.month - 1]!.slice(0, 3) })
  return list
}

function drawn(mark: YearMark, x: number): Html {
  const at = { class: classes('app-year__mark', mark.kind !== 'meeting' && `app-year__mark--${mark.kind}`) }
  if (mark.kind === 'day') return element('circle', { ...at, cx: x, cy: line, r: 13 })
  if (mark.kind === 'meeting')
    return element(
      'g',
      at,
      element('circle', { cx: x, cy: line, r: 8 }),
      mark.done && element('circle', { class: 'app-year__done', cx: x, cy: line, r: 4 }),
    )
  return element('path', { ...at, d: `M${x} ${line + 12}l10 10-10 10-10-10z` })
}

/**
 * A year as one line: great days, meetings, what is due, and today. A shape for each kind; everything stands in the list
 * below, too, which is what a phone shows.
 */
export function yearLine(props: YearLineProps): Html {
  const marks = present(props.marks).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const x = placing(props)
  const now = x(props.today)
  const every = monthsBetween(props).length > 15 ? 3 : 2
  const picture = element(
    'svg',
    { viewBox: `0 0 ${width} 132`, 'aria-hidden': 'true', focusable: 'false' },
    element('path', { class: 'app-year__line', d: `M${edge} ${line}H${width - edge}` }),
    element('path', { class: 'app-year__gone', d: `M${edge} ${line}H${now}` }),
    monthsBetween(props)
      .filter((_month, at) => at % every === 0)
      .map(({ on, name }) => element('text', { class: 'app-year__month', x: x(on), y: 124 }, name)),
    marks.map((mark) => drawn(mark, x(mark.on))),
    marks
      .filter(({ kind }) => kind === 'day')
      .map(({ on, text }) =>
        element(
          'text',
          { class: 'app-year__day', x: x(on), y: 36, 'text-anchor': x(on) > width - 160 ? 'end' : 'start' },
          text.length > 26 ? `${text.slice(0, 25)}…` : text,
        ),
      ),
    element('path', { class: 'app-year__today', d: `M${now} 22V92` }),
    element(
      'text',
      {
        class: 'app-year__now',
        x: now + (now > width - 100 ? -8 : 8),
        y: 18,
        'text-anchor': now > width - 100 ? 'end' : 'start',
      },
      'today',
    ),
  )
  return element(
    'figure',
    { class: 'app-year' },
    picture,
    element(
      'figcaption',
      {},
      element('p', {}, props.caption),
      element(
        'ol',
        { class: 'app-year__list' },
        marks.map((mark) =>
          element(
            'li',
            { class: classes('app-year__entry', mark.kind === 'late' && 'app-year__entry--late') },
            element('span', { class: 'app-year__on' }, shortDay(mark.on)),
            mark.href
              ? element('a', { class: 'nhsuk-link', href: mark.href }, unbroken(mark.text))
              : element('span', {}, mark.text),
            mark.done && element('span', { class: 'app-year__on' }, 'held'),
          ),
        ),
      ),
    ),
  )
}
