import { isRecordedNowhere } from '../../before/events/rules.ts'
import type { StepReader } from '../../pages/thread/step.ts'
import { dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { decisionWords } from './rules.ts'
import { cyclesOf } from './store.ts'

export const testStep: StepReader = {
  name: 'Test',
  glyph: 'flask',
  // Tests are not known where nobody wrote down the plans.
  unrecorded: (events) => isRecordedNowhere(events, 'plans'),
  async read(db, { network: { id: network }, team, pledges }) {
    const ids = new Set(pledges.map((pledge) => pledge.id))
    return (await cyclesOf(db, network))
      .filter((one) => ids.has(one.pledge_id))
      .flatMap(({ id, question, planned_at, decision, decided_at, happened }) => {
        const href = paths.cycle({ network, cycle: id })
        const planned = {
          on: dayOf(planned_at),
          says: `${team.name} planned a test: ${question}`,
          href,
          quote: question,
          note: `${team.name} planned a test`,
        }
        if (!decision || !decided_at) return [planned]
        const says = `${team.name} tested it and ${decisionWords[decision]}: ${happened}`
        return [
          planned,
          {
            on: dayOf(decided_at),
            says,
            href,
            quote: happened,
            note: `${team.name} tested it and ${decisionWords[decision]}`,
          },
        ]
      })
  },
}
