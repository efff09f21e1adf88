import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { checksFrom, dueCheck } from './rules/checks.ts'
import { linesOf } from './rules/figures.ts'
import { familyOf, type Kinship } from './rules/lineage.ts'
import { nextStage, whyNotMove, type AdoptionStage, type Moving } from './rules/ladder.ts'
import { checklists, lastOn, percentOf, progressOf, progressWords } from './rules/progress.ts'
import { scoreHint } from './rules/score.ts'

const moving: Moving = {
  from: 'testing',
  since: '2027-01-01',
  adoptedOn: undefined,
  to: 'adapting',
  onDay: '2027-01-10',
  today: '2027-01-12',
  evidence: null,
  source: null,
  reason: null,
  finishedTests: ['one'],
  test: null,
}

test('A move without the proof that its stage asks for is refused in a sentence', () => {
  const shown = { evidence: 'The audit', source: 'Minutes' }
  const adopted = { from: 'adopted', since: '2026-07-01', adoptedOn: '2026-07-01' } as const
  const cases: [Partial<Moving>, RegExp | undefined][] = [
    [{}, undefined],
    [{ to: 'testing' }, /stands at “Testing” already/],
    [{ onDay: '2027-01-13' }, /still to come/],
    [{ onDay: '2026-12-31' }, /before the last move/],
    [{ finishedTests: [] }, /“Adapting” needs a finished test/],
    [{ test: 'another' }, /Choose a test from the list/],
    [{ to: 'implementing' }, /Enter what shows that it is implementing/],
    [{ to: 'implementing', evidence: 'The audit' }, /Enter where that can be seen/],
    [{ to: 'implementing', ...shown }, undefined],
    [{ to: 'adopted', ...shown, finishedTests: [] }, /needs a finished test/],
    [{ to: 'adopted', ...shown }, undefined],
    [{ to: 'sustained', ...shown }, /Only what was adopted can be sustained/],
    [{ to: 'sustained', ...adopted, ...shown, onDay: '2026-12-31' }, /6 months after it was adopted/],
    [{ to: 'sustained', ...adopted, onDay: '2027-01-01' }, /must not have lost its gain/],
    [{ to: 'sustained', ...adopted, ...shown, onDay: '2027-01-01' }, undefined],
    [{ to: 'planning' }, /A reasoned no is a finding/],
    [{ to: 'planning', reason: 'A new lead' }, undefined],
    [{ to: 'declined' }, /A reasoned no is a finding/],
    [{ to: 'abandoned', reason: 'It took too long', finishedTests: [] }, undefined],
    [{ from: undefined, since: undefined, to: 'interested' }, undefined],
    [{ from: 'paused', to: 'testing' }, undefined],
  ]
  for (const [changed, says] of cases) {
    const why = whyNotMove({ ...moving, ...changed })
    if (says) equal(says.test(why?.says ?? ''), true, `${JSON.stringify(changed)}: ${why?.says}`)
    else equal(why, undefined, JSON.stringify(changed))
  }
})

test('The next stage is the next rung; from a pause it goes on with tests', () => {
  const next = (stage?: AdoptionStage) => nextStage(stage)
  deepEqual(
    [next(), next('interested'), next('adopted'), next('sustained'), next('paused'), next('declined')],
    ['interested', 'pledged', 'sustained', undefined, 'testing', undefined],
  )
})

test('How much and how long: the share of the parts, the days, and stalled after six weeks of silence', () => {
  const done = 'planning-question testing-first testing-compared testing-again'
  equal(percentOf('testing', done), 60)
  equal(percentOf('paused', done), undefined)
  const of = (stage: AdoptionStage, lastOn: string) =>
    progressWords(stage, progressOf({ stage, since: '2027-01-01', done, lastOn }, '2027-02-11'))
  equal(of('testing', '2027-01-10'), '60 % of testing, 41 days')
  equal(of('testing', '2026-12-31'), '60 % of testing, 41 days, stalled')
  equal(of('adopted', '2026-01-01'), '0 % of adopted, 41 days')
  equal(of('paused', '2026-01-01'), 'Paused, 41 days')
  equal(
    lastOn('2027-01-02T10:00:00Z', [
      { planned_at: '2027-01-01T10:00:00Z', decided_at: null },
      { planned_at: '2027-01-01T10:00:00Z', decided_at: '2027-01-05T10:00:00Z' },
    ]),
    '2027-01-05',
  )
  for (const parts of Object.values(checklists)) equal(Object.keys(parts).length, 5)
})

test('Checks fall due 3, 6 and 12 months on; a later one stands for those that nobody answered', () => {
  const due = (answered: number[], on: string) => dueCheck(checksFrom('2026-11-30', answered), on)?.months
  deepEqual(
    [
      due([], '2027-02-27'),
      due([], '2027-02-28'),
      due([3], '2027-05-29'),
      due([], '2027-05-30'),
      due([6], '2027-05-30'),
      due([3, 6], '2027-12-01'),
      due([12], '2028-12-01'),
    ],
    [undefined, 3, undefined, 6, undefined, 12, undefined],
  )
})

test('Lines count once; a score that the record contradicts is pointed at, never changed', () => {
  deepEqual(linesOf('- One door\n\n• One door\nTwo'), ['One door', 'Two'])
  deepEqual(linesOf(null), [])
  equal(scoreHint('2.0', { finishedTests: 0, adopted: false }), undefined)
  equal(
    scoreHint('2.5', { finishedTests: 0, adopted: false }),
    'No finished test is recorded, though this score says that changes were tested.',
  )
  equal(scoreHint('3.0', { finishedTests: 1, adopted: false }), undefined)
})

test('A family hangs below its origin; of a circle, or of a parent without a record, each is shown once', () => {
  const words = ({ team, from }: Kinship): string =>
    from.length > 0 ? `${team} (${from.map(words).join(', ')})` : team
  const of = (descents: Record<string, string | null>) =>
    words(
      familyOf(
        'brent',
        Object.entries(descents).map(([team, from]) => ({ team, from })),
      ),
    )
  equal(of({ brent: null, harrow: 'brent', ealing: 'harrow' }), 'brent (harrow (ealing))')
  equal(of({ harrow: 'ealing', ealing: 'harrow' }), 'brent (harrow (ealing))')
  equal(of({ harrow: 'nobody', ealing: null }), 'brent (ealing, harrow)')
})
