import { z } from 'zod'
import { agendaPart, soonerOf, wasOpen } from '../../pages/meeting/agenda.ts'
import { by } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { dueSteps, type TeamStep } from './rules.ts'
import { plansOf, stepsOf } from './store.ts'

const DueStep = z.object({
  id: z.string(),
  what: z.string(),
  team: z.string(),
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
})

export const dueStepsPart = agendaPart<TeamStep>({
  key: 'steps',
  title: 'Steps of the plans due by the next meeting',
  json: DueStep,
  told: ({ id, what, team_id, due_on, overdue }): z.infer<typeof DueStep> => ({
    id,
    what,
    team: team_id,
    dueOn: due_on,
    overdue,
  }),
  async read(db, facts) {
    const { network, meeting, meetings } = facts
    const next = meetings.find((one) => !one.cancelled_at && one.on_day > meeting.on_day)?.on_day
    const [plans, steps] = [await plansOf(db, network.id), await stepsOf(db, network.id)]
    // Of a meeting to come, nothing is overdue before its own day.
    const late = new Set(
      dueSteps({ plans, steps, on: soonerOf(facts), next })
        .filter(({ overdue }) => overdue)
        .map(({ id }) => id),
    )
    return dueSteps({ plans, steps, on: meeting.on_day, next })
      .filter((step) => wasOpen(facts, step.planned_at, step.completed_at))
      .map((step) => ({ ...step, overdue: late.has(step.id) }))
  },
  item: (step, { network, teamName }) => ({
    team: teamName(step.team_id),
    text: step.what,
    href: paths.plan({ network: network.id, team: step.team_id }),
    note: by(step.due_on),
    overdue: step.overdue,
  }),
})
