import type { Sample } from '../../../test/sample.ts'
import { addCoProducer, addIdea } from './commands.ts'

export const sample: Sample = {
  async scene({ people, nouns, done }) {
    const { team } = nouns
    const idea = await done(people.lead, addIdea, { team, title: 'Assess in one go' })
    const other = await done(people.organiser, addIdea, { team: 'harrow', title: 'Talk first' })
    const made = { idea, kind: 'service_users', recruitedBy: team }
    return { idea, other, coProducer: await done(people.lead, addCoProducer, made) }
  },
  async grow({ people, teams, done }, round) {
    for (const team of teams) {
      const idea = await done(people.organiser, addIdea, { team, title: `Idea ${round} of ${team}` })
      await done(people.organiser, addCoProducer, { idea, kind: 'carers', recruitedBy: team })
    }
  },
  plausible: { title: 'Something else', team: 'brent' },
  at: [[/co-producers/, { kind: 'service_users' }]],
}
