import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { uptake as madeUp } from '../gallery/made-up-uptake.ts'
import { gridSentence, testingTeams } from './grid.ts'
import { stageOf, taken, type Stage, type Way } from './uptake.ts'
import { stepsOfWay } from './way-track.ts'

const nothing: Way = {
  team: 'harrow',
  idea: 'one',
  home: false,
  reflectedOn: null,
  choseOn: null,
  pledges: [],
  asks: [],
  plannedOn: null,
  cycles: [],
  adoption: undefined,
}
const made = madeUp.ways.flatMap((way) => way.pledges)
const open = made.find((pledge) => !pledge.released_at)!
const released = made.find((pledge) => pledge.released_at)!
const cycle = madeUp.ways.flatMap((way) => way.cycles)[0]!

test('A team stands with an idea where its furthest deed has brought it, and stopped is said', () => {
  const cases: [Stage, Partial<Way>][] = [
    ['none', {}],
    ['looked', { reflectedOn: '2027-01-12' }],
    ['chose', { reflectedOn: '2027-01-12', choseOn: '2027-01-12' }],
    ['pledged', { pledges: [open] }],
    ['pledged', { pledges: [released, open] }],
    ['stopped', { choseOn: '2027-01-12', pledges: [released] }],
    ['tests', { pledges: [open], cycles: [cycle] }],
    ['tests', { pledges: [open], cycles: [{ ...cycle, decision: 'adapt' }] }],
    ['stopped', { pledges: [open], cycles: [cycle, { ...cycle, decision: 'abandon' }] }],
    ['tests', { pledges: [open], cycles: [{ ...cycle, decision: 'abandon' }, cycle] }],
    ['home', { home: true, reflectedOn: '2027-01-12' }],
    ['tests', { home: true, pledges: [open], cycles: [cycle] }],
  ]
  for (const [stage, changed] of cases)
    equal(stageOf({ ...nothing, ...changed }), stage, JSON.stringify(changed))
  equal(stageOf(undefined), 'none')
})

test('The grid says in one sentence how far the network is, and makes nothing up', () => {
  const teams = madeUp.teams
  const said = (...ways: Partial<Way>[]) =>
    gridSentence(
      { ...madeUp, teams, ways: ways.map((way) => ({ ...nothing, ...way })) },
      'service',
      'services',
    )
  equal(said(), 'No service has looked at another’s idea here yet.')
  equal(
    said({ reflectedOn: '2027-01-12' }),
    '1 of 3 services looked at ideas of others. None has been chosen yet.',
  )
  equal(said({ choseOn: '2027-01-12' }), '1 of 3 services chose an idea that another service brought.')
  equal(said({ pledges: [open] }), '1 of 3 services pledged to test an idea that another service brought.')
  equal(said({ cycles: [cycle] }), '1 of 3 services tests an idea that another service brought.')
  equal(
    said({ cycles: [cycle] }, { team: 'brent', cycles: [cycle] }),
    '2 of 3 services test an idea that another service brought.',
  )
  // Work with one's own idea, or without any, is no spread.
  const own = { ...nothing, home: true, cycles: [cycle] }
  const ofNone = { ...nothing, idea: null, pledges: [open], cycles: [cycle] }
  equal(testingTeams({ ...madeUp, ways: [own, ofNone] }), 0)
  equal(
    gridSentence({ ...madeUp, ways: [ofNone], unrecorded: new Set(['votes']) }, 'service', 'services'),
    'Which services took up which idea was not recorded.',
  )
})

test('The ways of a team begin with the one that has come furthest; a look is none', () => {
  const stages = (team: string) => taken(madeUp, team).map(stageOf).join(' ')
  equal(stages('brent'), 'pledged stopped')
  equal(stages('hillingdon'), 'pledged chose')
})

test('A step that nobody wrote down is not one that is to come; an ask without an answer waits', () => {
  const states = (way: Partial<Way>, ...gaps: ('asks' | 'plans')[]) =>
    stepsOfWay({ ...nothing, ...way }, new Set(gaps))
      .map(({ name, state }) => `${name} ${state}`)
      .join(', ')
  equal(
    states({ idea: null, pledges: [open] }, 'plans'),
    'Pledge done, Ask later, Answer later, Plan unknown, Test unknown',
  )
  const ask = { ...({} as Way['asks'][number]), answer: undefined }
  equal(
    states({ idea: null, pledges: [open], asks: [ask] }),
    'Pledge done, Ask done, Answer now, Plan later, Test later',
  )
  equal(
    states({ idea: null, pledges: [released] }),
    'Pledge stopped, Ask later, Answer later, Plan later, Test later',
  )
})
