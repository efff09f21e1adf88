import { chartOf, type ChartReading, type ChartSettings } from '../src/after/measures/rules/chart.ts'
import { readingOf } from '../src/after/measures/rules/words.ts'
import { controlChart } from '../src/platform/face/control-chart.ts'
import { median, type Figure } from './figures.ts'

const settings: ChartSettings = {
  kind: 'xmr',
  ruleSet: 'nhsr',
  runRules: 'anhoej',
  direction: 'increase',
  target: 60,
  rebases: [],
  fixAfter: null,
  screen: true,
}

/** Readings that wander as a measure does, from a seed, so that every run has the same. */
function readings(count: number, seed: number): ChartReading[] {
  let state = seed
  const first = Date.UTC(1900, 0, 1)
  return Array.from({ length: count }, (_, index) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const on = new Date(first + (index % 70_000) * 86_400_000).toISOString().slice(0, 10)
    return { on: count > 70_000 ? laterDay(index) : on, value: 50 + (state % 2000) / 100, denominator: null }
  })
}

/** A day of its own for each of 100,000 readings. */
const laterDay = (index: number) =>
  `${String(1000 + Math.floor(index / 336)).padStart(4, '0')}-${String((Math.floor(index / 28) % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`

/** The processor's time of the middle one of five runs, in milliseconds, after one that is not counted. */
function timed(work: () => unknown): number {
  work()
  return median(
    Array.from({ length: 5 }, () => {
      const before = process.threadCpuUsage()
      work()
      const { user, system } = process.threadCpuUsage(before)
      return (user + system) / 1000
    }),
  )
}

let kept = 0
const summing = (series: readonly (readonly ChartReading[])[]) => () => {
  let sum = 0
  for (const each of series) for (const { value } of each) sum += value ?? 0
  kept += sum
}

const beside = (value: number, sum: number) => ({
  against: { what: 'a loop that only sums', value: sum, share: value / sum },
})

/** Charts computed and drawn on one core, each beside a bare loop over the same readings. */
export function spc(): Promise<Figure[]> {
  const figures: Figure[] = []
  const many = Array.from({ length: 10_000 }, (_, at) => readings(100, at + 1))
  const sum = timed(summing(many))
  for (const kind of ['xmr', 'run', 'c'] as const) {
    const value = timed(() => {
      for (const each of many) kept += chartOf(each, { ...settings, kind }).points.length
    })
    figures.push({
      what: `10,000 charts (${kind}) of 100 points`,
      value,
      unit: 'ms',
      ...beside(value, sum),
      bar: 'under 2,000 ms',
    })
  }
  for (const kind of ['xmr', 'run'] as const) {
    const [short, long] = [10_000, 100_000].map((count) => {
      const series = Array.from({ length: count }, (_, index) => ({
        ...readings(1, index + 1)[0]!,
        on: laterDay(index),
      }))
      return timed(() => (kept += chartOf(series, { ...settings, kind }).points.length))
    })
    figures.push({
      what: `one chart (${kind}) of 100,000 points`,
      value: long!,
      unit: 'ms',
      against: { what: 'one of 10,000 points', value: short!, share: long! / short! },
      bar: 'some 10 times',
    })
  }
  figures.push(page())
  if (kept === 0) throw new Error('Nothing was computed.')
  return Promise.resolve(figures)
}

/** Sixty teams with 24 readings each on one page, computed, said and drawn. */
function page(): Figure {
  const teams = Array.from({ length: 60 }, (_, at) => readings(24, at + 1))
  const value = timed(() => {
    for (const [at, each] of teams.entries()) {
      const chart = chartOf(each, settings)
      const { says, next } = readingOf(chart, {
        name: 'Seen in time',
        unit: '%',
        direction: 'increase',
        target: 60,
      })
      kept += controlChart({
        id: `chart-${at}`,
        title: 'Seen in time',
        says,
        next,
        points: chart.points,
        unit: '%',
        centreIs: chart.centreIs,
        target: settings.target,
        notices: chart.notices,
        signs: { variation: chart.variation, direction: 'increase', assurance: chart.assurance },
      }).toString().length
    }
  })
  return {
    what: 'a page of 60 charts, each whole with its table',
    value,
    unit: 'ms',
    ...beside(value, timed(() => Array.from({ length: 20_000 }, summing(teams))) / 20_000),
    bar: 'under 100 ms',
  }
}
