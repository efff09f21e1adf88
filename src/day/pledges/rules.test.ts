import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isSamePledge, pledgeState, whyNot, type PledgeState } from './rules.ts'

const outcomes: Record<PledgeState, { released_at: string | null; completed_at: string | null }> = {
  open: { released_at: null, completed_at: null },
  completed: { released_at: null, completed_at: '2027-01-12T09:00:00.000Z' },
  released: { released_at: '2027-01-12T09:00:00.000Z', completed_at: null },
}
const states = Object.keys(outcomes) as PledgeState[]

test('a pledge is open until it is completed or released', () => {
  deepEqual(
    states.map((state) => pledgeState(outcomes[state])),
    states,
  )
})

for (const [doing, allowed] of [
  ['change', 'open'],
  ['release', 'open'],
  ['complete', 'open'],
  ['take back', 'released'],
  ['reopen', 'completed'],
] as const) {
  test(`only a pledge that is ${allowed} lets a team ${doing}`, () => {
    deepEqual(
      states.filter((state) => whyNot(doing, outcomes[state]) === undefined),
      [allowed],
    )
  })
}

for (const [idea, what, same] of [
  ['tree', 'The same words', true],
  ['tree', 'Other words', false],
  ['hub', 'The same words', false],
  [null, 'The same words', false],
] as const) {
  test(`a pledge of the idea tree and “${what}” of ${idea} are ${same ? '' : 'not '}the same`, () => {
    equal(isSamePledge({ idea_id: 'tree', what: 'The same words' }, { idea, what }), same)
  })
}

test('without an idea, the words tell pledges apart', () => {
  equal(isSamePledge({ idea_id: null, what: 'Stop letters' }, { idea: null, what: 'Stop letters' }), true)
  equal(isSamePledge({ idea_id: null, what: 'Stop letters' }, { idea: null, what: 'Stop faxes' }), false)
  equal(isSamePledge({ idea_id: null, what: null }, { idea: null, what: 'Stop faxes' }), false)
})
