import type { Db, Tx } from '../../../platform/store/database.ts'

/** A link and a code that were asked for. Nobody can tell from the rows whether an address is known here. */
export interface SignInLinkRow {
  id: string
  /** Under the server's secret, also where nobody has this address. */
  address_hash: string
  person_id: string | null
  token_hash: string
  code_hash: string
  next: string
  tries: number
  created_at: string
  expires_at: string
  used_at: string | null
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    sign_in_links: SignInLinkRow
  }
}

export const linkById = (db: Db, id: string): Promise<SignInLinkRow | undefined> =>
  db.selectFrom('sign_in_links').selectAll().where('id', '=', id).executeTakeFirst()

export async function addLinkRow(tx: Tx, row: SignInLinkRow): Promise<void> {
  await tx.insertInto('sign_in_links').values(row).execute()
}

export async function markLinkUsed(tx: Tx, id: string, now: string): Promise<void> {
  await tx.updateTable('sign_in_links').set({ used_at: now }).where('id', '=', id).execute()
}

export async function countTry(tx: Tx, id: string, tries: number): Promise<void> {
  await tx.updateTable('sign_in_links').set({ tries }).where('id', '=', id).execute()
}

export async function forgetLinksOf(tx: Tx, person: string): Promise<void> {
  await tx.deleteFrom('sign_in_links').where('person_id', '=', person).execute()
}

/** Links that ended before an instant; until then they can say why they do not work. */
export async function forgetLinksBefore(tx: Tx, before: string): Promise<number> {
  const gone = await tx.deleteFrom('sign_in_links').where('expires_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
