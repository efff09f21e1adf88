import { isRecordedNowhere } from '../../before/events/rules.ts'
import type { StepReader } from '../../pages/thread/step.ts'
import { dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { plansOfTeam, stepsOf } from './store.ts'

export const planStep: StepReader = {
  name: 'Plan',
  glyph: 'calendar',
  unrecorded: (events) => isRecordedNowhere(events, 'plans'),
  async read(db, { network: { id: network }, team, pledges }) {
    const ids = new Set(pledges.map((pledge) => pledge.id))
    const plans = (await plansOfTeam(db, network, team.id)).filter(
      (plan) => plan.pledge_id && ids.has(plan.pledge_id),
    )
    const steps = await stepsOf(db, network)
    const href = paths.plan({ network, team: team.id })
    return plans.flatMap((plan) => {
      const done = steps.filter((one) => one.plan_id === plan.id && one.completed_at)
      return [
        {
          on: dayOf(plan.created_at),
          says: `${team.name} planned its year: ${plan.aim}`,
          href,
          quote: plan.aim,
          note: `${team.name} planned its year`,
        },
        ...done.map((one) => ({ on: dayOf(one.completed_at!), says: `Step done: ${one.what}`, href })),
      ]
    })
  },
}
