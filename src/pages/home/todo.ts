import type { MembershipRow } from '../../before/networks/store/networks.ts'
import type { Db } from '../../platform/store/database.ts'

/** A thing that waits for somebody who is signed in. */
export interface Waiting {
  text: string
  href: string
  hint: string
}

/** A slice's part of the list of what waits for a person, by the roles that they hold now in all networks. */
export type ToDo = (db: Db, roles: readonly MembershipRow[], now: string) => Promise<Waiting[]>

/** Networks in which somebody holds one of these roles, each once. */
export const networksOf = (
  roles: readonly MembershipRow[],
  ...wanted: readonly MembershipRow['role'][]
): string[] => [
  ...new Set(roles.filter(({ role }) => wanted.includes(role)).map(({ network_id }) => network_id)),
]
