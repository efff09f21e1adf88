import { escape } from '../html.ts'
import { figures, type Tick } from './ticks.ts'
import type { Drawing, DrawnEvent } from './drawn.ts'
import { marker, tenth } from './marks.ts'
import type { Painter } from './paint.ts'
import { plan, type Plan, type Room } from './plan.ts'

/** The marks of events: A to Z, then numbers. */
export const badgeOf = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : String(index + 1)

/** Events in the order of its days. */
export const inOrder = (events: readonly DrawnEvent[] = []): DrawnEvent[] =>
  events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/** Everything inside the frame of a chart, in a box of its own from 0, 0. Events are in order. */
export function drawing(props: Drawing, room: Room, paint: Painter): string {
  const planned = plan(props, room)
  return [
    grid(planned, paint),
    events(props, planned, paint),
    lines(props, planned, paint),
    values(props, planned, paint),
    labels(props, planned, paint),
    axis(planned, paint),
  ].join('')
}

const text = (paint: string, x: number, y: number, size: number, words: string, anchor = 'start') =>
  `<text${paint} x="${tenth(x)}" y="${tenth(y)}" font-size="${size}" text-anchor="${anchor}">${escape(words)}</text>`

function grid({ room, left, right, rows, y, unit }: Plan, paint: Painter): string {
  const named = unit === '' ? '' : text(paint('tick'), 0, room.letters, room.letters, fitting(unit, room))
  return (
    named +
    rows
      .map((value) => {
        const at = tenth(y(value))
        return (
          `<path${paint('grid')} d="M${left} ${at}H${right}"/>` +
          text(paint('tick'), left - 6, at + room.letters * 0.35, room.letters, figures(value), 'end')
        )
      })
      .join('')
  )
}

/** Words as far as there is room for them. */
function fitting(words: string, { width, letters }: Room): string {
  const most = Math.floor(width / (letters * 0.52))
  return words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words
}

function axis({ room, left, right, bottom, ticks, x }: Plan, paint: Painter): string {
  const tick = ({ at, label, year }: Tick) => {
    const place = tenth(x(at))
    return (
      `<path${paint('axis')} d="M${place} ${bottom}v5"/>` +
      text(paint('tick'), place, bottom + room.letters * 1.4, room.letters, label, 'middle') +
      (year ? text(paint('tick'), place, bottom + room.letters * 2.6, room.letters, year, 'middle') : '')
    )
  }
  return `<path${paint('axis')} d="M${left} ${bottom}H${right}"/>${ticks.map(tick).join('')}`
}

/** Marks stand in rows above the axis, so that none hides another; each line ends in its mark. */
function events({ events: all }: Drawing, { top, bottom, badges, room }: Plan, paint: Painter): string {
  if (room.bare) return ''
  const r = tenth(room.letters * 0.72)
  const places = all.map((_event, index) => {
    const { x, row } = badges[index]!
    return { x, y: tenth(bottom - r - 3 - row * (2 * r + 3)), words: badgeOf(index) }
  })
  const stems = places.map(({ x, y }) => `<path${paint('event')} d="M${x} ${top}V${y}"/>`)
  const marks = places.map(
    ({ x, y, words }) =>
      `<circle${paint('badge')} cx="${x}" cy="${y}" r="${r}"/>` +
      `<text${paint('letter')} x="${x}" y="${tenth(y + room.letters * 0.35)}" font-size="${room.letters}">${words}</text>`,
  )
  return stems.join('') + marks.join('')
}

/** A line over all points of each segment, in steps where it differs from point to point. */
function stairs({ points }: Drawing, { x, y, left, right }: Plan, of: 'centre' | 'lower' | 'upper'): string {
  let path = ''
  let before: number | null = null
  for (const [index, point] of points.entries()) {
    const value = point[of]
    const follows = points[index - 1]?.segment === point.segment
    const at = x(point.on, index)
    const start = index === 0 ? Math.max(left, at - 8) : (x(points[index - 1]!.on, index - 1) + at) / 2
    const next = points[index + 1]
    const end = next ? (at + x(next.on, index + 1)) / 2 : Math.min(right, at + 8)
    if (value !== null) {
      if (before === null || !follows) path += `M${tenth(start)} ${tenth(y(value))}`
      else if (value !== before) path += `V${tenth(y(value))}`
      const same = next?.segment === point.segment && next[of] === value
      if (!same) path += `H${tenth(end)}`
    }
    before = value
  }
  return path
}

