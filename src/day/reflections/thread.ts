import type { StepReader } from '../../pages/thread/step.ts'
import { dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { reflectionsOnIdea } from './store.ts'

export const reflectionStep: StepReader = {
  name: 'Reflection',
  glyph: 'speech',
  ofIdea: true,
  unrecorded: 'notes',
  async read(db, { network: { id: network }, team, idea }) {
    const all = idea ? await reflectionsOnIdea(db, network, idea.id) : []
    return all
      .filter((one) => one.team_id === team.id)
      .map((one) => ({
        on: dayOf(one.updated_at),
        says: `${team.name} reflected on what to keep, change and leave out${one.first_test ? `. First test: ${one.first_test}` : ''}`,
        quote: one.first_test,
        note: `${team.name} reflected on what to keep, change and leave out`,
        href: paths.teamReflection({ network, event: one.event_id, idea: one.idea_id, team: one.team_id }),
      }))
  },
}
