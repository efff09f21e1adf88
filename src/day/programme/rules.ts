/** What a part of the day is; starting it starts what it stands for. */
export const itemKinds = [
  'talk',
  'idea',
  'reflection',
  'ballot',
  'pledges',
  'rooms',
  'feedback',
  'break',
] as const
export type ItemKind = (typeof itemKinds)[number]

export const itemKindNames: Record<ItemKind, string> = {
  talk: 'Talk',
  idea: 'Change idea shown by its team',
  reflection: 'Reflection',
  ballot: 'Vote',
  pledges: 'Pledges',
  rooms: 'Breakout rooms',
  feedback: 'Feedback',
  break: 'Break',
}

/** What a part of the day is, with who shows it. */
export const whatItIs = ({ kind, team }: { kind: ItemKind; team: string | null }): string =>
  kind === 'idea' && team
    ? `Change idea shown by ${team}`
    : `${itemKindNames[kind]}${team ? `, ${team}` : ''}`

/** What the rules ask of an item; rows of the store are such. */
export interface Timed {
  id: string
  minutes: number | null
  planned_at: string | null
  started_at: string | null
  finished_at: string | null
}

export interface Slot {
  at: string | undefined
  until: string | undefined
}

export const plus = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** When each item is planned: at its own time, or when the one before it is to end; the first as the day begins. */
export function plannedTimes(items: readonly Timed[], dayStarts: string | null): Map<string, Slot> {
  const slots = new Map<string, Slot>()
  let next = dayStarts ?? undefined
  for (const item of items) {
    const at = item.planned_at ?? next
    const until = at && item.minutes !== null ? plus(at, item.minutes) : undefined
    slots.set(item.id, { at, until })
    next = until
  }
  return slots
}

export const isOn = (item: Timed): boolean => item.started_at !== null && item.finished_at === null

/** Where the day stands: what is on, and what comes next. Items that were left out stay out. */
export interface Standing<Item> {
  stage: 'before' | 'on' | 'between' | 'after'
  on: Item | undefined
  next: Item | undefined
}

export function standingOf<Item extends Timed>(items: readonly Item[]): Standing<Item> {
  const on = items.find(isOn)
  const reached = items.findLastIndex((item) => item.started_at !== null)
  const next = items.slice(reached + 1).find((item) => item.started_at === null)
  if (on) return { stage: 'on', on, next }
  if (reached === -1) return { stage: 'before', on, next }
  return { stage: next ? 'between' : 'after', on, next }
}

/** When what is on should end: as long after it began as was planned for it. */
export const endsAt = (item: Timed): string | undefined =>
  item.started_at && item.minutes !== null ? plus(item.started_at, item.minutes) : undefined

const minutesFrom = (from: string, to: string): number =>
  Math.trunc((Date.parse(to) - Date.parse(from)) / 60_000)

/** Minutes that the day is behind its plan (ahead of it when negative); nothing where there is no plan to compare. */
export function drift(items: readonly Timed[], dayStarts: string | null, now: string): number | undefined {
  const slots = plannedTimes(items, dayStarts)
  const { stage, on, next } = standingOf(items)
  if (stage === 'before' || stage === 'after') return undefined
  if (!on) {
    const at = slots.get(next!.id)!.at
    return at && now > at ? minutesFrom(at, now) : at ? 0 : undefined
  }
  const { at, until } = slots.get(on.id)!
  if (!at) return undefined
  const begun = minutesFrom(at, on.started_at!)
  return until && now > until ? Math.max(begun, minutesFrom(until, now)) : begun
}

const counted = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`

/** "8 minutes", "1 hour", "3 hours 20 minutes". */
function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const over = minutes % 60
  if (hours === 0) return counted(over, 'minute')
  return over === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${counted(over, 'minute')}`
}

/** "8 minutes behind", "5 minutes ahead"; a minute either way is on time. */
export function driftInWords(minutes: number): string {
  if (Math.abs(minutes) <= 1) return 'On time'
  return `${minutesInWords(Math.abs(minutes))} ${minutes > 0 ? 'behind' : 'ahead'}`
}

export type Undoable = 'start' | 'finish'

/** The last thing that was done to the day, which alone may be undone. */
export function lastDone<Item extends Timed>(
  items: readonly Item[],
): { item: Item; what: Undoable } | undefined {
  const on = items.find(isOn)
  if (on) return { item: on, what: 'start' }
  const finished = items.filter((item) => item.finished_at !== null)
  if (finished.length === 0) return undefined
  const last = finished.reduce((late, item) => (finishedAfter(item, late) ? item : late))
  return { item: last, what: 'finish' }
}

const finishedAfter = (item: Timed, other: Timed): boolean =>
  item.finished_at! > other.finished_at! ||
  (item.finished_at === other.finished_at && item.started_at! >= other.started_at!)

export interface Draft {
  kind: ItemKind
  title: string
  minutes: number
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
