import { day, shortDay } from './dates.ts'
import { element, type Listed, present } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

/** A day on which one more was counted, and who or what that was. */
export interface CurvePoint {
  on: string
  text: Words
}

interface CurveProps {
  /** One sentence that says what the curve shows. */
  caption: Words
  /** All that could be counted: the height of the drawing. */
  of: number
  /** The name of the top line: "6 boroughs". */
  all: string
  from: string
  to: string
  points: Listed<CurvePoint>
}

const width = 900
const height = 220
const left = 44
const right = 16
const top = 28
const bottom = 34

const days = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

/** How many there were by each day, one step for each; the list below it says the same. */
export function curve(props: CurveProps): Html {
  const points = present(props.points).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const whole = Math.max(1, days(props.from, props.to))
  const x = (on: string) =>
    Math.round(left + (Math.min(whole, Math.max(0, days(props.from, on))) / whole) * (width - left - right))
  const y = (count: number) =>
    Math.round(height - bottom - (count / Math.max(1, props.of)) * (height - top - bottom))
  const steps = points.map(({ on }, at) => `H${x(on)}V${y(at + 1)}`).join('')
  const picture = element(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' },
    element('path', { class: 'app-curve__all', d: `M${left} ${y(props.of)}H${width - right}` }),
    element('text', { x: left, y: y(props.of) - 8 }, props.all),
    element('path', { class: 'app-curve__zero', d: `M${left} ${y(0)}H${width - right}` }),
    element('path', { class: 'app-curve__line', d: `M${left} ${y(0)}${steps}H${width - right}` }),
    points.map(({ on }, at) => element('circle', { cx: x(on), cy: y(at + 1), r: 6 })),
    element('text', { x: left, y: height - 8 }, shortDay(props.from)),
    element('text', { x: width - right, y: height - 8, 'text-anchor': 'end' }, shortDay(props.to)),
    element('text', { x: left - 10, y: y(0) + 5, 'text-anchor': 'end' }, '0'),
    points.length > 0 &&
      element('text', { x: left - 10, y: y(points.length) + 5, 'text-anchor': 'end' }, String(points.length)),
  )
  return element(
    'figure',
    { class: 'app-curve' },
    picture,
    element(
      'figcaption',
      {},
      element('p', {}, props.caption),
      points.length > 0 &&
        element(
          'ol',
          { class: 'app-curve__list' },
          points.map(({ on, text }, at) => element('li', {}, `${at + 1}. ${day(on)}: `, text)),
        ),
    ),
  )
}
