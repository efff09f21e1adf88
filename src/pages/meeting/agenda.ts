import type { z } from 'zod'
import type { NetworkRow } from '../../before/networks/store/networks.ts'
import type { ReviewRow } from '../../after/reviews/store/meetings.ts'
import { dayOf } from '../../platform/face/dates.ts'
import type { Db } from '../../platform/store/database.ts'

/** A meeting as the parts of its agenda see it. */
export interface MeetingFacts {
  network: NetworkRow
  meeting: ReviewRow
  /** All meetings of the network, the earliest first. */
  meetings: readonly ReviewRow[]
  now: string
}

/** The names that the words of an item need. */
export interface Naming {
  network: NetworkRow
  teamName(id: string | null): string
  /** Names are shown to those who have a role in the network. */
  insider: boolean
}

/** One thing that waits for the meeting, with its record. */
export interface AgendaItem {
  team: string
  text: string
  href: string
  note?: string | undefined
  overdue?: boolean
}

/** A slice's part of the agenda of a meeting: rows, and the words of each. Its JSON names nobody. */
export interface AgendaPart<Row = unknown> {
  /** Its name in the JSON. */
  key: string
  title: string
  json: z.ZodType
  /** A row in the names of that schema. */
  told(row: Row): unknown
  read(db: Db, facts: MeetingFacts): Promise<Row[]>
  item(row: Row, naming: Naming): AgendaItem
}

/** Keeps what a part reads and what it shows of one kind, and forgets of which. */
export const agendaPart = <Row>(part: AgendaPart<Row>): AgendaPart => part as AgendaPart

/**
 * True if something was open for a meeting, as far as the records tell: made before it ended (or by now), and not done
 * before it began. The agenda of a past meeting shows the things that were open then.
 */
export function wasOpen(
  { meeting, now }: MeetingFacts,
  madeAt: string,
  ...doneAt: (string | null | undefined)[]
): boolean {
  const asOf = now < meeting.ends_at ? now : meeting.ends_at
  return madeAt <= asOf && doneAt.every((done) => !done || done > meeting.starts_at)
}

/** The meetings before it. */
export const earlierThan = ({ meeting, meetings }: MeetingFacts): Set<string> =>
  new Set(meetings.filter((one) => one.starts_at < meeting.starts_at).map((one) => one.id))

/** The day of the meeting, or today where that is sooner: what is due after it is not overdue yet. */
export function soonerOf({ meeting, now }: MeetingFacts): string {
  const today = dayOf(now)
  return today < meeting.on_day ? today : meeting.on_day
}
