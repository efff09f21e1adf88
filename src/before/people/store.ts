import { actorKey, type Actor } from '../../platform/store/actor.ts'
import type { Db, Tx } from '../../platform/store/database.ts'

/** A person who signs in; one row however many networks they belong to. */
export interface PersonRow {
  id: string
  name: string
  email: string | null
  created_at: string
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    people: PersonRow
  }
}

/** Stands for the name of an erased person where something they did is shown. */
export const someoneWhoHasLeft = 'Someone who has left'

export const personById = (db: Db, id: string): Promise<PersonRow | undefined> =>
  db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()

/** The person of an address; addresses are kept in lower case. */
export const personByEmail = (db: Db, email: string): Promise<PersonRow | undefined> =>
  db.selectFrom('people').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst()

/** The addresses of people, by their ids. */
export async function addressesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('people')
    .select(['id', 'email'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.flatMap(({ id, email }) => (email ? [[id, email] as const] : [])))
}

/** The person of this address, made if there is none. Without an address a new person is made each time. */
export async function findOrAddPerson(
  tx: Tx,
  person: { id: string; name: string; email: string | null; now: string },
): Promise<string> {
  await tx
    .insertInto('people')
    .values({ id: person.id, name: person.name, email: person.email, created_at: person.now })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const found = person.email ? await personByEmail(tx, person.email) : undefined
  return found?.id ?? person.id
}

/** `findOrAddPerson` for many: the ids of the persons, in the order in which they were given. */
export async function findOrAddPeople(
  tx: Tx,
  people: readonly { id: string; name: string; email: string | null; now: string }[],
): Promise<string[]> {
  if (people.length === 0) return []
  await tx
    .insertInto('people')
    .values(people.map(({ id, name, email, now }) => ({ id, name, email, created_at: now })))
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const emails = people.flatMap(({ email }) => (email ? [email] : []))
  const rows = await tx
    .selectFrom('people')
    .select(['id', 'email'])
    .where('email', 'in', emails.length > 0 ? emails : [''])
    .execute()
  const known = new Map(rows.map(({ id, email }) => [email, id]))
  return people.map(({ id, email }) => (email ? known.get(email)! : id))
}

/** Takes away those of some people who have no role, who were made at a moment and have not been there before. */
export async function forgetPeopleMadeAt(tx: Tx, ids: readonly string[], moment: string): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('people')
    .where('id', 'in', [...ids])
    .where('created_at', '=', moment)
    .execute()
}

/** Takes away people without an address, who can never have signed in; others are left. */
export async function forgetPeopleWithoutAddress(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('people')
    .where('id', 'in', [...ids])
    .where('email', 'is', null)
    .execute()
}

export async function renamePerson(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('people').set({ name }).where('id', '=', id).execute()
}

/** Leaves the row, so that what was done stays counted, and nothing in it that tells who it was. */
export async function anonymisePerson(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('people').set({ name: someoneWhoHasLeft, email: null }).where('id', '=', id).execute()
}

/** The name of an actor on screens: a person's name, or the kind of actor. */
export async function nameOfActor(db: Db, actor: Actor): Promise<string> {
  if (actor.kind === 'person') return (await personById(db, actor.id))?.name ?? someoneWhoHasLeft
  return actor.kind === 'operator' ? 'The operator' : actorKey(actor)
}
