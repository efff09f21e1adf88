import type { Sample } from '../../../test/sample.ts'
import { addStep, beginPlan } from './commands.ts'

export const sample: Sample = {
  async scene({ people, nouns, done }) {
    const { team, pledge } = nouns
    await done(people.lead, beginPlan, { team, pledge, aim: 'Shorter waits', startsOn: '2027-01-13' })
    return { step: await done(people.lead, addStep, { team, quarter: '1', what: 'Ask ten people' }) }
  },
  async grow({ people, nouns, done }, round) {
    await done(people.organiser, addStep, { team: nouns['team'], quarter: '2', what: `Step ${round}` })
  },
  plausible: {
    aim: 'Shorter waits',
    first: 'A small one',
    quarter: '2',
    startsOn: '2028-03-02',
    'startsOn-day': '2',
    'startsOn-month': '3',
    'startsOn-year': '2028',
  },
}
