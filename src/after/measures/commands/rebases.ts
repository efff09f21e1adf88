import { z } from 'zod'
import { cycleById } from '../../cycles/store.ts'
import { Day, Id, requiredText } from '../../../platform/form/fields.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { command, isRefusal, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import {
  addRebaseRow,
  changeRebaseRow,
  readingsOfSeries,
  rebaseById,
  rebasesOfSeries,
} from '../store/readings.ts'
import { seriesKeepers } from '../store/who.ts'
import { seriesAt } from './keeping.ts'
import { topic } from './measures.ts'

const OfSeries = { network: Id, measure: Id, team: Id }
type Done = Promise<{ id: string } | Refusal>

/** Begins the chart of a series anew on a day, because people know what changed then. */
export const addRebase = command('measures.addRebase', {
  said: 'began a chart anew',
  input: z.object({
    ...OfSeries,
    on: Day('First day', 'Enter the first day'),
    cause: requiredText(300, 'Enter what changed'),
    cycle: z
      .string()
      .max(100)
      .nullish()
      .transform((id) => id || null),
  }),
  topic,
  who: seriesKeepers,
  async run(tx, { on, cause, cycle, ...at }, { id, now, actor }): Done {
    const series = await seriesAt(tx, at)
    if (isRefusal(series)) return series
    const { network, measure, team } = at
    const readings = (await readingsOfSeries(tx, network, measure, team)).filter((one) => !one.removed_at)
    if (!readings.some((one) => one.taken_on === on))
      return refuse('There is no reading for this day. Choose the day of a reading.', 'on')
    if (readings[0]!.taken_on === on)
      return refuse('This is the first reading. Choose the day of a later one.', 'on')
    const others = await rebasesOfSeries(tx, network, measure, team)
    if (others.some((one) => one.begins_on === on && !one.removed_at))
      return refuse('The chart begins anew on this day already.', 'on')
    if (cycle && (await cycleById(tx, network, cycle))?.team_id !== team)
      return refuse('This test is not there any more', 'cycle')
    const rebase = id()
    await addRebaseRow(tx, {
      network_id: network,
      id: rebase,
      measure_id: measure,
      team_id: team,
      begins_on: on,
      cause,
      cycle_id: cycle,
      made_at: now,
      made_by: actorKey(actor),
      removed_at: null,
    })
    return { id: rebase }
  },
})

const OfRebase = { ...OfSeries, rebase: Id }

async function marked(
  tx: Tx,
  { network, measure, team, rebase }: z.infer<z.ZodObject<typeof OfRebase>>,
  removed: string | null,
): Done {
  const row = await rebaseById(tx, network, rebase)
  if (row?.measure_id !== measure || row.team_id !== team)
    return refuse('This new beginning is not there any more')
  await changeRebaseRow(tx, row, { removed_at: removed && (row.removed_at ?? removed) })
  return { id: rebase }
}

export const removeRebase = command('measures.removeRebase', {
  said: 'took back that a chart begins anew',
  input: z.object(OfRebase),
  topic,
  who: seriesKeepers,
  run: (tx, at, { now }) => marked(tx, at, now),
})

export const restoreRebase = command('measures.restoreRebase', {
  said: 'began a chart anew once more',
  input: z.object(OfRebase),
  topic,
  who: seriesKeepers,
  run: (tx, at) => marked(tx, at, null),
})

export const rebaseCommands = [addRebase, removeRebase, restoreRebase]
