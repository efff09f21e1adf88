import type { Db, Tx } from '../../../platform/store/database.ts'
import { inOrder, type Row } from '../../../platform/store/rows.ts'
import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'
import { findOrAddPeople, forgetPeopleMadeAt } from '../../people/store.ts'
import { livedExperiences, needsTeam, roles, type Role } from '../rules.ts'

/** Addresses are kept in small letters, so that one is the same address however it was typed. */
export const refuseAddress = (email: unknown) =>
  email && !/^[^\sA-Z@]+@[^\sA-Z@]+$/.test(String(email))
    ? { field: 'email', sentence: 'email must be an address in small letters, such as name@example.org' }
    : undefined

/** People with their roles. A record is a membership; whoever has the same address is the same person. */
export const peopleSection: Section = section('people', {
  table: 'memberships',
  says: 'People who sign in, each with a role. The same address is the same person, in other networks too',
  fields: {
    id: fields.id(),
    name: fields.text('Their name; a person who is there already keeps theirs'),
    email: fields.text('The address that they sign in with', maybe),
    role: fields.choice(roles, 'What they are in the network'),
    team: fields.reference('teams', 'The team of a lead, member or representative', maybe),
    livedExperience: fields.choice(livedExperiences, 'What a representative’s experience is', {
      ...maybe,
      private: true,
    }),
    createdAt: fields.instant('Since when', { otherwise: 'now' }),
    endedAt: fields.instant('Until when', maybe),
  },
  inTime: [['createdAt', 'endedAt']],
  oneOf({ email, name, role, team, endedAt }) {
    if (!email) return []
    return [
      {
        field: 'email',
        of: { key: String(email), value: name },
        says: 'one address is one person, who has one name',
      },
      ...(endedAt
        ? []
        : [
            {
              field: 'email',
              of: { key: JSON.stringify([email, role, team]) },
              says: 'nobody has the same role twice at a time',
            },
          ]),
    ]
  },
  refuses({ role, team, email }) {
    if (needsTeam(role as Role) && !team)
      return { field: 'role', sentence: `team is missing: a ${String(role)} belongs to a team` }
    if (!needsTeam(role as Role) && team)
      return {
        field: 'team',
        sentence: `team must be left out: the role ${String(role)} is held in the whole network`,
      }
    return refuseAddress(email)
  },
})

/** Everyone who has, or had, a role in the network. */
export async function peopleRowsOf(db: Db, network: string): Promise<Row[]> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['memberships.id', 'people.name', 'people.email', 'memberships.role', 'memberships.team_id'])
    .select(['memberships.lived_experience', 'memberships.created_at', 'memberships.ended_at'])
    .where('network_id', '=', network)
    .execute()
  return inOrder(rows, ['id'])
}

/** Those who have or had a role in this network and in no other. */
export async function peopleOnlyIn(db: Db, network: string): Promise<string[]> {
  const rows = await db
    .selectFrom('memberships')
    .select('person_id')
    .distinct()
    .where('network_id', '=', network)
    .where('person_id', 'not in', (elsewhere) =>
      elsewhere.selectFrom('memberships').select('person_id').where('network_id', '<>', network),
    )
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

const peopleAtOnce = 500

interface PersonRecord {
  id: string
  name: string
  email: string | null
  role: Role
  team_id: string | null
  lived_experience: string | null
  created_at: string
  ended_at: string | null
}

export async function restorePeople(
  tx: Tx,
  network: string,
  rows: Row[],
  { id, now }: { id(): string; now: string },
): Promise<void> {
  const records = rows as unknown as PersonRecord[]
  for (let at = 0; at < records.length; at += peopleAtOnce) {
    const some = records.slice(at, at + peopleAtOnce)
    const people = await findOrAddPeople(
      tx,
      some.map(({ name, email }) => ({ id: id(), name, email, now })),
    )
    const memberships = some.map(({ name: _name, email: _email, ...membership }, index) => ({
      ...membership,
      network_id: network,
      person_id: people[index]!,
    }))
    await tx.insertInto('memberships').values(memberships).execute()
  }
}

/** Takes away some of the roles of a network, with the people who came with it and have no other; answers how many. */
export async function takeAwayPeople(
  tx: Tx,
  network: string,
  { most, madeAt }: { most: number; madeAt: string },
): Promise<number> {
  const rows = await tx
    .selectFrom('memberships')
    .select(['id', 'person_id'])
    .where('network_id', '=', network)
    .orderBy('id')
    .limit(most)
    .execute()
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await tx.deleteFrom('memberships').where('network_id', '=', network).where('id', 'in', ids).execute()
  const people = [...new Set(rows.map(({ person_id }) => person_id))]
  const still = await tx
    .selectFrom('memberships')
    .select('person_id')
    .where('person_id', 'in', people)
    .execute()
  const held = new Set(still.map(({ person_id }) => person_id))
  await forgetPeopleMadeAt(
    tx,
    people.filter((id) => !held.has(id)),
    madeAt,
  )
  return rows.length
}
