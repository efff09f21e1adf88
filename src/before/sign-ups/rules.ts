import { grouped, readableCode } from '../../platform/auth/codes.ts'
import type { KeyedHash } from '../../platform/store/keyed-hash.ts'

/**
 * The professions of mental-health teams; anyone may write another. Lived experience is asked apart, never as a
 * profession.
 */
export const professions = [
  'Administration',
  'Allied health professional (other)',
  'Art, drama or music therapist',
  'Dietitian',
  'Doctor',
  'Manager',
  'Nurse',
  'Occupational therapist',
  'Peer support worker',
  'Pharmacist',
  'Physiotherapist',
  'Psychological therapist',
  'Psychologist',
  'Quality improvement',
  'Social worker',
  'Speech and language therapist',
  'Support worker',
] as const

/** Stands in the list for a profession that is not in it. */
export const otherProfession = 'other'

export const livedExperienceAnswers = ['none', 'service_user', 'carer', 'both'] as const
export type LivedExperienceAnswer = (typeof livedExperienceAnswers)[number]

export const livedExperienceAnswerNames: Record<LivedExperienceAnswer, string> = {
  none: 'No',
  service_user: 'Yes, as a service user representative',
  carer: 'Yes, as a carer representative',
  both: 'Yes, as both',
}

/** Stands for the name of somebody who had themselves erased. */
export const erasedName = 'Someone'

/** The rest of a sign-up: nothing in it tells any more whose it was. */
export const erasedColumns = ({ network_id, id }: { network_id: string; id: string }) => ({
  name: erasedName,
  email: null,
  lived_experience: 'none' as const,
  access_needs: null,
  code_hash: `erased ${network_id} ${id}`,
})

/** Refuses fewer places than sign-ups: nobody who has signed up loses theirs. */
export const tooFewPlaces = (signedUp: number): string =>
  signedUp === 1
    ? 'One person has signed up already and keeps their place. Enter 1 or more, or close sign-up so that nobody else comes.'
    : `${signedUp} people have signed up already and keep their places. Enter ${signedUp} or more, or close sign-up so that nobody else comes.`

export const fullSentence = (places: number, forOrganiser: boolean): string => {
  const taken = places === 1 ? 'The only place is taken.' : `All ${places} places are taken.`
  return forOrganiser
    ? `${taken} Raise the number of places on the event’s page first, then add them again.`
    : `${taken} Ask the organisers to tell you if one becomes free, or to make more.`
}

/** The end of the personal link of a sign-up. It is never stored: it can be made again from the ids. */
export const linkToken = (keyedHash: KeyedHash, network: string, id: string): string =>
  `${network}~${id}~${keyedHash('attendee', network, id).slice(0, 24)}`

/** The sign-up that a personal link names, when the link was made by this server. */
export function sealedIn(keyedHash: KeyedHash, token: string): { network: string; id: string } | undefined {
  const [network = '', id = '', ...rest] = token.split('~')
  return rest.length === 1 && linkToken(keyedHash, network, id) === token ? { network, id } : undefined
}

/** The personal code of a sign-up, for people without e-mail: eight letters, made again from the ids. */
export const personalCode = (keyedHash: KeyedHash, network: string, id: string): string =>
  readableCode(Buffer.from(keyedHash('attendee-short-code', network, id), 'base64url'), 8)

/** As it is printed and read aloud. */
export const shownCode = (keyedHash: KeyedHash, network: string, id: string): string =>
  grouped(personalCode(keyedHash, network, id))

/** The stored form of a code. */
export const codeHashOf = (keyedHash: KeyedHash, code: string): string => keyedHash('attendee-code', code)

/** Join codes have six letters, personal codes eight. */
export const isJoinCode = (code: string): boolean => code.length === 6

const fewest = 3

/**
 * Counts of people with lived experience as organisers may see them: none under three. The total is left out when
 * it would give away one that is hidden, alone or because all hidden ones could only be 0 or only be 2.
 */
export function hideSmall(counts: readonly number[]): { shown: (number | null)[]; total: number | null } {
  const shown = counts.map((count) => (count < fewest ? null : count))
  const hidden = counts.filter((count) => count < fewest)
  const sum = hidden.reduce((all, one) => all + one, 0)
  const total = counts.reduce((all, one) => all + one, 0)
  const certain = hidden.length === 1 || (hidden.length > 1 && (sum === 0 || sum === 2 * hidden.length))
  return { shown, total: total < fewest || certain ? null : total }
}

