import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { comingIn, intentsAt, type Moment } from './rules/acts.ts'
import { chance, shuffled } from './rules/random.ts'
import { hostLooksAt, lastsMs, paceOf, shortened, stepOf, sumOf, type AsHostSees } from './rules/pace.ts'
import { peopleFrom } from './rules/people.ts'
import { silentMs, stateOf } from './rules/state.ts'

const teams = ['brent', 'harrow', 'hillingdon'].map((id) => ({ id, name: id }))
const ideas = teams.map(({ id }) => ({ idea: `idea of ${id}`, team: id }))
const ballot = (more: object = {}): Moment => ({
  what: 'ballot',
  key: 'ballot',
  method: 'person',
  atMost: null,
  ownIdea: 'excluded',
  options: ideas,
  ...more,
})
const moments: Moment[] = [
  { what: 'reflection', key: 'reflection', ideas },
  ballot(),
  { what: 'pledges', key: 'pledges', ideas },
  { what: 'rooms', key: 'rooms', rooms: ['one', 'two'] },
  { what: 'feedback', key: 'feedback' },
]
const dayOf = (seed: number, count = 300, of = teams) => {
  const people = peopleFrom(seed, count, of)
  return [...comingIn(people, 120), ...moments.flatMap((moment) => intentsAt(moment, people, seed))]
}

test('chance is even, and the same for the same words', () => {
  const all = Array.from({ length: 10_000 }, (_, at) => chance('seed', at))
  ok(all.every((one) => one >= 0 && one < 1))
  const inTenths = Array.from({ length: 10 }, (_, tenth) =>
    all.filter((one) => Math.floor(one * 10) === tenth),
  )
  for (const some of inTenths) ok(Math.abs(some.length - 1000) < 150, String(some.length))
  equal(chance('a', 1), chance('a', 1))
  deepEqual(shuffled([1, 2, 3, 4], 'x').toSorted(), [1, 2, 3, 4])
})

test('the same seed makes the same day, another seed another', () => {
  deepEqual(dayOf(7), dayOf(7))
  equal(JSON.stringify(dayOf(7)) === JSON.stringify(dayOf(8)), false)
})

test('people are spread over the teams, and some come late', () => {
  const people = peopleFrom(1, 300, teams)
  for (const { id } of teams) equal(people.filter(({ team }) => team === id).length, 100)
  equal(new Set(people.map(({ name }) => name)).size > 250, true)
  const late = people.filter(({ arrivesAt }) => arrivesAt > 1).length
  ok(late > 3 && late < 40, String(late))
  ok(people.every(({ signsUpAt, arrivesAt }) => signsUpAt < arrivesAt))
  deepEqual(
    peopleFrom(1, 2, []).map(({ team }) => team),
    [null, null],
  )
})

test('nobody means to vote twice from the same phone, but to change their mind; most vote', () => {
  const people = peopleFrom(3, 1000, teams)
  const votes = intentsAt(ballot(), people, 3)
  const own = votes.filter(
    ({ act, key }) => act.do === 'vote' && act.device === 'own' && key.endsWith(' vote'),
  )
  equal(new Set(own.map(({ who }) => who)).size, own.length)
  ok(own.length > 900 && own.length < 980, String(own.length))
  const changed = votes.filter(({ key }) => key.endsWith('changed')).length
  ok(changed > 50 && changed < 150, String(changed))
  for (const { who, act } of votes)
    ok(
      act.do === 'vote' &&
        act.choice.length === 1 &&
        act.choice[0] !== `idea of ${people[who as number]!.team}`,
    )
})

test('each method gets votes of its form', () => {
  const people = peopleFrom(3, 60, teams)
  const choices = (more: object) =>
    intentsAt(ballot(more), people, 3).map(({ act }) => (act.do === 'vote' ? act.choice : []))
  for (const choice of choices({ method: 'several', atMost: 2 })) {
    ok(choice.length >= 1 && choice.length <= 2)
    equal(new Set(choice).size, choice.length)
  }
  for (const choice of choices({ method: 'ranked' })) equal(choice.length, 2)
  deepEqual(
    intentsAt(ballot({ method: 'team' }), people, 3).map(({ who }) => who),
    ['lead brent', 'lead harrow', 'lead hillingdon'],
  )
  deepEqual(choices({ options: [] }), [])
})

