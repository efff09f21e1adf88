import { teamById } from '../../../before/networks/store/networks.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { isRefusal, refuse, type Circumstances, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { nhsNumbersIn } from '../../../platform/store/nhs-number.ts'
import { counted } from '../../../platform/text/english.ts'
import { differs as saysElse, faultOf, isSmall, readingWords, type GivenReading } from '../rules/reading.ts'
import { measureById, type MeasureRow } from '../store/measures.ts'
import {
  addReadingChanges,
  addReadingRows,
  changeReadingRow,
  readingsOfSeries,
  type ReadingRow,
} from '../store/readings.ts'
import { gone } from './measures.ts'

export interface AtSeries {
  network: string
  measure: string
  team: string
}

interface Keeping extends AtSeries {
  /** The readings that are there are changed, or left; where nothing is said, it is asked. */
  existing?: 'change' | 'leave' | undefined
  /** It was confirmed that small numbers of people may be kept. */
  small: boolean
  reason: string | null
  keepsNotes?: true
}

/** The measure of a series that may be added to: a team's own, or one that all teams share. */
export async function seriesAt(
  tx: Tx,
  { network, measure, team }: AtSeries,
): Promise<{ measure: MeasureRow } | Refusal> {
  const row = await measureById(tx, network, measure)
  if (!row || (row.team_id !== null && row.team_id !== team)) return gone
  if (!(await teamById(tx, network, team))) return refuse('This team is not there any more')
  return row.retired_at ? refuse('This measure is retired. Take it back first.') : { measure: row }
}

interface Kept {
  /** Of each reading that was given, in its order. */
  ids: string[]
  added: number
  changed: number
  unchanged: number
}

/** Keeps readings of a series, all or none; `prefix` names the field of a row. */
export async function keepReadings(
  tx: Tx,
  at: Keeping,
  asked: readonly GivenReading[],
  { id, now, actor }: Pick<Circumstances, 'id' | 'now' | 'actor'>,
  prefix: (row: number) => string,
): Promise<Kept | Refusal> {
  const series = await seriesAt(tx, at)
  if (isRefusal(series)) return series
  const { measure } = series
  const wrong = faultsOf(measure, asked, dayOf(now), prefix)
  if (wrong) return wrong
  if (!at.small && asked.some((one) => isSmall(measure, one))) return askSmall
  const there = new Map(
    (await readingsOfSeries(tx, at.network, at.measure, at.team)).map((r) => [r.taken_on, r]),
  )
  // Of many at once, a note that is left out stays.
  const given = asked.map((one) =>
    at.keepsNotes ? { ...one, note: one.note ?? there.get(one.on)?.note ?? null } : one,
  )
  const differing = given.filter((one) => differs(there.get(one.on), one))
  if (differing.length > 0 && at.existing === undefined) return askExisting(measure, differing, there)
  const base = { network_id: at.network, measure_id: at.measure, team_id: at.team }
  const added: ReadingRow[] = []
  const was = []
  const ids: string[] = []
  for (const one of given) {
    const old = there.get(one.on)
    const columns = { value: one.value, denominator: one.denominator, note: one.note }
    ids.push(old?.id ?? id())
    if (!old)
      added.push({
        ...base,
        id: ids.at(-1)!,
        taken_on: one.on,
        ...columns,
        recorded_at: now,
        recorded_by: actorKey(actor),
        removed_at: null,
      })
    else if (old.removed_at !== null || (differs(old, one) && at.existing === 'change')) {
      was.push({ ...pastOf(old), id: id(), reason: at.reason, changed_at: now })
      await changeReadingRow(tx, old, { ...columns, removed_at: null })
    }
  }
  await addReadingRows(tx, added)
  await addReadingChanges(tx, was)
  return {
    ids,
    added: added.length,
    changed: was.length,
    unchanged: given.length - added.length - was.length,
  }
}

const pastOf = ({ network_id, id, value, denominator, note }: ReadingRow) => ({
  network_id,
  reading_id: id,
  value,
  denominator,
  note,
})

/** True of a reading that stands and says something else. */
const differs = (old: ReadingRow | undefined, one: GivenReading) =>
  old !== undefined && old.removed_at === null && saysElse({ ...old, on: old.taken_on }, one)

function faultsOf(
  measure: MeasureRow,
  given: readonly GivenReading[],
  today: string,
  prefix: (row: number) => string,
): Refusal | undefined {
  const fields: Record<string, string> = {}
  const days = new Map<string, number>()
  given.forEach((one, row) => {
    const fault = faultOf(measure, one, today)
    const many = given.length > 1
    if (fault) fields[prefix(row) + fault.field] = many ? `Row ${row + 1}: ${fault.says}` : fault.says
    else if (days.has(one.on))
      fields[`${prefix(row)}on`] =
        `Row ${row + 1}: there are two readings for ${day(one.on)}, the other in row ${days.get(one.on)! + 1}`
    else if (many && one.note !== null && nhsNumbersIn(one.note).length > 0)
      fields[`${prefix(row)}note`] = `Row ${row + 1}: the note looks as if it held an NHS number`
    days.set(one.on, row)
  })
  const all = Object.values(fields)
  return all.length === 0 ? undefined : { kind: 'input', refused: all.join('. '), fields }
}

const askSmall = refuse(
  'Fewer than 5 people are counted here, so somebody might be recognised. Put readings together for a longer time, or confirm that it may be kept.',
  'small',
)

function askExisting(
  measure: MeasureRow,
  differing: readonly GivenReading[],
  there: ReadonlyMap<string, ReadingRow>,
): Refusal {
  const [one] = differing
  const says =
    differing.length === 1
      ? `There is a reading for ${day(one!.on)} already: ${readingWords(measure, there.get(one!.on)!)}. Choose what to do.`
      : `For ${counted(differing.length, 'day')} there are readings already. Choose what to do with them.`
  return refuse(says, 'existing')
}
