import type { EventRow } from '../../before/events/store.ts'
import { isNotRecorded, type Unrecorded } from '../../before/events/rules.ts'
import type { IdeaRow } from '../../before/ideas/store.ts'
import type { NetworkRow, TeamRow } from '../../before/networks/store/networks.ts'
import type { PledgeRow } from '../../day/pledges/store.ts'
import type { GlyphName } from '../../platform/face/glyph.ts'
import type { Db } from '../../platform/store/database.ts'

/** A team on its way with an idea, or with a pledge that names none. */
export interface OnTheWay {
  now: string
  network: NetworkRow
  team: TeamRow
  idea: IdeaRow | undefined
  /** The team that brought the idea. */
  origin: TeamRow | undefined
  events: readonly EventRow[]
  /** Those of them that were held before they were recorded here. */
  recorded: readonly EventRow[]
  /** The team's pledges of it. */
  pledges: readonly PledgeRow[]
  /** Pledges of the team that were recorded without saying which idea they took up. */
  unnamed: readonly PledgeRow[]
}

/** One thing that was done, with its day and its record. */
export interface StepRecord {
  /** Null where only the day of the recording is known. */
  on: string | null
  says: string
  href: string
  /** The words themselves, where somebody said or wrote them; `note` is what is to be known besides. */
  quote?: string | null
  note?: string
}

/** A step of the thread, from an idea to its outcome: the deed, or the reason why nothing stands here. */
export interface ThreadStep {
  name: string
  glyph: GlyphName
  state: 'taken' | 'not yet' | 'not recorded'
  taken: StepRecord[]
  /** The thing that somebody waits for, where there is one. */
  waits?: StepWait | undefined
}

/** Something that is due: in how long, or since when. */
export interface StepWait {
  says: string
  late: boolean
  href: string
}

/** A slice's step of the thread. */
export interface StepReader {
  name: string
  /** Its drawing. */
  glyph: GlyphName
  /** There is no such step where the thread begins with a pledge. */
  ofIdea?: true
  read(db: Db, way: OnTheWay): Promise<StepRecord[] | Pick<ThreadStep, 'state' | 'taken'>>
  waits?(db: Db, way: OnTheWay): Promise<StepWait | undefined>
  /** The gap in the record of an event, where that is why nothing stands here. */
  unrecorded?: Unrecorded | ((events: readonly EventRow[]) => boolean)
}

const byDay = (a: StepRecord, b: StepRecord) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1)

/** The step of a way as its slice reads it. */
export async function stepOf(db: Db, way: OnTheWay, reader: StepReader): Promise<ThreadStep> {
  const { name, glyph, unrecorded } = reader
  const waits = await reader.waits?.(db, way)
  const read = await reader.read(db, way)
  if (!Array.isArray(read)) return { name, glyph, waits, ...read }
  if (read.length > 0) return { name, glyph, waits, state: 'taken', taken: read.toSorted(byDay) }
  const unknown =
    typeof unrecorded === 'function'
      ? unrecorded(way.events)
      : unrecorded !== undefined && way.events.some((event) => isNotRecorded(event, unrecorded))
  return { name, glyph, waits, state: unknown ? 'not recorded' : 'not yet', taken: [] }
}
