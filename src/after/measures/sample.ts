import type { Sample } from '../../../test/sample.ts'
import { addMeasure } from './commands/measures.ts'
import { addReading } from './commands/readings.ts'
import { addRebase } from './commands/rebases.ts'

const asked = {
  name: 'Days to first contact',
  kind: 'outcome',
  counted: 'number',
  people: 'no',
  unit: 'days',
  direction: 'decrease',
  target: '14',
}

export const sample: Sample = {
  async scene({ people, nouns, done }) {
    const { team, pledge } = nouns
    const measure = await done(people.lead, addMeasure, { team, pledge, ...asked })
    const at = { measure, team }
    await done(people.lead, addReading, { ...at, on: '2023-01-02', value: '30' })
    const reading = await done(people.lead, addReading, { ...at, on: '2023-02-06', value: '28' })
    await done(people.organiser, addMeasure, { ...asked, name: 'Waits of all' })
    const begun = { ...at, on: '2023-02-06', cause: 'Ring first' }
    return { measure, reading, rebase: await done(people.lead, addRebase, begun) }
  },
  async grow({ people, nouns, done }, round) {
    const { team, measure } = nouns
    const on = `2023-03-${String(round).padStart(2, '0')}`
    await done(people.lead, addReading, { measure, team, on, value: String(20 + round) })
    await done(people.lead, addMeasure, { ...asked, team, name: `Measure ${round}` })
  },
  plausible: {
    kind: 'process',
    counted: 'number',
    people: 'no',
    direction: 'increase',
    target: '82.5',
    targetOn: '2027-03-02',
    'targetOn-day': '2',
    'targetOn-month': '3',
    'targetOn-year': '2027',
    per: '',
    chart: 'proposed',
    ruleSet: 'nhsr',
    runRules: 'anhoej',
    fixAfter: '12',
    screening: 'yes',
    value: '12',
    existing: '',
    small: '',
    missing: '',
  },
  at: [
    [/readings/, { on: '2023-04-03', 'on-day': '3', 'on-month': '4', 'on-year': '2023', denominator: '' }],
    [/rebases/, { on: '2023-02-06', 'on-day': '6', 'on-month': '2', 'on-year': '2023', cycle: '' }],
  ],
}
