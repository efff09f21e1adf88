import type { Section } from '../../../platform/store/section.ts'
import { shortened, type Length } from './pace.ts'

type Row = Record<string, unknown>
export type Rows = Record<string, Row[]>

/**
 * What is copied from an event to rehearse it, field by field. All else is left behind: people, what they wrote, what
 * was done on the day, links to meetings and whatever else is only for the real one.
 */
export const copied: Record<string, readonly string[]> = {
  network: ['id', 'organisation', 'aim', 'about', 'teamNoun', 'teamNounPlural', 'boardName', 'qiTeamName'],
  teams: ['id', 'name', 'position'],
  ideas: ['id', 'team', 'title', 'problem', 'changes', 'evidence', 'needs', 'slidesUrl'],
  events: ['id', 'name', 'place', 'aims'],
  ballots: ['id', 'event', 'question', 'method', 'atMost', 'ownIdea'],
  ballotOptions: ['id', 'ballot', 'idea', 'position'],
  rooms: ['id', 'event', 'theme', 'position', 'place'],
  programme: ['id', 'event', 'position', 'kind', 'title', 'minutes', 'idea', 'ballot'],
}

const kept = (row: Row, { name, fields }: Section, now: string): Row =>
  Object.fromEntries(
    Object.entries(fields).map(([field, { column, kind, otherwise, required }]) => {
      if (required || copied[name]!.includes(field)) return [column, row[column] ?? null]
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
      .filter((section) => section.name in copied)
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
