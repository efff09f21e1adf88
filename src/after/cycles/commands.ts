import { z } from 'zod'
import { eventTopic } from '../../before/events/rules.ts'
import { Id } from '../../platform/form/fields.ts'
import { itsPledgeTeam } from '../../day/pledges/commands.ts'
import { pledgeAt, pledgeById } from '../../day/pledges/store.ts'
import { actorKey } from '../../platform/store/actor.ts'
import { command, policy, refuse, type Refusal } from '../../platform/store/command.ts'
import type { Db } from '../../platform/store/database.ts'
import { planned, studied } from './record.ts'
import { whyNot } from './rules.ts'
import { addCycleRow, changeCycleRow, cycleById, markBreakthroughRow } from './store.ts'

interface AtCycle {
  network: string
  cycle: string
}

async function found(db: Db, { network, cycle: id }: AtCycle) {
  const cycle = await cycleById(db, network, id)
  const pledge = cycle && (await pledgeById(db, network, cycle.pledge_id))
  return cycle && pledge && { cycle, pledge }
}

/** People who may change the pledge that it tests. */
export const itsTesters = policy<AtCycle>(
  'someone of the team of the pledge or an organiser',
  async (db, at, actor) => {
    const one = await found(db, at)
    if (!one) return false
    const { id: pledge, event_id: event } = one.pledge
    return itsPledgeTeam.allows(db, { network: at.network, event, pledge }, actor)
  },
)

/** The topic of the network, whose pages show the test; a test belongs to no one day. */
const topic = ({ network }: { network: string }) => `network:${network}`
const gone = refuse('This test is not there any more')

/** The test from which a new one goes on. */
const After = z
  .string()
  .max(100)
  .nullish()
  .transform((id) => id || null)

export const planCycle = command('cycles.planCycle', {
  said: 'planned a test',
  input: z.object({ network: Id, event: Id, pledge: Id, after: After, ...planned.input }),
  topic: (at) => [eventTopic(at), topic(at)],
  who: itsPledgeTeam,
  async run(
    tx,
    { network, event, pledge, after, ...given },
    { id, now, actor },
  ): Promise<{ id: string } | Refusal> {
    const of = await pledgeAt(tx, { network, event, pledge })
    if (!of) return refuse('This pledge is not there any more')
    const refused = whyNot('plan', of)
    if (refused) return refuse(refused)
    const last = after === null ? undefined : await cycleById(tx, network, after)
    if (after !== null && last?.pledge_id !== pledge)
      return refuse('The test that this one goes on from is not there any more')
    const cycle = id()
    const row = { network_id: network, id: cycle, pledge_id: pledge, team_id: of.team_id, after_id: after }
    await addCycleRow(tx, { ...row, ...planned.columns(given), planned_at: now }, actor)
    return { id: cycle }
  },
})

const OfCycle = { network: Id, cycle: Id }

export const changeCycle = command('cycles.changeCycle', {
  said: 'changed a test',
  input: z.object({ ...OfCycle, ...planned.input }),
  topic,
  who: itsTesters,
  async run(tx, { network, cycle, ...given }): Promise<{ id: string } | Refusal> {
    const one = await found(tx, { network, cycle })
    if (!one) return gone
    const refused = whyNot('change', one.pledge, one.cycle)
    if (refused) return refuse(refused)
    await changeCycleRow(tx, one.cycle, planned.columns(given))
    return { id: cycle }
  },
})

export const finishCycle = command('cycles.finishCycle', {
  said: 'wrote down what came of a test',
  input: z.object({
    ...OfCycle,
    ...studied.input,
  }),
  topic,
  who: itsTesters,
  async run(tx, { network, cycle, ...given }, { now, actor }): Promise<{ id: string } | Refusal> {
    const one = await found(tx, { network, cycle })
    if (!one) return gone
    const refused = whyNot('finish', one.pledge, one.cycle)
    if (refused) return refuse(refused)
    await changeCycleRow(tx, one.cycle, {
      ...studied.columns(given),
      decided_at: now,
      decided_by: actorKey(actor),
    })
    return { id: cycle }
  },
})

/** Opens a test again, so that its results can be changed. */
export const reopenCycle = command('cycles.reopenCycle', {
  said: 'opened a test again',
  input: z.object(OfCycle),
  topic,
  who: itsTesters,
  async run(tx, { network, cycle }): Promise<{ id: string } | Refusal> {
    const one = await found(tx, { network, cycle })
    if (!one) return gone
    const refused = whyNot('reopen', one.pledge, one.cycle)
    if (refused) return refuse(refused)
    const open = { decision: null, decided_at: null, decided_by: null, breakthrough_at: null }
    await changeCycleRow(tx, one.cycle, open)
    return { id: cycle }
  },
})

/** The test by which the team learnt most; one of a team, and another takes its place. */
export const markBreakthrough = command('cycles.markBreakthrough', {
  said: 'called a test its biggest breakthrough',
  input: z.object(OfCycle),
  topic,
  who: itsTesters,
  async run(tx, { network, cycle }, { now }): Promise<{ id: string } | Refusal> {
    const one = await found(tx, { network, cycle })
    if (!one) return gone
    const refused = whyNot('celebrate', one.pledge, one.cycle)
    if (refused) return refuse(refused)
    await markBreakthroughRow(tx, one.cycle, now)
    return { id: cycle }
  },
})

export const unmarkBreakthrough = command('cycles.unmarkBreakthrough', {
  said: 'no longer calls a test its biggest breakthrough',
  input: z.object(OfCycle),
  topic,
  who: itsTesters,
  async run(tx, { network, cycle }): Promise<{ id: string } | Refusal> {
    const one = await found(tx, { network, cycle })
    if (!one) return gone
    await changeCycleRow(tx, one.cycle, { breakthrough_at: null })
    return { id: cycle }
  },
})

export const cycleCommands = [
  planCycle,
  changeCycle,
  finishCycle,
  reopenCycle,
  markBreakthrough,
  unmarkBreakthrough,
]
