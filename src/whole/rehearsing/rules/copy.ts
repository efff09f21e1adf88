import type { Section } from '../../../platform/store/section.ts'
import { shortened, type Length } from './pace.ts'

type Row = Record<string, unknown>
export type Rows = Record<string, Row[]>

const kept = (row: Row, { rehearsed, fields }: Section, now: string): Row =>
  Object.fromEntries(
    Object.entries(fields).map(([field, { column, kind, otherwise, required }]) => {
      if (required || rehearsed!.includes(field)) return [column, row[column] ?? null]
      return [column, kind === 'instant' && otherwise === 'now' ? now : (otherwise ?? null)]
    }),
  )

export interface Copying {
  sections: readonly Section[]
  event: string
  name: string
  today: string
  now: string
  length: Length
}

/** The rows of a network that is an event's rehearsal, without its people. */
export function copyOf(rows: Rows, { sections, event, name, today, now, length }: Copying): Rows {
  const ofEvent = (all: Row[] = []) => all.filter((row) => row['event_id'] === event)
  const ballots = ofEvent(rows['ballots']).filter((row) => !row['run_off_of'])
  const there = new Set(ballots.map((row) => row['id']))
  const chosen: Rows = {
    ...rows,
    events: rows['events']!.filter((row) => row['id'] === event),
    ballots,
    ballotOptions: (rows['ballotOptions'] ?? []).filter((row) => there.has(row['ballot_id'])),
    rooms: ofEvent(rows['rooms']),
    programme: ofEvent(rows['programme']).filter((row) => !row['removed_at']),
  }
  const copy = Object.fromEntries(
    sections
      .filter((section) => section.rehearsed)
      .map((section) => [section.name, chosen[section.name]!.map((row) => kept(row, section, now))]),
  )
  Object.assign(copy['network']![0]!, { name, kind: 'rehearsal' })
  Object.assign(copy['events']![0]!, { on_day: today, starts_at: now })
  const minutes = shortened(copy['programme']! as never, length)
  for (const [at, item] of copy['programme']!.entries()) {
    item['minutes'] = minutes[at]!
    if (!there.has(item['ballot_id'])) item['ballot_id'] = null
  }
  return copy
}
