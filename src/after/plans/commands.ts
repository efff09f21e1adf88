import { z } from 'zod'
import { Day, Id, OptionalDay, optionalText } from '../../platform/form/fields.ts'
import { teamById } from '../../before/networks/store/networks.ts'
import { itsLeadOrOrganisers } from '../../before/networks/store/roles.ts'
import { pledgeById } from '../../day/pledges/store.ts'
import { command, refuse, type Refusal } from '../../platform/store/command.ts'
import type { Tx } from '../../platform/store/database.ts'
import { planFields, stepFields } from './record.ts'
import { endOfYear } from './rules.ts'
import {
  addPlanRow,
  addStepRow,
  allStepsOfPlan,
  changePlanRow,
  changeStepRow,
  planOfTeam,
  plansOfTeam,
  stepOfTeam,
  type PlanStepRow,
} from './store.ts'

const OfTeam = { network: Id, team: Id }
const topic = ({ network }: { network: string }) => `network:${network}`
const who = itsLeadOrOrganisers
type Done = Promise<{ id: string } | Refusal>

const FirstStep = {
  firstStep: optionalText(500, 'The first step'),
  firstStepDueOn: OptionalDay('The day of the first step'),
}

/** A plan for a year begins from a pledge, or from nothing. Its first step stands in the first quarter. */
export const beginPlan = command('plans.beginPlan', {
  said: 'began a plan',
  input: z.object({
    ...OfTeam,
    ...planFields.input,
    ...FirstStep,
    startsOn: Day('First day of the plan', 'Enter the first day of the plan'),
    pledge: z
      .string()
      .max(100)
      .nullish()
      .transform((id) => id || null),
  }),
  topic,
  who,
  async run(tx, { network, team, pledge, ...input }, { id, now }): Done {
    if (!(await teamById(tx, network, team))) return refuse('This team is not there any more')
    const pledged = pledge ? await pledgeById(tx, network, pledge) : undefined
    if (pledge && pledged?.team_id !== team) return refuse('This pledge is not there any more')
    const others = await plansOfTeam(tx, network, team)
    if (others.some((other) => other.starts_on === input.startsOn))
      return refuse('There is a plan from this day already. Change that one.', 'startsOn')
    const plan = id()
    await addPlanRow(tx, {
      network_id: network,
      id: plan,
      team_id: team,
      pledge_id: pledge,
      ...planFields.columns(input),
      starts_on: input.startsOn,
      ends_on: endOfYear(input.startsOn),
      created_at: now,
      updated_at: now,
    })
    if (input.firstStep)
      await addStepRow(tx, {
        ...newStepRow(network, plan, id()),
        what: input.firstStep,
        due_on: input.firstStepDueOn,
      })
    return { id: plan }
  },
})

const newStepRow = (network: string, plan: string, id: string) => ({
  network_id: network,
  id,
  plan_id: plan,
  ...stepFields.empty,
  quarter: 1,
  position: 1,
  what: '',
  completed_at: null,
  removed_at: null,
})

export const changePlan = command('plans.changePlan', {
  said: 'changed a plan',
  input: z.object({ ...OfTeam, ...planFields.input }),
  topic,
  who,
  async run(tx, { network, team, ...said }, { now }): Done {
    const plan = await planOfTeam(tx, network, team)
    if (!plan) return refuse('This plan is not there any more')
    await changePlanRow(tx, network, plan.id, { ...planFields.columns(said), updated_at: now })
    return { id: plan.id }
  },
})

export const addStep = command('plans.addStep', {
  said: 'added a step to a plan',
  input: z.object({ ...OfTeam, ...stepFields.input }),
  topic,
  who,
  async run(tx, { network, team, ...said }, { id, now }): Done {
    const plan = await planOfTeam(tx, network, team)
    if (!plan) return refuse('Begin the plan first')
    const step = id()
    const position = await endOf(tx, network, plan.id)
    const row = { ...newStepRow(network, plan.id, step), ...stepFields.columns(said), position }
    await addStepRow(tx, row)
    await changePlanRow(tx, network, plan.id, { updated_at: now })
    return { id: step }
  },
})

const endOf = async (tx: Tx, network: string, plan: string): Promise<number> =>
  1 + Math.max(0, ...(await allStepsOfPlan(tx, network, plan)).map(({ position }) => position))

const OfStep = { ...OfTeam, step: Id }
const gone = () => refuse('This step is not there any more')

/** Changes a step that stands in the plan, or one that was removed from it, too. */
async function changed(
  tx: Tx,
  { network, team, step }: z.infer<z.ZodObject<typeof OfStep>>,
  change: (row: PlanStepRow) => Partial<PlanStepRow>,
  which?: 'removed too',
): Done {
  const row = await stepOfTeam(tx, network, team, step)
  if (!row || (row.removed_at && !which)) return gone()
  await changeStepRow(tx, network, step, change(row))
  return { id: step }
}

export const changeStep = command('plans.changeStep', {
  said: 'changed a step of a plan',
  input: z.object({ ...OfStep, ...stepFields.input }),
  topic,
  who,
  run: (tx, { network, team, step, ...said }) =>
    changed(tx, { network, team, step }, () => stepFields.columns(said)),
})

/** Marks a step as done; one that is done keeps its time. */
export const completeStep = command('plans.completeStep', {
  said: 'completed a step of a plan',
  input: z.object(OfStep),
  topic,
  who,
  run: (tx, at, { now }) => changed(tx, at, (row) => ({ completed_at: row.completed_at ?? now })),
})

export const reopenStep = command('plans.reopenStep', {
  said: 'took back that a step of a plan was completed',
  input: z.object(OfStep),
  topic,
  who,
  run: (tx, at) => changed(tx, at, () => ({ completed_at: null })),
})

/** Takes a step out of the plan; the plan's page puts it back. */
export const removeStep = command('plans.removeStep', {
  said: 'removed a step of a plan',
  input: z.object(OfStep),
  topic,
  who,
  run: (tx, at, { now }) => changed(tx, at, (row) => ({ removed_at: row.removed_at ?? now }), 'removed too'),
})

export const restoreStep = command('plans.restoreStep', {
  said: 'took back that a step of a plan was removed',
  input: z.object(OfStep),
  topic,
  who,
  run: (tx, at) => changed(tx, at, () => ({ removed_at: null }), 'removed too'),
})

export const planCommands = [
  beginPlan,
  changePlan,
  addStep,
  changeStep,
  completeStep,
  reopenStep,
  removeStep,
  restoreStep,
]