test('one of each team makes the pledge, and each idea of the others is reflected on once', () => {
  for (const seed of [1, 2, 3, 4, 5])
    for (const some of [teams, teams.slice(0, 2)]) {
      const acts = dayOf(seed, 300, some).map(({ act }) => act)
      const pledged = acts.flatMap((act) => (act.do === 'pledge' ? act.team : []))
      deepEqual(pledged.sort(), some.map(({ id }) => id).sort())
      const reflected = acts.flatMap((act) => (act.do === 'reflect' ? `${act.team} ${act.idea}` : []))
      equal(new Set(reflected).size, reflected.length)
      equal(reflected.length, some.length * 2)
    }
})

test('some phones lose the network and send when they have it again; some answers are lost', () => {
  const all = dayOf(5, 1000)
  const [queued, twice] = [all.filter((one) => one.queued).length, all.filter((one) => one.twice).length]
  ok(queued > 50 && queued < all.length / 5, String(queued))
  ok(twice > 50 && twice < all.length / 10, String(twice))
  equal(new Set(all.map(({ key }) => key)).size, all.length)
})

test('a day is made shorter as a whole, and each part lasts a minute at least on the Screen', () => {
  equal(paceOf({ minutes: 10, planned: 300 }), 30)
  equal(paceOf({ minutes: null, planned: 300 }), 1)
  equal(paceOf({ minutes: 600, planned: 300 }), 1)
  const day = [15, 60, null, 210].map((minutes) => ({ minutes }))
  deepEqual(shortened(day, { minutes: null, planned: 300 }), [15, 60, 15, 210])
  deepEqual(shortened(day, { minutes: 3, planned: 300 }), [1, 1, 1, 2])
  deepEqual(shortened(day, { minutes: 10, planned: 300 }), [1, 2, 1, 5])
  for (let minutes = 5; minutes <= 300; minutes += 1) {
    const each = shortened(day, { minutes, planned: 300 })
    const sum = each.reduce((all, one) => all + one, 0)
    equal(sum, minutes === 300 ? 300 : Math.floor((minutes * 11) / 12), `of ${minutes}`)
    // Each is on until its countdown has run out.
    deepEqual(
      each.map((one) =>
        lastsMs(
          { minutes: one },
          each.map((minutes) => ({ minutes })),
          minutes === 300 ? null : minutes,
        ),
      ),
      each.map((one) => one * 60_000),
    )
  }
  const items = [{ minutes: 15 }, { minutes: 45 }, { minutes: null }]
  equal(sumOf(items), 75)
  const sum = items.reduce((all, item) => all + lastsMs(item, items, 12), 0)
  equal(Math.round(sum), 11 * 60_000)
  deepEqual(hostLooksAt, [0, 0.6, 0.7, 1])
})

test('a host who is not real keeps to the plan', () => {
  const sees = (more: Partial<AsHostSees>): AsHostSees => ({
    kind: 'talk',
    share: 0.5,
    next: true,
    vote: 'none',
    rooms: 'none',
    ...more,
  })
  const table: [Partial<AsHostSees>, string][] = [
    [{ kind: undefined }, 'start'],
    [{ kind: undefined, next: false }, 'over'],
    [{}, 'wait'],
    [{ share: 1 }, 'start'],
    [{ share: 1, next: false }, 'finish'],
    [{ kind: 'ballot', vote: 'open', share: 0.59 }, 'wait'],
    [{ kind: 'ballot', vote: 'open', share: 0.6 }, 'close'],
    [{ kind: 'ballot', vote: 'closed', share: 0.65 }, 'wait'],
    [{ kind: 'ballot', vote: 'closed', share: 0.7 }, 'reveal'],
    [{ kind: 'ballot', vote: 'open', share: 2 }, 'close'],
    [{ kind: 'rooms', rooms: 'free', share: 0 }, 'allocate'],
    [{ kind: 'rooms', rooms: 'given', share: 0 }, 'wait'],
  ]
  for (const [more, expected] of table) equal(stepOf(sees(more)), expected, JSON.stringify(more))
})

test('a rehearsal of which nothing is heard was interrupted', () => {
  const at = (ms: number) => new Date(Date.UTC(2027, 0, 12) + ms).toISOString()
  const row = { runner: 'one', seen_at: at(0), ended_at: null }
  equal(stateOf(row, at(silentMs)), 'on')
  equal(stateOf(row, at(silentMs + 1)), 'interrupted')
  equal(stateOf({ ...row, ended_at: at(0) }, at(silentMs + 1)), 'over')
  equal(stateOf({ ...row, runner: null }, at(silentMs + 1)), 'waiting')
})
