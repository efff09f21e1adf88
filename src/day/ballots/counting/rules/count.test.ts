import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leaders, tally, tallyOfTeams, teamChoice, total } from './count.ts'

const options = ['tree', 'hub', 'talks']
const vote = (written: string) => {
  const [team = '', choice = ''] = written.split(' ')
  return { team, choices: [choice] }
}
const votes = ['brent tree', 'harrow hub', 'brent hub', 'brent hub'].map(vote)

test('votes are counted in all and by team', () => {
  assert.deepEqual(tally(votes, options), {
    overall: { tree: 1, hub: 3, talks: 0 },
    byTeam: { brent: { tree: 1, hub: 2, talks: 0 }, harrow: { tree: 0, hub: 1, talks: 0 } },
  })
})

test('nobody voted: every option has none', () => {
  assert.deepEqual(tally([], options), { overall: { tree: 0, hub: 0, talks: 0 }, byTeam: {} })
})

test('a vote that is not on the ballot is an error, never left out', () => {
  assert.throws(() => tally([vote('brent else')], options), RangeError)
  assert.throws(() => tally([vote('brent toString')], options), RangeError)
})

test('with one vote a team, two votes of a team are an error', () => {
  assert.deepEqual(tallyOfTeams(['a tree', 'b tree'].map(vote), options).overall, {
    tree: 2,
    hub: 0,
    talks: 0,
  })
  assert.throws(() => tallyOfTeams(['a tree', 'a hub'].map(vote), options), RangeError)
})

test('a team’s choice is its most chosen, a tie or none', () => {
  assert.deepEqual(teamChoice({ tree: 1, hub: 2 }), { choice: 'hub' })
  assert.deepEqual(teamChoice({ tree: 2, hub: 2, talks: 1 }), { tied: ['tree', 'hub'] })
  assert.deepEqual(teamChoice({ tree: 0, hub: 0 }), { none: true })
  assert.deepEqual(teamChoice({}), { none: true })
})

test('places are shared as in a competition', () => {
  const places = leaders({ a: 1, b: 4, c: 4, d: 0 }).map(({ option, rank, tied }) => [option, rank, tied])
  assert.deepEqual(places, [
    ['b', 1, true],
    ['c', 1, true],
    ['a', 3, false],
    ['d', 4, false],
  ])
})

const anyVotes = fc.array(
  fc.record({
    choices: fc.constantFrom(...options).map((one) => [one]),
    team: fc.constantFrom('a', 'b', 'c', '__proto__'),
  }),
  { maxLength: 30 },
)
const shuffled = anyVotes.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
)

test('the order of the votes makes no difference', () => {
  fc.assert(
    fc.property(shuffled, ([some, others]) => {
      const [one, other] = [tally(some, options), tally(others, options)]
      assert.equal(JSON.stringify(one), JSON.stringify(other))
      assert.deepEqual(leaders(one.overall), leaders(other.overall))
      assert.deepEqual(teamChoice(one.overall), teamChoice(other.overall))
    }),
  )
})

test('no vote is lost: the teams sum to the whole', () => {
  fc.assert(
    fc.property(anyVotes, (all) => {
      const { overall, byTeam } = tally(all, options)
      assert.equal(total(overall), all.length)
      for (const option of options)
        assert.equal(
          Object.values(byTeam).reduce((sum, counts) => sum + counts[option]!, 0),
          overall[option],
        )
    }),
  )
})

test('whoever has more votes stands before, and equal votes share a place', () => {
  fc.assert(
    fc.property(anyVotes, (all) => {
      const places = leaders(tally(all, options).overall)
      for (const a of places)
        for (const b of places) assert.equal(Math.sign(a.rank - b.rank), Math.sign(b.votes - a.votes))
    }),
  )
})
