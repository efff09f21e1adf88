import type { Drawing } from './drawn.ts'
import { tenth } from './marks.ts'
import { dateTicks, dayNumber, figures, niceRange, type Tick } from './ticks.ts'

/** The size of a drawing and of what stands in it. */
export interface Room {
  width: number
  height: number
  /** The size of letters */
  letters: number
  marker: number
  /** Short names of lines, where there is little room */
  short: boolean
  /** The lines are not named at their ends. */
  bare?: boolean
}

/** The place of everything. */
export interface Plan {
  room: Room
  unit: string
  left: number
  right: number
  top: number
  bottom: number
  rows: number[]
  ticks: Tick[]
  /** The place of a day, or of the point with that number where days cannot say it */
  x: (on: string | number, index?: number) => number
  y: (value: number) => number
  badges: { x: number; row: number }[]
}

function valuesOf({ points, target, scale }: Drawing): [lowest: number, highest: number] {
  if (scale) return [scale.lowest, scale.highest]
  let [lowest, highest] = [Infinity, -Infinity]
  const see = (value: number | null) => {
    if (value === null) return
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  see(target)
  for (const { value, lower, upper, centre } of points) {
    see(value)
    see(lower)
    see(upper)
    see(centre)
  }
  if (lowest > highest) return [0, 1]
  // From nought where that costs little of the height, because people read heights as amounts.
  return lowest > 0 && lowest < highest * 0.4 ? [0, highest] : [lowest, highest]
}

const unitWidth = 0.56

function widestLabel({ points, target, centreIs }: Drawing, { letters, short, bare }: Room): number {
  const last = points.at(-1)
  if (bare || (!centreIs && target === null)) return 12
  const name = short ? 'Upper ' : 'Upper limit '
  const longest = Math.max(
    ...[last?.upper, last?.lower, last?.centre, target].map((value) =>
      value === null || value === undefined ? 0 : figures(value).length,
    ),
  )
  return (
    (last?.upper === null && target === null ? 'Median '.length : name.length) * letters * unitWidth +
    longest * letters * 0.6 +
    10
  )
}

export function plan(props: Drawing, room: Room): Plan {
  const rows = niceRange(...valuesOf(props), room.height / (room.letters * 4.5))
  const left = tenth(Math.max(...rows.map((row) => figures(row).length)) * room.letters * 0.6 + 10)
  const right = tenth(room.width - widestLabel(props, room))
  const top = tenth(room.letters * (props.unit === '' ? 0.8 : 2))
  const bottom = tenth(room.height - room.letters * 2.9)
  const [lowest, highest] = [rows[0]!, rows.at(-1)!]
  const x = across(props, left + 12, right - 12)
  const badges = room.bare ? [] : placedBadges(props, x, left, right, room)
  const under = Math.max(0, ...badges.map(({ row }) => row + 1)) * (room.letters * 1.44 + 3)
  const y = (value: number) =>
    bottom - under - ((value - lowest) / (highest - lowest)) * (bottom - under - top)
  const shown = { room, unit: props.unit, left, right, top, bottom, rows, x, y, badges }
  return { ...shown, ticks: ticksOf(props, shown) }
}

const days = ({ points, scale }: Drawing): [from: number, to: number] => {
  if (scale) return [dayNumber(scale.from), dayNumber(scale.to)]
  return points.length === 0 ? [0, 1] : [dayNumber(points[0]!.on), dayNumber(points.at(-1)!.on)]
}

/** Two points on one day cannot be told apart by days: then each has a place of its own. */
const byNumber = ({ points, scale }: Drawing) =>
  !scale && points.some(({ on }, index) => on === points[index - 1]?.on)

function across(props: Drawing, left: number, right: number): Plan['x'] {
  const { points } = props
  if (byNumber(props)) {
    const step = (right - left) / Math.max(1, points.length - 1)
    const place = (on: string | number) =>
      typeof on === 'number'
        ? on
        : Math.max(
            0,
            points.findLastIndex((point) => point.on <= on),
          )
    return (on, index) => left + (index ?? place(on)) * step
  }
  const [from, to] = days(props)
  const scale = to > from ? (right - left) / (to - from) : 0
  if (scale === 0) return () => (left + right) / 2
  return (on) => left + ((typeof on === 'number' ? on : dayNumber(on)) - from) * scale
}

function ticksOf(props: Drawing, { left, right, room }: Omit<Plan, 'ticks'>): Tick[] {
  const most = Math.max(2, Math.floor((right - left) / (room.letters * 3.6)))
  const { points } = props
  if (points.length === 0 && !props.scale) return []
  if (!byNumber(props)) {
    const [from, to] = days(props)
    return dateTicks(from, to, most)
  }
  const step = Math.ceil(points.length / most)
  return points.flatMap(({ on }, at) => {
    if (at % step !== 0) return []
    const [year, month, day] = on.split('-')
    return {
      at,
      label: `${Number(day)}/${Number(month)}`,
      year: at === 0 || !points[at - step]?.on.startsWith(year!) ? year! : '',
    }
  })
}

/** Of more marks on nearly one day the last lie upon each other; the list below has them all. */
const mostRows = 4

/** Marks of events side by side where there is room, and in rows one above the other where there is not. */
function placedBadges({ events }: Drawing, x: Plan['x'], left: number, right: number, { letters }: Room) {
  const ends: number[] = []
  return events.map(({ on }) => {
    const at = tenth(Math.min(right, Math.max(left, x(on))))
    const free = ends.findIndex((end) => end <= at)
    const row = free === -1 ? Math.min(ends.length, mostRows - 1) : free
    ends[row] = at + letters * 1.6
    return { x: at, row }
  })
}
