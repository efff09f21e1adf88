import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerCase } from './terminal.ts'

const answer = (given: object) =>
  JSON.parse(answerCase(JSON.stringify(given))) as { points: object[]; parts?: object[] }

test('every kind of chart is answered, each point with its lines', () => {
  const denominators = { n: [50, 60, 70] }
  const kinds = {
    run: {},
    i: {},
    mr: {},
    c: {},
    g: {},
    t: {},
    p: denominators,
    pp: denominators,
    u: denominators,
    up: denominators,
  }
  for (const [chart, more] of Object.entries(kinds)) {
    const { parts, points } = answer({ chart, y: [3, 5, 4], ...more })
    assert.equal(parts?.length, 1)
    assert.deepEqual(
      Object.keys(points[0]!),
      'x y part centreLine lower lower95 upper95 upper baseline include sigmaSignal'.split(' '),
    )
  }
  assert.equal(
    answer({ chart: 'xmr', improvementDirection: 'increase', points: [{ date: '2023-04-18', value: 3 }] })
      .points.length,
    1,
  )
})

test('what is wrong with a case is said', () => {
  const cases: [object, RegExp][] = [
    [{ chart: 'x', y: [] }, /^Error: chart must be "xmr", "run", "i"/],
    [{ chart: 'p', y: [1] }, /needs denominators/],
    [{ chart: 'p', y: [1], n: [] }, /Each value needs its denominator/],
    [{ chart: 't', y: [0] }, /more than 0/],
    [{ chart: 'c', y: ['1'] }, /^Error: y\.0/],
  ]
  for (const [given, said] of cases) assert.throws(() => answer(given), said)
})
