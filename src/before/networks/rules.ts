export const networkKinds = ['real', 'demonstration', 'rehearsal'] as const
export type NetworkKind = (typeof networkKinds)[number]

export const roles = ['organiser', 'lead', 'member', 'representative', 'board', 'sponsor', 'viewer'] as const
export type Role = (typeof roles)[number]

export const roleNames: Record<Role, string> = {
  organiser: 'Organiser (QI team)',
  lead: 'Team lead',
  member: 'Team member',
  representative: 'Service user or carer representative',
  board: 'Board member',
  sponsor: 'Sponsor',
  viewer: 'Viewer',
}

/**
 * A person's role as someone who does not organise reads it: that somebody is a service user or carer is not for
 * everyone to know.
 */
export const roleSeenByOthers = (role: Role): string => roleNames[role === 'representative' ? 'member' : role]

/** Roles that are held in a team; the others are held in the whole network. */
export const teamRoles: readonly Role[] = ['lead', 'member', 'representative']

export const needsTeam = (role: Role): boolean => teamRoles.includes(role)

/** A role of a person as they are told of it. */
export interface HeldRole {
  network: string
  networkName: string
  role: Role
  team: string | null
  livedExperience: string | null
  since: string
}

export const livedExperiences = ['service_user', 'carer', 'both'] as const
export type LivedExperience = (typeof livedExperiences)[number]

export const livedExperienceNames: Record<LivedExperience, string> = {
  service_user: 'Service user',
  carer: 'Carer',
  both: 'Service user and carer',
}

/** The sentence for a thing that is known to have been, without details. */
export const notRecorded = 'Not recorded'

/** The mark on every page, export and post of a network that is not a real one. */
export const markOf = (kind: NetworkKind): string | undefined =>
  kind === 'demonstration'
    ? 'Demonstration: the people and what they say here are invented'
    : kind === 'rehearsal'
      ? 'Rehearsal: nobody here is real'
      : undefined

/**
 * The UID of an event or a meeting in calendars, whatever changes in it: like nothing else, here or on another
 * installation, where the same file may have been imported. `before` serves networks without a name of their own, whose
 * entries stand in calendars already.
 */
export const calendarUid = (
  calendar: string | null,
  kind: 'event' | 'meeting',
  { id, before }: { id: string; before: string },
): string => (calendar ? `${kind}.${id}@${calendar}` : `${before}@spreadathon`)

const longestSlug = 60

/** A readable id from a name: "Kensington and Chelsea" → "kensington-and-chelsea". A long one ends with a whole word. */
export function slug(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/[^\x20-\x7e]/g, '')
    .toLowerCase()
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '')
  if (letters.length <= longestSlug) return letters
  const end = letters.lastIndexOf('-', longestSlug)
  return letters.slice(0, end > 0 ? end : longestSlug)
}

const reserved = new Set(['new', 'edit', 'live', 'codes', 'post', 'series', 'calendar', 'file'])

/** Four letters or digits that tell a name in another script from others: the same for the same name. */
function markOfName(name: string): string {
  let sum = 7
  for (const letter of name.normalize('NFKC')) sum = (sum * 31 + letter.codePointAt(0)!) % 1_679_616
  return sum.toString(36).padStart(4, '0')
}

/** The slug, or the slug with the first number that no other has taken. */
export function freeSlug(name: string, taken: ReadonlySet<string>, noun = 'name'): string {
  const wished = slug(name) || `${noun}-${markOfName(name)}`
  const free = (candidate: string) => !taken.has(candidate) && !reserved.has(candidate)
  if (free(wished)) return wished
  let number = 2
  while (!free(`${wished}-${number}`)) number += 1
  return `${wished}-${number}`
}
