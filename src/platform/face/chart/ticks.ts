import { months } from '../typed-day.ts'

export interface Tick {
  at: number
  label: string
  /** Below the label: the year where it begins */
  year?: string
}

/** About so many round numbers from the lowest to the highest, which they enclose. */
export function niceRange(lowest: number, highest: number, about: number): number[] {
  const [from, to] = lowest === highest ? [lowest - 1, highest + 1] : [lowest, highest]
  const rough = (to - from) / Math.max(1, about)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * [1, 2, 2.5, 5, 10].find((each) => each * power >= rough * 0.999)!
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil(to / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}

const numbers = Array.from(
  { length: 8 },
  (_, places) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: places }),
)

/** A number with three figures that count, or all of those before the point. */
export function figures(value: number): string {
  const size = Math.abs(value)
  const places = size >= 100 || size === 0 ? 0 : Math.min(7, 2 - Math.floor(Math.log10(size)))
  const said = numbers[Math.max(0, Math.min(places, size >= 1 ? 2 : 7))]!.format(value)
  return said === '-0' ? '0' : said.replace('-', '−')
}

const dayLength = 86_400_000

/** Days since 1970, for places on an axis. */
export const dayNumber = (on: string): number => Date.parse(`${on}T00:00:00Z`) / dayLength

/** Steps of an axis in months, up to ten years. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120]

/** Dates for an axis, at most so many: single days over a few weeks, else months or years where they begin. */
export function dateTicks(from: number, to: number, most: number): Tick[] {
  if (to - from < 75) return dayTicks(from, to, most)
  const first = new Date(from * dayLength)
  const length = (to - from) / 30.44
  const step = steps.find((each) => length / each <= most) ?? 120
  const ticks: Tick[] = []
  let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step
  for (; ; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1) / dayLength
    if (at > to) return withYears(ticks, step)
    if (at >= from)
      ticks.push({ at, label: months[month % 12]!.slice(0, 3), year: String(Math.floor(month / 12)) })
  }
}

/** The year once, under the first tick that is in it. */
function withYears(ticks: readonly Tick[], step: number): Tick[] {
  if (step >= 12) return ticks.map(({ at, year }) => ({ at, label: year! }))
  return ticks.map(({ at, label, year }, index) =>
    year === ticks[index - 1]?.year ? { at, label } : { at, label, year: year! },
  )
}

function dayTicks(from: number, to: number, most: number): Tick[] {
  const step = [1, 2, 7, 14, 28].find((each) => (to - from) / each <= most - 1) ?? 28
  const ticks: Tick[] = []
  for (let at = from; at <= to; at += step) {
    const date = new Date(at * dayLength)
    const label = `${date.getUTCDate()} ${months[date.getUTCMonth()]!.slice(0, 3)}`
    ticks.push({ at, label, year: String(date.getUTCFullYear()) })
  }
  return withYears(ticks, 1)
}
