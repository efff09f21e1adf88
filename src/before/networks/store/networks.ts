import type { Db, Tx } from '../../../platform/store/database.ts'
import { prepared } from '../../../platform/store/prepared.ts'
import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'
import { hasCome } from './arrivals.ts'
import { networkKinds, type NetworkKind, type Role } from '../rules.ts'

export interface NetworkRow {
  id: string
  name: string
  kind: NetworkKind
  organisation: string | null
  aim: string | null
  about: string | null
  team_noun: string
  team_noun_plural: string
  board_name: string
  qi_team_name: string
  meets_every_weeks: number | null
  created_at: string
  /** Made with the network, and in no file: it tells its calendar entries from those of other installations. */
  calendar: string | null
}

export interface TeamRow {
  network_id: string
  id: string
  name: string
  position: number
}

export interface MembershipRow {
  network_id: string
  id: string
  person_id: string
  role: Role
  team_id: string | null
  lived_experience: string | null
  created_at: string
  ended_at: string | null
}

declare module '../../../platform/store/database.ts' {
  interface Tables {
    networks: NetworkRow
    teams: TeamRow
    memberships: MembershipRow
  }
}

const rowsOfNetwork = prepared((db, id: string) =>
  db.selectFrom('networks').selectAll().where('id', '=', id).where(hasCome('networks.id')),
)

export const networkById = async (db: Db, id: string): Promise<NetworkRow | undefined> =>
  (await rowsOfNetwork(db, id))[0]

export const allNetworks = (db: Db): Promise<NetworkRow[]> =>
  db.selectFrom('networks').selectAll().where(hasCome('networks.id')).orderBy('name').orderBy('id').execute()

/** The names that are taken, those of networks that are not wholly there yet among them. */
export const namesTaken = async (db: Db): Promise<Set<string>> =>
  new Set((await db.selectFrom('networks').select('id').execute()).map(({ id }) => id))

export const teamsOf = (db: Db, network: string): Promise<TeamRow[]> =>
  db
    .selectFrom('teams')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('position')
    .orderBy('id')
    .execute()

export const teamById = (db: Db, network: string, id: string): Promise<TeamRow | undefined> =>
  db.selectFrom('teams').selectAll().where('network_id', '=', network).where('id', '=', id).executeTakeFirst()

export interface Member extends MembershipRow {
  name: string
  email: string | null
}

/** The roles of people in a network, also those that have ended, with who they are. */
const everyMemberOf = (db: Db, network: string) =>
  db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .selectAll('memberships')
    .select(['people.name', 'people.email'])
    .where('network_id', '=', network)

/** The people who hold a role now, by name. Lived experience is in it: show it only to who needs it. */
export const membersOf = (db: Db, network: string): Promise<Member[]> =>
  everyMemberOf(db, network)
    .where('ended_at', 'is', null)
    .orderBy('people.name')
    .orderBy('memberships.id')
    .execute()

/** The roles that a person holds now, in all networks. */
export const membershipsOf = (db: Db, person: string): Promise<MembershipRow[]> =>
  db
    .selectFrom('memberships')
    .selectAll()
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .where(hasCome('memberships.network_id'))
    .orderBy('network_id')
    .orderBy('id')
    .execute()

/** One role of a person, also one that has ended. */
export const memberById = (db: Db, network: string, id: string): Promise<Member | undefined> =>
  everyMemberOf(db, network).where('memberships.id', '=', id).executeTakeFirst()

/** Names of people who have or had a role in a network; of others nothing is told. */
export async function namesIn(db: Db, network: string, people: string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['people.id', 'people.name'])
    .where('network_id', '=', network)
    .where('people.id', 'in', people)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

export const membershipById = (db: Db, network: string, id: string): Promise<MembershipRow | undefined> =>
  db
    .selectFrom('memberships')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

export async function addNetworkRow(tx: Tx, row: NetworkRow): Promise<void> {
  await tx.insertInto('networks').values(row).execute()
}

export async function changeNetworkRow(tx: Tx, id: string, change: Partial<NetworkRow>): Promise<void> {
  await tx.updateTable('networks').set(change).where('id', '=', id).execute()
}

export async function addTeamRow(tx: Tx, row: TeamRow): Promise<void> {
  await tx.insertInto('teams').values(row).execute()
}

export async function changeTeamRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<TeamRow>,
): Promise<void> {
  await tx.updateTable('teams').set(change).where('network_id', '=', network).where('id', '=', id).execute()
}

export async function addMembershipRow(tx: Tx, row: MembershipRow): Promise<void> {
  await tx.insertInto('memberships').values(row).execute()
}

/** Ends a role at an instant; with null it is held again. */
export async function endMembershipRow(
  tx: Tx,
  network: string,
  id: string,
  at: string | null,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ ended_at: at })
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute()
}

/** Ends the roles of somebody who leaves, and forgets their personal details. */
export async function forgetMembershipsOf(tx: Tx, person: string, now: string): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ lived_experience: null })
    .where('person_id', '=', person)
    .execute()
  await tx
    .updateTable('memberships')
    .set({ ended_at: now })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute()
}

export const networkSections: Section[] = [
  section('network', {
    rehearsed: [
      'id',
      'organisation',
      'aim',
      'about',
      'teamNoun',
      'teamNounPlural',
      'boardName',
      'qiTeamName',
    ],
    table: 'networks',
    says: 'The spread effort: its aim and what its parts are called',
    fields: {
      id: fields.id('The name in every address, such as adult-psychosocial'),
      name: fields.text('What it is called'),
      kind: fields.choice(networkKinds, 'A demonstration carries its mark everywhere', { otherwise: 'real' }),
      organisation: fields.text('The trust or other body that organises it', maybe),
      aim: fields.text('How much, for whom, by when', maybe),
      about: fields.text('A paragraph for newcomers', maybe),
      teamNoun: fields.text('What a team is called here', { otherwise: 'team' }),
      teamNounPlural: fields.text('The same for several', { otherwise: 'teams' }),
      boardName: fields.text('What the programme board is called', { otherwise: 'Board' }),
      qiTeamName: fields.text('What the QI team is called', { otherwise: 'QI team' }),
      meetsEveryWeeks: fields.number('Weeks between meetings, where the dates are not recorded', maybe),
      createdAt: fields.instant('When the record was begun', { otherwise: 'now' }),
    },
  }),
  section('teams', {
    rehearsed: ['id', 'name', 'position'],
    says: 'The teams that show and test changes',
    unique: [['name']],
    fields: {
      id: fields.id(),
      name: fields.text('Its name, unique in the network'),
      position: fields.number('Its place in lists', { otherwise: 0 }),
    },
  }),
]
