import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chartOf, proposeKind, type ChartKind, type ChartReading, type ChartSettings } from './chart.ts'

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
const dayAfter = (index: number) => Temporal.PlainDate.from('2023-01-01').add({ days: index }).toString()
const daily = (pairs: readonly (readonly [number | null, number | null])[]): ChartReading[] =>
  pairs.map(([value, denominator], index) => ({ on: dayAfter(index), value, denominator }))
const of = (
  kind: ChartKind,
  pairs: readonly (readonly [number | null, number | null])[],
  changed: Partial<ChartSettings> = {},
) => chartOf(daily(pairs), { ...settings, kind, ...changed })
const times = <Item>(n: number, item: (index: number) => Item) =>
  Array.from({ length: n }, (_, index) => item(index))

const shares = times(14, (at) => [at % 2 ? 22 : 18, 100] as const)

test('a P chart is in the unit it is asked for, with a target in that unit', () => {
  const chart = of('p', [...shares, [45, 100]], { per: 100, target: 60 })
  const last = chart.points.at(-1)!
  assert.deepEqual(
    [last.value, last.type, last.signal],
    [45, 'special_cause_improvement', 'above the upper limit'],
  )
  assert.ok(last.upper! > 30 && last.upper! < 40)
  assert.equal(chart.assurance, 'consistent_fail')
})

test('each point of a P chart has the limits of its own denominator', () => {
  const { points } = of('p', [...shares, [5, 25]])
  assert.ok(points.at(-1)!.upper! > points[0]!.upper!)
})

test('readings that do not suit a kind are drawn as XmR, and it says why', () => {
  const cases: [ChartKind, [number | null, number | null], string][] = [
    ['p', [5, null], 'No reading says out of how many it is. So this is drawn as an XmR chart.'],
    ['p', [5, 4], 'Some readings count more than they are out of. So this is drawn as an XmR chart.'],
    [
      'c',
      [-1, null],
      'Some readings are less than 0, which no count can be. So this is drawn as an XmR chart.',
    ],
    ['t', [0, null], 'Some times between events are 0. So this is drawn as an XmR chart.'],
  ]
  for (const [kind, reading, said] of cases) {
    const chart = of(
      kind,
      times(14, () => reading),
    )
    assert.deepEqual([chart.kind, chart.asked, chart.notices[0]], ['xmr', kind, said])
  }
})

test('a reading without its denominator is left out, and it says so', () => {
  const chart = of('p', [...shares, [20, null]])
  assert.equal(chart.points.at(-1)!.value, null)
  assert.ok(chart.notices.includes('1 reading does not say out of how many it is, and is left out.'))
})

test('readings that vary more than their numbers explain propose P′ and U′', () => {
  const wild = times(20, (at) => [at % 2 ? 2900 : 2500, 4000] as const)
  assert.equal(proposeKind(daily(wild), { counted: 'proportion' }).kind, 'pp')
  assert.equal(proposeKind(daily(wild), { counted: 'rate' }).kind, 'up')
  assert.equal(proposeKind(daily(shares), { counted: 'proportion' }).kind, 'p')
  assert.match(of('p', wild).notices.join(' '), /^The readings vary [\d.]+ times as much .* P′ chart/)
  assert.ok(of('pp', wild).points.every(({ type }) => type === 'common_cause'))
  assert.ok(of('p', wild).points.some(({ type }) => type !== 'common_cause'))
})

test('counts of nought all along have no limits and no signal', () => {
  for (const kind of ['c', 'u', 'p', 'g'] as const) {
    const chart = of(
      kind,
      times(14, () => [0, 50] as const),
    )
    assert.ok(chart.points.every(({ upper, signal }) => upper === null && signal === null))
    assert.ok(chart.notices.includes('The readings do not vary at all, so there are no limits to draw.'))
  }
})

test('the rules of Making Data Count draw limits from 13 readings', () => {
  const chart = of('xmr', shares.slice(0, 12), { ruleSet: 'mdc' })
  assert.equal(chart.points[0]!.upper, null)
  assert.ok(chart.notices.includes('By these rules limits are drawn from 13 readings.'))
})

test('by the rules of Perla six points make a shift, five a trend, and too many runs are said', () => {
  const run = (values: readonly number[], changed: Partial<ChartSettings> = {}) =>
    of(
      'run',
      values.map((value) => [value, null] as const),
      { runRules: 'perla', ...changed },
    )
  assert.equal(run([1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9]).points.at(-1)!.signal, '6 points above the median')
  assert.equal(run([1, 9, 2, 8, 3, 9, 1, 2, 3, 4, 9, 10]).points.at(-1)!.signal, '6 points rising')
  const odd = run(times(20, (at) => (at % 2 ? 9 : 1)))
  assert.equal(odd.variation, null)
  assert.match(odd.notices[0]!, /crosses the median 19 times; chance alone makes 15 or fewer/)
})

test('a point exactly on the median does not hide the run before it', () => {
  const values = [1, 2, 1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8, 9, 8, 5]
  const chart = of(
    'run',
    values.map((value) => [value, null] as const),
  )
  assert.equal(chart.points.at(-1)!.type, 'common_cause')
  assert.equal(chart.variation, 'special_cause_improvement')
})

const kinds: ChartKind[] = ['line', 'run', 'xmr', 'p', 'pp', 'u', 'up', 'c', 'g', 't']
const pairs = fc.array(
  fc.tuple(fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }), fc.integer({ min: 40, max: 99 })),
  {
    maxLength: 40,
  },
)
const anyKind = fc.constantFrom(...kinds)

test('the order in which readings come changes nothing', () => {
  fc.assert(
    fc.property(pairs, anyKind, (list, kind) => {
      const readings = daily(list)
      assert.deepEqual(
        chartOf(readings.toReversed(), { ...settings, kind }),
        chartOf(readings, { ...settings, kind }),
      )
    }),
  )
})

test('every reading is a point, limits enclose the centre, and a signal has its words', () => {
  fc.assert(
    fc.property(pairs, anyKind, fc.constantFrom('anhoej', 'perla'), (list, kind, runRules) => {
      const { points } = of(kind, list, { runRules })
      assert.equal(points.length, list.length)
      for (const { centre, lower, upper, type, signal } of points) {
        if (upper !== null && centre !== null) assert.ok(lower! <= centre + 1e-9 && centre <= upper + 1e-9)
        assert.equal(type !== 'common_cause', signal !== null)
      }
    }),
  )
})

test('with a fixed baseline a point added moves no line of the past', () => {
  const long = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 40, max: 99 })), {
    minLength: 14,
    maxLength: 40,
  })
  fc.assert(
    fc.property(
      long,
      fc.constantFrom<ChartKind>('run', 'xmr', 'p', 'pp', 'u', 'up', 'c', 'g', 't'),
      (list, kind) => {
        const lines = (pairsOf: typeof list) =>
          of(kind, pairsOf, { fixAfter: 12 }).points.map(({ centre, lower, upper }) => [centre, lower, upper])
        assert.deepEqual(lines([...list, [7, 50]]).slice(0, list.length), lines(list))
      },
    ),
  )
})

test('less is better is the mirror of more is better', () => {
  fc.assert(
    fc.property(pairs, anyKind, (list, kind) => {
      const more = of(kind, list).points.map(({ type }) => type)
      const less = of(kind, list, { direction: 'decrease' }).points.map(({ type }) => type)
      const turned = {
        special_cause_improvement: 'special_cause_concern',
        special_cause_concern: 'special_cause_improvement',
      } as Record<string, string>
      assert.deepEqual(
        less,
        more.map((type) => turned[type] ?? type),
      )
    }),
  )
})
