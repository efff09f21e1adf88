import type { Sample } from '../../../test/sample.ts'
import { addAction, askQuestion, recordDecision } from './commands/minutes.ts'
import { setUpSeries } from './commands/series.ts'
import { reviewsOf } from './store/meetings.ts'

export const sample: Sample = {
  async scene({ people, nouns, store, done }) {
    const { lead, organiser, network } = people
    await done(organiser, setUpSeries, { firstOn: '2027-02-02', localTime: '9:30am', minutes: '90' })
    const review = (await reviewsOf(store.db, network))[0]!.id
    const asked = { review, team: nouns['team'], toWhom: 'board', question: 'When?' }
    return {
      review,
      question: await done(lead, askQuestion, asked),
      action: await done(organiser, addAction, { review, what: 'Find a room', owner: 'QI team' }),
    }
  },
  async grow({ people, nouns, done }, round) {
    const { review, team } = nouns
    const asked = { review, team, toWhom: 'board', question: `Question ${round}` }
    await done(people.lead, askQuestion, asked)
    await done(people.organiser, recordDecision, { review, what: `Decision ${round}` })
    await done(people.organiser, addAction, { review, what: `Action ${round}`, owner: 'QI team' })
  },
  plausible: {
    firstOn: '2027-03-02',
    'firstOn-day': '2',
    'firstOn-month': '3',
    'firstOn-year': '2027',
    localTime: '9:30am',
    onDay: '2027-03-02',
    'onDay-day': '2',
    'onDay-month': '3',
    'onDay-year': '2027',
    question: 'Which?',
  },
}
