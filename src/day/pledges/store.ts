import { isNotRecorded, type AtEvent } from '../../before/events/rules.ts'
import { eventById } from '../../before/events/store.ts'
import { ideasOf } from '../../before/ideas/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { indexWords } from '../../platform/store/search-index.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import { pledgeFields, releaseFields, viewOf, type PledgeColumns, type PledgeView } from './record.ts'

export interface PledgeRow extends PledgeColumns {
  network_id: string
  id: string
  event_id: string
  team_id: string
  idea_id: string | null
  made_at: string
  made_by: string | null
  claimed_at: string | null
  updated_at: string
  released_at: string | null
  released_by: string | null
  completed_at: string | null
  completed_by: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    pledges: PledgeRow
  }
}

/** The pledges of a network, the oldest first. */
export const pledgesOf = (db: Db, network: string): Promise<PledgeRow[]> =>
  db
    .selectFrom('pledges')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('made_at')
    .orderBy('id')
    .execute()

export const pledgeById = (db: Db, network: string, id: string): Promise<PledgeRow | undefined> =>
  db
    .selectFrom('pledges')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

/** The pledge of a URL: of this network and of this event. */
export async function pledgeAt(
  db: Db,
  { network, event, pledge }: AtEvent & { pledge: string },
): Promise<PledgeRow | undefined> {
  const found = await pledgeById(db, network, pledge)
  return found?.event_id === event ? found : undefined
}

/** The pledges made at an event, by team. */
export const pledgesAt = (db: Db, network: string, event: string): Promise<PledgeRow[]> =>
  db
    .selectFrom('pledges')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('team_id')
    .orderBy('made_at')
    .orderBy('id')
    .execute()

/** The pledges of a team, the oldest first. */
export const pledgesOfTeam = (db: Db, network: string, team: string): Promise<PledgeRow[]> =>
  db
    .selectFrom('pledges')
    .selectAll()
    .where('network_id', '=', network)
    .where('team_id', '=', team)
    .orderBy('made_at')
    .orderBy('id')
    .execute()

/** Pledges with the names of their teams and ideas, in the order of the teams. */
export async function pledgeViews(db: Db, network: string, rows: PledgeRow[]): Promise<PledgeView[]> {
  if (rows.length === 0) return []
  const [teams, ideas] = await Promise.all([teamsOf(db, network), ideasOf(db, network)])
  const titles = new Map(ideas.map((idea) => [idea.id, idea.title]))
  return teams.flatMap((team) =>
    rows.filter((row) => row.team_id === team.id).map((row) => viewOf(row, team, titles)),
  )
}

/** The pledge wall of an event. */
export const pledgeWallOf = async (db: Db, network: string, event: string): Promise<PledgeView[]> =>
  pledgeViews(db, network, await pledgesAt(db, network, event))

/** The wall of an event and the teams that have made no pledge. It names no person. */
export async function wallOf(db: Db, network: string, event: string) {
  const [pledges, teams, found] = await Promise.all([
    pledgeWallOf(db, network, event),
    teamsOf(db, network),
    eventById(db, network, event),
  ])
  const pledged = new Set(pledges.map((pledge) => pledge.team.id))
  return {
    network,
    event,
    pledges,
    without: teams.filter((team) => !pledged.has(team.id)).map((team) => team.name),
    unrecorded: found !== undefined && isNotRecorded(found, 'pledges'),
  }
}

const indexPledge = (tx: Tx, row: Pick<PledgeRow, 'network_id' | 'id' | 'what'>): Promise<void> =>
  indexWords(tx, { network: row.network_id, kind: 'pledges', id: row.id }, pledgeFields.searched(row))

export async function addPledgeRow(tx: Tx, row: PledgeRow): Promise<void> {
  await tx.insertInto('pledges').values(row).execute()
  await indexPledge(tx, row)
}

export async function changePledgeRow(
  tx: Tx,
  network: string,
  id: string,
  change: Partial<PledgeRow>,
): Promise<void> {
  await tx.updateTable('pledges').set(change).where('network_id', '=', network).where('id', '=', id).execute()
  if (change.what !== undefined) await indexPledge(tx, { network_id: network, id, what: change.what })
}

export const pledgeSections: Section[] = [
  section('pledges', {
    called: ['pledge', 'pledges'],
    searched: pledgeFields.searched,
    says: 'What each team said it would do, and what became of it',
    fields: {
      id: fields.id(),
      event: fields.reference('events', 'Where it was made'),
      team: fields.reference('teams', 'Whose pledge it is'),
      idea: fields.reference(
        'ideas',
        'The idea to be tested; none where the team pledged something of its own',
        maybe,
      ),
      ...pledgeFields.section,
      madeAt: fields.instant('When it was made', { otherwise: 'now' }),
      madeBy: fields.doer('Who made it'),
      claimedAt: fields.instant('When it was written on a phone that had no network, as that says', maybe),
      updatedAt: fields.instant('When it was last changed', { otherwise: 'now' }),
      releasedAt: fields.instant('When the team said that it will not do it', maybe),
      releasedBy: fields.doer('Who said so'),
      ...releaseFields.section,
      completedAt: fields.instant('When it was done', maybe),
      completedBy: fields.doer('Who said that it was done'),
    },
  }),
]
