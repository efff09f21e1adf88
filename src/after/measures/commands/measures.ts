import { z } from 'zod'
import { ideaById } from '../../../before/ideas/store.ts'
import { teamById } from '../../../before/networks/store/networks.ts'
import { pledgeById } from '../../../day/pledges/store.ts'
import { Id } from '../../../platform/form/fields.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { charted, defined, firstChart } from '../record/measure.ts'
import { hasDenominator, whyNoChart } from '../rules/definition.ts'
import {
  addMeasureChanges,
  addMeasureRow,
  changeMeasureRow,
  measureById,
  type MeasureRow,
} from '../store/measures.ts'
import { itsMeasurers, mayDefine } from '../store/who.ts'

export const topic = ({ network }: { network: string }) => `network:${network}`
export const gone = refuse('This measure is not there any more')

type Done = Promise<{ id: string } | Refusal>

/** Something that is named, or nothing. */
const OptionalId = z
  .string()
  .max(100)
  .nullish()
  .transform((id) => id || null)

const Follows = { team: OptionalId, idea: OptionalId, pledge: OptionalId }

type Given = z.infer<z.ZodObject<typeof defined.input>>

/** The sentence why a measure cannot be so, if it cannot. */
function fault(given: Given): Refusal | undefined {
  if (hasDenominator(given.counted) && !given.denominator)
    return refuse('Enter of what, so that everybody counts the same', 'denominator')
  if (given.targetOn !== null && given.target === null)
    return refuse('Enter the target, or leave its day out', 'target')
  return undefined
}

async function follows(
  tx: Tx,
  { network, team, idea, pledge }: { network: string } & Record<keyof typeof Follows, string | null>,
): Promise<Refusal | undefined> {
  if (team && !(await teamById(tx, network, team))) return refuse('This team is not there any more', 'team')
  if (idea && !(await ideaById(tx, network, idea))) return refuse('This idea is not there any more', 'idea')
  if (!pledge) return undefined
  const pledged = await pledgeById(tx, network, pledge)
  if (!pledged) return refuse('This pledge is not there any more', 'pledge')
  return pledged.team_id === team ? undefined : refuse('This is the pledge of another team', 'pledge')
}

export const addMeasure = command('measures.addMeasure', {
  said: 'defined a measure',
  input: z.object({ network: Id, ...Follows, ...defined.input }),
  topic,
  who: mayDefine,
  async run(tx, { network, team, idea, pledge, ...given }, { id, now, actor }): Done {
    const refused = fault(given) ?? (await follows(tx, { network, team, idea, pledge }))
    if (refused) return refused
    const measure = id()
    await addMeasureRow(tx, {
      network_id: network,
      id: measure,
      team_id: team,
      idea_id: idea,
      pledge_id: pledge,
      ...defined.columns(given),
      ...firstChart,
      created_at: now,
      created_by: actorKey(actor),
      retired_at: null,
    })
    return { id: measure }
  },
})

const OfMeasure = { network: Id, measure: Id }

/** Changes a measure, and keeps each field that differs as it was. */
async function changed(
  tx: Tx,
  row: MeasureRow,
  of: typeof defined | typeof charted,
  columns: Partial<MeasureRow>,
  { id, now }: { id(): string; now: string },
): Promise<{ id: string }> {
  const was: Record<string, string> = of.values(row)
  const is: Record<string, string> = of.values({ ...row, ...columns })
  const differing = of.names.filter((name) => was[name] !== is[name])
  await addMeasureChanges(
    tx,
    differing.map((field) => ({
      network_id: row.network_id,
      id: id(),
      measure_id: row.id,
      field,
      was: was[field] || null,
      changed_at: now,
    })),
  )
  if (differing.length > 0) await changeMeasureRow(tx, row, columns)
  return { id: row.id }
}

export const changeMeasure = command('measures.changeMeasure', {
  said: 'changed a measure',
  input: z.object({ ...OfMeasure, ...defined.input }),
  topic,
  who: itsMeasurers,
  async run(tx, { network, measure, ...given }, circumstances): Done {
    const row = await measureById(tx, network, measure)
    if (!row) return gone
    const refused = fault(given)
    if (refused) return refused
    return changed(tx, row, defined, defined.columns(given), circumstances)
  },
})

export const setChart = command('measures.setChart', {
  said: 'set the chart of a measure',
  input: z.object({ ...OfMeasure, ...charted.input }),
  topic,
  who: itsMeasurers,
  async run(tx, { network, measure, ...given }, circumstances): Done {
    const row = await measureById(tx, network, measure)
    if (!row) return gone
    const refused = whyNoChart(given.chart, row.counted)
    if (refused) return refuse(refused, 'chart')
    return changed(tx, row, charted, charted.columns(given), circumstances)
  },
})

/** Retires a measure: its readings stay, and no more come. */
export const retireMeasure = command('measures.retireMeasure', {
  said: 'retired a measure',
  input: z.object(OfMeasure),
  topic,
  who: itsMeasurers,
  async run(tx, { network, measure }, { now }): Done {
    const row = await measureById(tx, network, measure)
    if (!row) return gone
    if (row.retired_at) return refuse('This measure is retired already.')
    await changeMeasureRow(tx, row, { retired_at: now })
    return { id: measure }
  },
})

export const resumeMeasure = command('measures.resumeMeasure', {
  said: 'took back that a measure was retired',
  input: z.object(OfMeasure),
  topic,
  who: itsMeasurers,
  async run(tx, { network, measure }): Done {
    const row = await measureById(tx, network, measure)
    if (!row) return gone
    await changeMeasureRow(tx, row, { retired_at: null })
    return { id: measure }
  },
})

export const measureCommands = [addMeasure, changeMeasure, setChart, retireMeasure, resumeMeasure]