interface Counted {
  name: string
  team_id: string | null
  profession: string | null
  lived_experience: LivedExperienceAnswer
  arrived_at: string | null
  cancelled_at: string | null
}

export interface Coverage {
  total: number
  teams: { id: string | null; name: string; people: number }[]
  /** For each profession how many of each team, in the order of the teams. */
  professions: { name: string; counts: number[] }[]
  lived: { shown: (number | null)[]; total: number | null }
}

const notGiven = 'Not given'
const askedFor: readonly string[] = professions
export const isAskedFor = (name: string) => askedFor.includes(name)

/** Gaps in the list of attendees: an organiser looks for them first. */
export interface Gaps {
  /** From which teams nobody comes. */
  teams: string[]
  /** Professions of which at least half of the teams that come bring somebody, and those that do not. */
  partly: { profession: string; teams: string[] }[]
  /** Professions that nobody has. */
  professions: string[]
}

export function gapsIn({ teams, professions: rows }: Coverage): Gaps {
  const coming = teams.flatMap((team, at) => (team.id !== null && team.people > 0 ? [at] : []))
  const asked = rows.filter(({ name }) => isAskedFor(name))
  const partly = asked.flatMap(({ name, counts }) => {
    const without = coming.filter((at) => counts[at] === 0)
    const many = without.length > 0 && without.length * 2 <= coming.length
    return many ? [{ profession: name, teams: without.map((at) => teams[at]!.name) }] : []
  })
  return {
    teams: teams.filter((team) => team.people === 0).map(({ name }) => name),
    partly,
    professions: asked.filter(({ counts }) => counts.every((count) => count === 0)).map(({ name }) => name),
  }
}

/**
 * The number of attendees by team and profession: a row for each profession that the sign-up asks for, also where
 * nobody has it, then those that people have typed. Attendees with no team are a column of their own, if there are any.
 */
export function coverageOf(
  people: readonly Pick<Counted, 'team_id' | 'profession' | 'lived_experience'>[],
  named: readonly { id: string; name: string }[],
): Coverage {
  const teamless = people.some((one) => one.team_id === null)
  const columns: { id: string | null; name: string }[] = [
    ...named,
    ...(teamless ? [{ id: null, name: 'None' }] : []),
  ]
  const column = new Map(columns.map((team, at) => [team.id, at]))
  const empty = () => columns.map(() => 0)
  const rows = new Map<string, number[]>(askedFor.map((name) => [name, empty()]))
  const [totals, lived] = [empty(), empty()]
  for (const one of people) {
    const at = column.get(one.team_id)!
    const name = one.profession ?? notGiven
    if (!rows.has(name)) rows.set(name, empty())
    rows.get(name)![at]! += 1
    totals[at]! += 1
    if (one.lived_experience !== 'none') lived[at]! += 1
  }
  const place = (name: string) => (name === notGiven ? 2 : isAskedFor(name) ? 0 : 1)
  const sorted = [...rows].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
  return {
    total: people.length,
    teams: columns.map((team, at) => ({ id: team.id, name: team.name, people: totals[at]! })),
    professions: sorted.map(([name, counts]) => ({ name, counts })),
    lived: hideSmall(lived),
  }
}

export const statuses = [
  { value: '', text: 'Everybody who is signed up' },
  { value: 'arrived', text: 'Arrived' },
  { value: 'expected', text: 'Not arrived' },
  { value: 'no-email', text: 'Without e-mail' },
  { value: 'cancelled', text: 'Cancelled' },
] as const

/** The organiser's filter of the list. */
export interface Wanted {
  name: string
  team: string
  status: string
  page: number
}

export const wantedIn = (query: Record<string, string>): Wanted => ({
  name: (query['name'] ?? '').trim(),
  team: query['team'] ?? '',
  status: query['status'] ?? '',
  page: Math.max(1, Math.trunc(Number(query['page'])) || 1),
})

export const isWanted = (
  row: Counted & { email: string | null },
  { name, team, status }: Wanted,
): boolean => {
  if ((status === 'cancelled') !== (row.cancelled_at !== null)) return false
  if (status === 'arrived' && row.arrived_at === null) return false
  if (status === 'expected' && row.arrived_at !== null) return false
  if (status === 'no-email' && row.email !== null) return false
  if (team && row.team_id !== (team === 'none' ? null : team)) return false
  return row.name.toLowerCase().includes(name.toLowerCase())
}

export const pageLength = 100
