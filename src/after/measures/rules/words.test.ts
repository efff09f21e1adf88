import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chartOf, type ChartSettings } from './chart.ts'
import { amount, readingOf, type MeasureInWords } from './words.ts'

const settings: ChartSettings = {
  kind: 'xmr',
  ruleSet: 'nhsr',
  runRules: 'anhoej',
  direction: 'increase',
  target: null,
  rebases: [],
  fixAfter: null,
  screen: true,
}
const around = [50, 53, 48, 51, 47, 52, 49, 54, 50, 48, 52, 51, 49, 50]
const better = [...around, 58, 59, 57, 60, 58, 61, 59, 58]
const worse = [...around, 42, 41, 43, 42, 40, 41, 43, 42]

function say(
  values: readonly (number | null)[],
  changed: Partial<ChartSettings> = {},
  more: Partial<MeasureInWords> = {},
) {
  const all = { ...settings, ...changed }
  const readings = values.map((value, index) => ({
    on: Temporal.PlainDate.from('2023-01-01').add({ months: index }).toString(),
    value,
    denominator: null,
  }))
  return readingOf(chartOf(readings, all), {
    name: 'Seen in time',
    unit: '%',
    direction: all.direction,
    target: all.target,
    ...more,
  })
}

test('what the chart shows and what to do next', () => {
  const cases: [ReturnType<typeof say>, RegExp, RegExp][] = [
    [say([]), /^Seen in time: there are no readings yet\.$/, /first reading/],
    [say([50]), /^Seen in time: 1 reading so far, too few/, /^Keep collecting: 9 more/],
    [
      say(around),
      /^Seen in time moves around its mean of 50\.3% as chance would have it/,
      /^If this is not good enough/,
    ],
    [
      say(around, { target: 80 }),
      /nothing shows that it has changed/,
      /^As it works now it will not meet the target of 80%/,
    ],
    [say(around, { target: 20 }), /nothing shows/, /^It can be relied on to meet the target of 20%/],
    [say(around, { target: 52 }), /nothing shows/, /^It will meet the target of 52% at times and miss it/],
    [say(around, { direction: 'neutral' }), /nothing shows/, /^Do not explain single points/],
    [say(better), /^Seen in time has improved since 1 March 2024/, /^Note what made the difference/],
    [say(better, { target: 90 }), /has improved/, /out of reach/],
    [say(better, { target: 20 }), /has improved/, /^Keep what made the difference, and offer it to others/],
    [say(better, { target: 52 }), /has improved/, /test the next change/],
    [say(better, {}, { sustainedSince: '2024-03-01' }), /has improved/, /kept since 1 March 2024/],
    [say(better, { direction: 'decrease' }), /^Seen in time has got worse since/, /^Find out what changed/],
    [say(worse, { target: 20 }), /has got worse/, /before it is lost/],
    [say(worse, { target: 90 }), /has got worse/, /out of reach/],
    [say(worse, { target: 50 }), /has got worse/, /missed more often/],
    [
      say(better, { direction: 'neutral' }),
      /^Seen in time has been higher since/,
      /^Find out what changed then/,
    ],
    [
      say([...around, 80]),
      /has improved on 1 March 2024 \(above the upper limit/,
      /one point is not yet a gain/,
    ],
    [say([...around, 80, 50, 49]), /the last signal \(above the upper limit\) was on 1 March 2024/, /./],
    [
      say(better, { rebases: ['2024-03-01'] }),
      /^Seen in time has moved around a mean of 58\.8% since 1 March 2024 \(50\.3% before\), and nothing shows a further change\.$/,
      /./,
    ],
    [say(around, { kind: 'line' }), /shown as a line/, /^Choose a run chart/],
    [
      say([...Array<number>(12).fill(5), 6], { kind: 'run' }),
      /too few of the readings lie off the median/,
      /./,
    ],
    [
      say([1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9], { kind: 'run' }),
      /has not been steady/,
      /Look for when it moved/,
    ],
  ]
  for (const [{ says, next }, shows, does] of cases) {
    assert.match(says, shows)
    assert.match(next, does)
  }
})

test('numbers have three figures and their unit', () => {
  const cases: [number, string, string][] = [
    [45.678, '%', '45.7%'],
    [1234.5, 'days', '1,235 days'],
    [0.456, '', '0.46'],
    [-0.001, '', '0'],
    [4, 'per 1,000 bed days', '4 per 1,000 bed days'],
  ]
  for (const [value, unit, said] of cases) assert.equal(amount(value, unit), said)
})

test('whatever the readings, two whole sentences are said, and no change under ten', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }), { maxLength: 30 })
  const kind = fc.constantFrom<ChartSettings['kind']>('line', 'run', 'xmr', 'c', 'g')
  fc.assert(
    fc.property(values, kind, (list, chosen) => {
      const { says, next } = say(list, { kind: chosen })
      for (const sentence of [says, next]) {
        assert.match(sentence, /^[^]+\.$/)
        assert.doesNotMatch(sentence, /null|undefined|NaN/)
      }
      if (list.filter((value) => value !== null).length < 10)
        assert.doesNotMatch(says, /improved|worse|higher|lower/)
    }),
  )
})
