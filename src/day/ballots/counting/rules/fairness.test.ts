import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leaders, tally, total, type CountedVote, type Counts } from './count.ts'
import { runOff, winnersOf, type Round, type RunOff } from './rounds.ts'

const options = ['a', 'b', 'c', 'd', 'e']

const vote = fc
  .shuffledSubarray(options, { minLength: 1 })
  .map((choices): CountedVote => ({ team: 'x', choices }))
const votes = fc.array(vote, { maxLength: 25 })

/** The rounds up to where either of those tied for last may go: which one does is the order of the ballot. */
const upToEither = (rounds: readonly Round[]): Round[] => {
  const at = rounds.findIndex(({ because }) => because === 'either')
  return at === -1 ? [...rounds] : [...rounds.slice(0, at), { ...rounds[at]!, out: [] }]
}

const renamed = (names: ReadonlyMap<string, string>, { rounds, outcome }: RunOff) => ({
  rounds: upToEither(rounds).map(({ counts, out, tied = [], spent, because }) => ({
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
      if (
        rounds.length < 2 ||
        rounds.some(({ because }) => ['earlier', 'either', 'undecided'].includes(because!))
      )
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
      const { counts } = rounds.at(-1)!
      if (!('winner' in outcome)) return
      assert.ok(counts[outcome.winner]! * 2 > total(counts))
    }),
  )
})

/** Every end that a count can come to: who wins or is tied in it, whichever goes where nothing tells. */
function endsOf(all: readonly CountedVote[], standing: readonly string[], before: Counts[] = []): string[] {
  const counts: Counts = Object.fromEntries(standing.map((option) => [option, 0]))
  for (const { choices } of all) {
    const choice = choices.find((one) => standing.includes(one))
    if (choice) counts[choice]!++
  }
  const most = leaders(counts)
  const tied = most.filter(({ rank }) => rank === 1).map(({ option }) => option)
  if (most[0]!.votes * 2 > total(counts) || tied.length === standing.length) return [sorted(tied).join()]
  const last = most.at(-1)!.votes
  let out = standing.filter((option) => counts[option] === last)
  const next = most.findLast(({ votes: has }) => has > last)!.votes
  const rounds = [...before, counts]
  const go = (gone: readonly string[]) =>
    endsOf(
      all,
      standing.filter((option) => !gone.includes(option)),
      rounds,
    )
  if (out.length * last < next) return go(out)
  for (const earlier of before.toReversed()) {
    const least = Math.min(...out.map((option) => earlier[option]!))
    out = out.filter((option) => earlier[option] === least)
  }
  return [...new Set(out.flatMap((option) => go([option])))]
}

test('rounds stop before the end only where it depends on who goes; otherwise they reach the end that all have', () => {
  fc.assert(
    fc.property(fc.array(vote, { minLength: 1, maxLength: 16 }), (all) => {
      const { rounds, outcome } = runOff(all, options)
      const ends = endsOf(all, options)
      const { because, counts } = rounds.at(-1)!
      assert.equal(because, ends.length === 1 ? undefined : 'undecided')
      const said = sorted(winnersOf(outcome))
      assert.deepEqual(said, sorted([...new Set(ends.flatMap((end) => end.split(',')))]))
      const last = leaders(counts).filter(({ rank }) => rank === 1)
      if (ends.length === 1) assert.deepEqual(sorted(last.map(({ option }) => option)), said)
    }),
    { numRuns: 1000 },
  )
})