function lines(props: Drawing, planned: Plan, paint: Painter): string {
  const { left, right, y, top, bottom, x } = planned
  const line = (name: 'centre' | 'limit', of: 'centre' | 'lower' | 'upper') => {
    const path = stairs(props, planned, of)
    return path === '' ? '' : `<path${paint(name)} d="${path}"/>`
  }
  const steps = props.points.flatMap((point, index) => {
    const before = props.points[index - 1]
    if (!before || before.segment === point.segment) return []
    const at = tenth((x(before.on, index - 1) + x(point.on, index)) / 2)
    return `<path${paint('rebase')} d="M${at} ${top}V${bottom}"/>`
  })
  const { target } = props
  const aim = target === null ? '' : `<path${paint('target')} d="M${left} ${tenth(y(target))}H${right}"/>`
  return steps.join('') + line('limit', 'lower') + line('limit', 'upper') + line('centre', 'centre') + aim
}

function values({ points }: Drawing, { x, y, room }: Plan, paint: Painter): string {
  let path = ''
  let marks = ''
  let joined = false
  // Where points stand close, markers of chance are small, and those of a signal stay as they are.
  const crowded = points.length > room.width / 9
  for (const [index, { on, value, type }] of points.entries()) {
    if (value === null) {
      joined = false
      continue
    }
    const [px, py] = [x(on, index), y(value)]
    path += `${joined ? 'L' : 'M'}${tenth(px)} ${tenth(py)}`
    joined = true
    const usual = type === 'common_cause'
    if (!(usual && points.length > room.width / 2))
      marks += marker(type, px, py, usual && crowded ? room.marker / 2 : room.marker, paint)
  }
  return path === '' ? '' : `<path${paint('line')} d="${path}"/>${marks}`
}

interface Label {
  y: number
  words: string
  paint: 'label-centre' | 'label-limit' | 'label-target'
}

/** Names of the lines at their right ends, moved apart where they would touch. */
function labels(props: Drawing, { room, rows, y, right, top, bottom }: Plan, paint: Painter): string {
  if (room.bare) return ''
  const last = props.points.at(-1)
  const wanted: Label[] = []
  // Of a hundred, a thousandth is nought.
  const least = (rows.at(-1)! - rows[0]!) / 2000
  const add = (value: number | null | undefined, name: string, look: Label['paint']) => {
    if (value !== null && value !== undefined)
      wanted.push({
        y: y(value),
        words: `${name} ${figures(Math.abs(value) < least ? 0 : value)}`,
        paint: look,
      })
  }
  add(last?.upper, room.short ? 'Upper' : 'Upper limit', 'label-limit')
  add(props.target, 'Target', 'label-target')
  if (props.centreIs) add(last?.centre, props.centreIs === 'median' ? 'Median' : 'Mean', 'label-centre')
  add(last?.lower, room.short ? 'Lower' : 'Lower limit', 'label-limit')
  const apart = room.letters * 1.25
  const sorted = wanted.toSorted((a, b) => a.y - b.y)
  for (const [index, label] of sorted.entries())
    if (index > 0) label.y = Math.max(label.y, sorted[index - 1]!.y + apart)
  let floor = bottom
  for (const label of sorted.toReversed()) {
    label.y = Math.max(top, Math.min(label.y, floor))
    floor = label.y - apart
  }
  return sorted
    .map(({ y: at, words, paint: look }) =>
      text(paint(look), right + 8, at + room.letters * 0.35, room.letters, words),
    )
    .join('')
}
