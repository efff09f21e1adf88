import { isRecordedNowhere } from '../../before/events/rules.ts'
import type { StepReader } from '../../pages/thread/step.ts'
import { paths } from '../../paths.ts'
import { stageDeeds, stageNames } from './rules/ladder.ts'
import { adoptionOf, movesOfAdoption } from './store/adoptions.ts'

/** The end of the thread: adopted or stopped, with every move on the way there. */
export const adoptionStep: StepReader = {
  name: 'Adoption',
  glyph: 'sprout',
  ofIdea: true,
  // How far teams came is not known where nobody wrote down the plans.
  unrecorded: (events) => isRecordedNowhere(events, 'plans'),
  async read(db, { network: { id: network }, team, idea }) {
    const row = idea && (await adoptionOf(db, network, idea.id, team.id))
    if (!row) return []
    const href = paths.adoption({ network, idea: row.idea_id, team: team.id })
    return (await movesOfAdoption(db, network, row.id)).map(({ stage, on_day, evidence, reason }) => {
      const words = reason ?? evidence
      return {
        on: on_day,
        says: `${team.name} ${stageDeeds[stage]}`,
        href,
        ...(words && { quote: words, note: `${team.name} ${stageDeeds[stage]} (${stageNames[stage]})` }),
      }
    })
  },
}
