import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateTicks, dayNumber, figures, niceRange } from './chart/ticks.ts'
import { controlChart, standaloneChart, type ControlChartProps, type DrawnPoint } from './control-chart.ts'

const point = (on: string, value: number | null, changed: Partial<DrawnPoint> = {}): DrawnPoint => ({
  on,
  value,
  centre: 5,
  lower: 1,
  upper: 9,
  type: 'common_cause',
  signal: null,
  segment: 0,
  ...changed,
})

const props: ControlChartProps = {
  id: 'loaves',
  title: 'Loaves & rolls',
  says: 'Nothing has changed.',
  points: [
    point('2024-01-01', 4),
    point('2024-02-01', null),
    point('2024-03-01', 6),
    point('2024-04-01', 5, { segment: 1, centre: 7 }),
    point('2024-05-01', 12, {
      segment: 1,
      centre: 7,
      type: 'special_cause_improvement',
      signal: 'above the upper limit',
    }),
  ],
  unit: 'loaves',
  centreIs: 'mean',
  target: 8,
  events: [
    { on: '2024-04-01', text: 'The oven' },
    { on: '2024-02-10', text: 'Snow' },
  ],
  signs: { variation: 'special_cause_improvement', direction: 'increase', assurance: 'inconsistent' },
  notices: ['Few readings.'],
  source: 'the till',
}

test('axes have round numbers that enclose the values', () => {
  assert.deepEqual(niceRange(3, 97, 5), [0, 20, 40, 60, 80, 100])
  assert.deepEqual(niceRange(0.31, 0.42, 4), [0.3, 0.35, 0.4, 0.45])
  assert.deepEqual(niceRange(-4, 12, 4), [-5, 0, 5, 10, 15])
  assert.deepEqual(niceRange(7, 7, 2), [6, 7, 8])
})

test('numbers have the figures that count', () => {
  const cases = { 0: '0', 12345.6: '12,346', 45.67: '45.7', 4.567: '4.57', 0.04567: '0.0457' }
  for (const [value, said] of Object.entries(cases)) assert.equal(figures(Number(value)), said)
  assert.equal(figures(-1.5), '−1.5')
})

test('dates on an axis are thinned, and say a year once', () => {
  const said = (from: string, to: string, most: number) =>
    dateTicks(dayNumber(from), dayNumber(to), most).map(({ label, year }) => label + (year ? ` ${year}` : ''))
  assert.deepEqual(said('2023-11-15', '2024-06-20', 8), [
    'Dec 2023',
    'Jan 2024',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
  ])
  assert.deepEqual(said('2021-01-01', '2024-02-01', 5), ['2021', '2022', '2023', '2024'])
  assert.deepEqual(said('2024-01-29', '2024-02-26', 5), [
    '29 Jan 2024',
    '5 Feb',
    '12 Feb',
    '19 Feb',
    '26 Feb',
  ])
})

test('a missing reading leaves a gap, and each meaning has its shape', () => {
  const drawn = controlChart(props).toString()
  assert.match(drawn, /class="app-chart__line" d="M[\d. ]+M[\d. ]+L[\d. ]+L[\d. ]+"/)
  assert.match(drawn, /<path class="app-chart__better"/)
  assert.doesNotMatch(drawn, /style=|NaN|undefined/)
})

test('what happened is lettered in the order of its days', () => {
  const drawn = controlChart(props).toString()
  assert.ok(drawn.indexOf('Snow') < drawn.indexOf('The oven'))
})

test('the table has every reading with its meaning in words', () => {
  const drawn = controlChart(props).toString()
  assert.match(drawn, /1 February 2024[^]*missing/)
  assert.match(drawn, /Better: above the upper limit/)
})

test('a chart as a file stands alone', () => {
  const file = standaloneChart(props)
  assert.match(file, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox=/)
  for (const words of [
    'Loaves &amp; rolls',
    'Nothing has changed.',
    'Snow',
    'Few readings.',
    'Source: the till',
  ])
    assert.ok(file.includes(words), words)
  assert.doesNotMatch(file, /class=|NaN|undefined/)
})

test('two readings of one day have a place each', () => {
  const file = standaloneChart({
    ...props,
    events: [],
    points: [point('2024-01-01', 4), point('2024-01-01', 6)],
  })
  assert.doesNotMatch(file, /NaN/)
  assert.equal(new Set([...file.matchAll(/<circle[^>]*cx="([\d.]+)" cy/g)].map(([, x]) => x)).size > 1, true)
})
