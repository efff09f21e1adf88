import type { Counted, Section } from '../../platform/store/section.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { listed } from '../../platform/text/english.ts'

export const kinds = ['idea', 'team', 'event'] as const
export type Kind = (typeof kinds)[number]

export const keptDays = 7

const daysAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString()

/** Until when what was taken away at an instant can be put back. */
export const keptUntil = (removedAt: string): string => daysAfter(removedAt, keptDays)

/** What was taken away up to then is gone for good. */
export const goneSince = (now: string): string => daysAfter(now, -keptDays)

export const untilWords = (removedAt: string): string => {
  const until = keptUntil(removedAt)
  return day(dayOf(until))
}

type Row = Record<string, unknown>

/** Rows that name a record, or a row that goes with it. */
export interface Hanging {
  table: string
  /** The column by which they name it. */
  by: string
  is?: Counted
  /** Rows that go with what they hang on. All others are what people did: what that stands on stays. */
  goes?: (row: Row) => boolean
  /** Of a table that holds rows of other kinds too. */
  only?: Record<string, string>
  hanging?: Hanging[]
}

const all = () => true
const empty = (column: string) => (row: Row) => row[column] === null

const steps: Hanging = { table: 'desk_steps', by: 'item_id', is: ['step of a day', 'steps of a day'] }

const onIdea: Hanging[] = [
  { table: 'words', by: 'subject_id', only: { kind: 'idea' }, goes: all },
  {
    table: 'co_producers',
    by: 'idea_id',
    is: ['record of who made it together', 'records of who made it together'],
    goes: all,
  },
  { table: 'ballot_options', by: 'idea_id', is: ['vote that offers it', 'votes that offer it'] },
  { table: 'team_choices', by: 'idea_id', is: ['team that chose it', 'teams that chose it'] },
  { table: 'tie_decisions', by: 'idea_id', is: ['decision on a vote', 'decisions on votes'] },
  {
    table: 'programme_items',
    by: 'idea_id',
    is: ['part of a programme', 'parts of programmes'],
    goes: (row) => row['removed_at'] !== null,
    hanging: [steps],
  },
]

const onTeam: Hanging[] = [
  { table: 'memberships', by: 'team_id', is: ['role', 'roles'], goes: (row) => row['ended_at'] !== null },
  { table: 'ideas', by: 'team_id', is: ['change idea', 'change ideas'] },
  {
    table: 'co_producers',
    by: 'recruited_by',
    is: ['record of who made an idea together', 'records of who made ideas together'],
  },
  { table: 'attendees', by: 'team_id', is: ['sign-up for an event', 'sign-ups for events'] },
  { table: 'feedback_answers', by: 'team_id', is: ['feedback form', 'feedback forms'] },
  { table: 'roll', by: 'team_id', is: ['place on a list of voters', 'places on lists of voters'] },
  { table: 'votes', by: 'team_id', is: ['vote', 'votes'] },
  { table: 'team_choices', by: 'team_id', is: ['choice after a vote', 'choices after votes'] },
  { table: 'tablets', by: 'team_id', is: ['shared device', 'shared devices'] },
]

const onBallot: Hanging[] = [
  { table: 'ballot_options', by: 'ballot_id', goes: all },
  { table: 'roll', by: 'ballot_id', is: ['voter', 'voters'], goes: (row) => row['voted'] === 0 },
  { table: 'votes', by: 'ballot_id', is: ['vote that was cast', 'votes that were cast'] },
  { table: 'tablets', by: 'ballot_id', goes: all },
  { table: 'team_choices', by: 'ballot_id', is: ['choice of a team', 'choices of teams'] },
  { table: 'tie_decisions', by: 'ballot_id', is: ['decision on a vote', 'decisions on votes'] },
]

const onRoom: Hanging[] = [
  { table: 'room_notes', by: 'room_id', is: ['note', 'notes'], goes: (row) => row['removed_at'] !== null },
]

