import type { ItemKind } from '../../../items.ts'

/** An item as the rules need it; rows of the store are such. */
export interface Timed {
  id: string
  minutes: number | null
  planned_at: string | null
  started_at: string | null
  finished_at: string | null
  /** Minutes given to it, or taken from it, while it was on. */
  extra_minutes: number | null
  /** Set if it was put in on the day; it has no place in the plan. */
  added_at: string | null
  /** Set if it was left out. */
  skipped_at: string | null
}

export interface Draft {
  kind: ItemKind
  title: string
  minutes: number | null
  idea?: string
}

/** A whole day for somebody who has never run one: hear, see, reflect, choose, eat, pledge, talk. */
export function usualDay(ideas: readonly { id: string }[]): Draft[] {
  return [
    { kind: 'talk', title: 'Welcome, and how good ideas spread', minutes: 30 },
    ...ideas.map((idea): Draft => ({ kind: 'idea', title: '', minutes: 15, idea: idea.id })),
    { kind: 'reflection', title: 'What would this take where we work?', minutes: 30 },
    { kind: 'ballot', title: 'Choose the change to test at home', minutes: 15 },
    { kind: 'break', title: 'Lunch', minutes: 45 },
    { kind: 'pledges', title: 'Make a pledge, and ask for what it needs', minutes: 45 },
    { kind: 'rooms', title: 'Talk it over in the breakout rooms', minutes: 45 },
    { kind: 'feedback', title: 'Tell us how it was', minutes: 10 },
  ]
}

/** The parts of another day, with the minutes that each really took, for the plan of the next. */
export function likeThatDay(
  items: readonly (Timed & { kind: ItemKind; title: string; idea_id: string | null })[],
): Draft[] {
  return items
    .filter((item) => item.skipped_at === null)
    .map(({ kind, title, minutes, idea_id, started_at, finished_at }) => {
      const took =
        started_at && finished_at ? (Date.parse(finished_at) - Date.parse(started_at)) / 60_000 : undefined
      const planned = took === undefined ? minutes : Math.min(600, Math.max(1, Math.round(took)))
      return { kind, title, minutes: planned, ...(idea_id && { idea: idea_id }) }
    })
}
