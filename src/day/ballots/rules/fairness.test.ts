import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leaders, tally, total, type CountedVote } from './count.ts'
import { runOff, winnersOf, type RunOff } from './rounds.ts'

const options = ['a', 'b', 'c', 'd', 'e']

const vote = fc
  .shuffledSubarray(options, { minLength: 1 })
  .map((choices): CountedVote => ({ team: 'x', choices }))
const votes = fc.array(vote, { maxLength: 25 })

const renamed = (names: ReadonlyMap<string, string>, { rounds, outcome }: RunOff) => ({
  rounds: rounds.map(({ counts, out, tied = [], spent, because }) => ({
    counts: sorted(Object.entries(counts).map(([option, votes]) => `${names.get(option)} ${votes}`)),
    out: sorted(out.map((option) => names.get(option)!)),
    tied: sorted(tied.map((option) => names.get(option)!)),
    spent,
    because,
  })),
  winners: sorted(winnersOf(outcome).map((option) => names.get(option)!)),
})
const sorted = (words: string[]) => words.toSorted()
const asTheyAre = new Map(options.map((option) => [option, option]))

test('in each round votes that count and votes that are spent are all votes, and neither comes back', () => {
  fc.assert(
    fc.property(votes, (all) => {
      const { rounds } = runOff(all, options)
      for (const [at, { counts, spent, out }] of rounds.entries()) {
        assert.equal(total(counts) + spent, all.length)
        const next = rounds[at + 1]
        if (!next) continue
        assert.ok(next.spent >= spent)
        for (const [option, has] of Object.entries(counts))
          if (out.includes(option)) assert.equal(next.counts[option], undefined)
          else assert.ok(next.counts[option]! >= has)
      }
    }),
  )
})

test('neither the order of the votes nor the names nor the order of the ballot changes anything', () => {
  const shuffled = fc.tuple(
    votes.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
    fc.shuffledSubarray(options, { minLength: options.length }),
    fc.shuffledSubarray(options, { minLength: options.length }),
  )
  fc.assert(
    fc.property(shuffled, ([[all, others], names, ballot]) => {
      const called = new Map(options.map((option, at) => [option, names[at]!]))
      const back = new Map(options.map((option, at) => [names[at]!, option]))
      const others2 = others.map((one) => ({ ...one, choices: one.choices.map((each) => called.get(each)!) }))
      assert.deepEqual(renamed(back, runOff(others2, ballot)), renamed(asTheyAre, runOff(all, options)))
    }),
    { numRuns: 300 },
  )
})

test('equal votes counted together are counted as they are one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ vote, votes: fc.integer({ min: 1, max: 4 }) })), (groups) => {
      const together = groups.map((one) => ({ ...one.vote, votes: one.votes }))
      const apart = groups.flatMap((one) => Array.from({ length: one.votes }, () => one.vote))
      assert.deepEqual(runOff(together, options), runOff(apart, options))
    }),
  )
})

test('without an idea that was taken out, those after it are counted as before', () => {
  fc.assert(
    fc.property(votes, (all) => {
      const { rounds, outcome } = runOff(all, options)
      const [first] = rounds
      if (rounds.length < 2 || rounds.some(({ because }) => because === 'earlier' || because === 'undecided'))
        return
      const left = options.filter((option) => !first!.out.includes(option))
      const without = all.map((one) => ({
        ...one,
        choices: one.choices.filter((choice) => left.includes(choice)),
      }))
      assert.deepEqual(runOff(without, left), { rounds: rounds.slice(1), outcome })
    }),
    { numRuns: 300 },
  )
})

test('who is the first choice of more than half wins at once', () => {
  fc.assert(
    fc.property(votes, fc.constantFrom(...options), (others, winner) => {
      const all = [
        ...others,
        ...Array.from({ length: others.length + 1 }, () => ({ team: 'x', choices: [winner] })),
      ]
      const { rounds, outcome } = runOff(all, options)
      assert.deepEqual(outcome, { winner })
      assert.equal(rounds.length, 1)
    }),
  )
})

test('of two ideas the one that more put before the other wins', () => {
  fc.assert(
    fc.property(votes, (all) => {
      const two = all
        .map((one) => ({ ...one, choices: one.choices.filter((choice) => choice === 'a' || choice === 'b') }))
        .filter(({ choices }) => choices.length > 0)
      const forA = two.filter(({ choices }) => choices[0] === 'a').length
      const forB = two.length - forA
      const winners = two.length === 0 ? [] : forA === forB ? ['a', 'b'] : [forA > forB ? 'a' : 'b']
      assert.deepEqual(winnersOf(runOff(two, ['a', 'b']).outcome), winners)
    }),
  )
})

test('with one choice each, who has most votes is among those who can win, alone where nobody is tied', () => {
  const single = fc.array(
    fc.constantFrom(...options).map((choice): CountedVote => ({ team: 'x', choices: [choice] })),
    { minLength: 1, maxLength: 25 },
  )
  fc.assert(
    fc.property(single, (all) => {
      const first = leaders(tally(all, options).overall).filter(({ rank }) => rank === 1)
      const winners = winnersOf(runOff(all, options).outcome)
      assert.deepEqual(sorted(winners), sorted(first.map(({ option }) => option)))
    }),
    { numRuns: 300 },
  )
})

test('whoever wins is preferred by more than half of the votes that still count to the last', () => {
  fc.assert(
    fc.property(votes, (all) => {
      const { rounds, outcome } = runOff(all, options)
      const { counts, because } = rounds.at(-1)!
      if (!('winner' in outcome) || because === 'undecided') return
      assert.ok(counts[outcome.winner]! * 2 > total(counts))
    }),
  )
})
