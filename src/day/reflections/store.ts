import type { AtEvent } from '../../before/events/rules.ts'
import { membershipsOf } from '../../before/networks/store/networks.ts'
import { insiders } from '../../before/networks/store/roles.ts'
import { attendeeOf, attending } from '../../before/sign-ups/store.ts'
import type { Actor } from '../../platform/store/actor.ts'
import { either } from '../../platform/store/command.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import { reflectionFields, type ReflectionColumns } from './record.ts'

export interface ReflectionRow extends ReflectionColumns {
  network_id: string
  id: string
  event_id: string
  idea_id: string
  team_id: string
  updated_at: string
  claimed_at: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    reflections: ReflectionRow
  }
}

/** People with a role in the network, or who come to the event, read what the teams make of each other's ideas. */
export const reflectionReaders = either<AtEvent>(attending, insiders)

/** The reflections of an event: each of one team on one idea. */
export const reflectionsOf = (db: Db, network: string, event: string): Promise<ReflectionRow[]> =>
  db
    .selectFrom('reflections')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .orderBy('idea_id')
    .orderBy('team_id')
    .orderBy('id')
    .execute()

/** Who reflected on which idea in a network, and when last: of the words nothing. */
export const reflectedIn = (
  db: Db,
  network: string,
): Promise<Pick<ReflectionRow, 'idea_id' | 'team_id' | 'updated_at'>[]> =>
  db
    .selectFrom('reflections')
    .select(['idea_id', 'team_id', 'updated_at'])
    .where('network_id', '=', network)
    .orderBy('updated_at')
    .orderBy('id')
    .execute()

/** Reflections of a team at all events, the latest first. */
export const reflectionsOfTeam = (db: Db, network: string, team: string): Promise<ReflectionRow[]> =>
  db
    .selectFrom('reflections')
    .selectAll()
    .where('network_id', '=', network)
    .where('team_id', '=', team)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()

/** Reflections of all teams on an idea. */
export const reflectionsOnIdea = (db: Db, network: string, idea: string): Promise<ReflectionRow[]> =>
  db
    .selectFrom('reflections')
    .selectAll()
    .where('network_id', '=', network)
    .where('idea_id', '=', idea)
    .orderBy('updated_at')
    .orderBy('id')
    .execute()

/** A team's reflection on an idea, if there is one; a pledge may begin with it. */
export const reflectionFor = (
  db: Db,
  network: string,
  event: string,
  team: string,
  idea: string,
): Promise<ReflectionRow | undefined> =>
  db
    .selectFrom('reflections')
    .selectAll()
    .where('network_id', '=', network)
    .where('event_id', '=', event)
    .where('team_id', '=', team)
    .where('idea_id', '=', idea)
    .executeTakeFirst()

/** The team for which somebody reflects at an event: of their sign-up, or else of their role. */
export async function ownTeamAt(
  db: Db,
  actor: Actor,
  network: string,
  event: string,
): Promise<string | undefined> {
  const signedUp = await attendeeOf(db, actor, network, event)
  if (signedUp?.team_id) return signedUp.team_id
  if (actor.kind !== 'person') return undefined
  const held = await membershipsOf(db, actor.id)
  return held.find((one) => one.network_id === network && one.team_id !== null)?.team_id ?? undefined
}

export async function putReflection(tx: Tx, row: ReflectionRow): Promise<void> {
  const { updated_at, claimed_at } = row
  const written = reflectionFields.columns(reflectionFields.shows(row))
  await tx
    .insertInto('reflections')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['network_id', 'event_id', 'idea_id', 'team_id'])
        .doUpdateSet({ ...written, updated_at, claimed_at }),
    )
    .execute()
}

export const reflectionSections: Section[] = [
  section('reflections', {
    called: ['reflection', 'reflections'],
    says: 'What a team would do with an idea that another team brought',
    fields: {
      id: fields.id(),
      event: fields.reference('events', 'The event at which it was written'),
      idea: fields.reference('ideas', 'The idea it is about'),
      team: fields.reference('teams', 'The team that wrote it'),
      ...reflectionFields.section,
      updatedAt: fields.instant('When it was last saved', { otherwise: 'now' }),
      claimedAt: fields.instant('When it was written on a phone that had no network, as that says', maybe),
    },
    unique: [['event', 'idea', 'team']],
  }),
]
