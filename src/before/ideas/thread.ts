import type { StepReader } from '../../pages/thread/step.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'

/**
 * An idea that came in with the records of its network was not put on a card on that day: at best its event is known.
 */
export const ideaStep: StepReader = {
  name: 'Idea',
  glyph: 'bulb',
  ofIdea: true,
  async read(_db, { network, idea, origin, recorded }) {
    if (!idea) return []
    const who = origin?.name ?? `A ${network.team_noun}`
    const href = paths.idea({ network: network.id, idea: idea.id })
    if (idea.created_at !== network.created_at || recorded.length === 0)
      return [
        {
          on: dayOf(idea.created_at),
          says: `${who} put this idea on a card: ${idea.title}`,
          href,
          quote: idea.changes,
          note: `${who} put this idea on a card`,
        },
      ]
    const [event, ...others] = recorded
    const where = event && others.length === 0 ? ` to the ${event.name} of ${day(event.on_day)}` : ''
    return [{ on: null, says: `${who} brought this idea${where}: ${idea.title}`, href }]
  },
}