/** What others hang on stands before them, so that it can be put back in this order. */
const onEvent: Hanging[] = [
  {
    table: 'attendees',
    by: 'event_id',
    is: ['sign-up', 'sign-ups'],
    goes: (row) => row['cancelled_at'] !== null,
  },
  { table: 'event_changes', by: 'event_id', goes: all },
  {
    table: 'ballots',
    by: 'event_id',
    is: ['vote that was opened', 'votes that were opened'],
    goes: empty('opened_at'),
    hanging: onBallot,
  },
  { table: 'rooms', by: 'event_id', is: ['breakout room', 'breakout rooms'], goes: all, hanging: onRoom },
  { table: 'room_places', by: 'event_id', goes: all },
  { table: 'feedback_forms', by: 'event_id', is: ['feedback form', 'feedback forms'], goes: all },
  { table: 'feedback_given', by: 'event_id', is: ['person who gave feedback', 'people who gave feedback'] },
  {
    table: 'feedback_answers',
    by: 'event_id',
    is: ['answer to the feedback form', 'answers to the feedback form'],
  },
  { table: 'feedback_contacts', by: 'event_id', is: ['person to be contacted', 'people to be contacted'] },
  {
    table: 'programme_items',
    by: 'event_id',
    is: ['part of the programme', 'parts of the programme'],
    goes: all,
  },
  { table: 'desk_steps', by: 'event_id', goes: all },
  { table: 'presenter_notes', by: 'event_id', goes: all },
  { table: 'day_links', by: 'event_id', goes: all },
  {
    table: 'reports',
    by: 'event_id',
    is: ['published report', 'published reports'],
    goes: empty('published_at'),
  },
]

/** What can be taken away, its table and all that hangs on it. */
export const trees: Record<Kind, { table: string; titled: string; hanging: Hanging[] }> = {
  idea: { table: 'ideas', titled: 'title', hanging: onIdea },
  team: { table: 'teams', titled: 'name', hanging: onTeam },
  event: { table: 'events', titled: 'name', hanging: onEvent },
}

/**
 * What hangs on a record: what is said above, and every record that names it and says what it is called, which was made
 * by people and keeps it.
 */
export function hangingOf(kind: Kind, sections: readonly Section[]): Hanging[] {
  const { table, hanging } = trees[kind]
  const said = new Set(hanging.map((one) => `${one.table}.${one.by}`))
  const target = sections.find((section) => section.table === table)!.name
  const naming = sections.flatMap(({ table: from, called, fields }) =>
    Object.values(fields)
      .filter((field) => field.kind === 'reference' && field.section === target)
      .map(({ column }) => ({ table: from, by: column, ...(called && { is: called }) })),
  )
  return [...naming.filter((one) => one.is && !said.has(`${one.table}.${one.by}`)), ...hanging]
}

/** What the rows that go name beside what goes with them: it must be there when they are put back. */
export const namedBy: Record<string, { column: string; table: string }[]> = {
  ideas: [{ column: 'team_id', table: 'teams' }],
  co_producers: [{ column: 'recruited_by', table: 'teams' }],
  attendees: [{ column: 'team_id', table: 'teams' }],
  ballot_options: [{ column: 'idea_id', table: 'ideas' }],
  roll: [{ column: 'team_id', table: 'teams' }],
  tablets: [{ column: 'team_id', table: 'teams' }],
  programme_items: [
    { column: 'idea_id', table: 'ideas' },
    { column: 'event_id', table: 'events' },
    { column: 'ballot_id', table: 'ballots' },
  ],
}

/** A vote that was prepared and never opened. */
export interface Prepared {
  event: string
  ballot: string
  question: string
}

export interface Staying {
  /** What people did, in words. */
  standing: string[]
  /** Nothing but these votes keeps it, in which nobody could vote so far. */
  first?: Prepared[]
}

const inVotes = (votes: Prepared[]): string =>
  `${votes.length === 1 ? 'the vote' : 'the votes'} ${listed(votes.map(({ question }) => `“${question}”`))}`

/** Why it stays, and what can be done instead. */
export function whyItStays(kind: Kind, title: string, { standing, first }: Staying): string {
  if (first) return `“${title}” is offered in ${inVotes(first)}, not opened yet. Take it out of there first.`
  const instead = {
    idea: 'You can edit it instead.',
    team: 'You can rename it instead, or end roles and move what is only there by mistake first.',
    event: 'You can cancel it instead, and those who signed up are told.',
  }[kind]
  return `“${title}” stays, because what people did stands on it: ${listed(standing)}. ${instead}`
}
