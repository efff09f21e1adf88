import { either, policy } from '../../platform/store/command.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { prepared } from '../../platform/store/prepared.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import { askedWords, holdsAll, indexWords, wordsFound } from '../../platform/store/search-index.ts'
import { wordsOf } from '../../platform/store/search-words.ts'
import { teamsOf } from '../networks/store/networks.ts'
import { holds, organisers } from '../networks/store/roles.ts'
import { ideaFields, type IdeaCard } from './record.ts'
import { coProducerKinds, type CoProducerKind } from './rules.ts'

export interface IdeaRow extends IdeaCard {
  network_id: string
  id: string
  team_id: string
  created_at: string
  updated_at: string
}

export interface CoProducerRow {
  network_id: string
  id: string
  idea_id: string
  kind: CoProducerKind
  recruited_by: string | null
  how_many: number | null
  note: string | null
  removed_at: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    ideas: IdeaRow
    co_producers: CoProducerRow
  }
}

/** The ideas of a network, by title. */
export const ideasOf = prepared((db, network: string) =>
  db.selectFrom('ideas').selectAll().where('network_id', '=', network).orderBy('title').orderBy('id'),
)

/** The team that brought each idea of a network, as part of another query. */
export const bringersQuery = (db: Db, network: string) =>
  db.selectFrom('ideas').select(['id', 'team_id']).where('network_id', '=', network)

export const ideaById = (db: Db, network: string, id: string): Promise<IdeaRow | undefined> =>
  db.selectFrom('ideas').selectAll().where('network_id', '=', network).where('id', '=', id).executeTakeFirst()

/** The ideas that a team brought. */
export const ideasOfTeam = (db: Db, network: string, team: string): Promise<IdeaRow[]> =>
  db
    .selectFrom('ideas')
    .selectAll()
    .where('network_id', '=', network)
    .where('team_id', '=', team)
    .orderBy('title')
    .orderBy('id')
    .execute()

/** Co-producers of the ideas of a network; without those removed. */
export const coProducersOf = (db: Db, network: string): Promise<CoProducerRow[]> =>
  db
    .selectFrom('co_producers')
    .selectAll()
    .where('network_id', '=', network)
    .where('removed_at', 'is', null)
    .orderBy('idea_id')
    .orderBy('id')
    .execute()

/** Co-producers of one idea; without those removed. */
export const coProducersOfIdea = (db: Db, network: string, idea: string): Promise<CoProducerRow[]> =>
  db
    .selectFrom('co_producers')
    .selectAll()
    .where('network_id', '=', network)
    .where('idea_id', '=', idea)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()

/** One record of co-production of an idea, also one that was removed. */
export const coProducerById = (
  db: Db,
  network: string,
  idea: string,
  id: string,
): Promise<CoProducerRow | undefined> =>
  db
    .selectFrom('co_producers')
    .selectAll()
    .where('network_id', '=', network)
    .where('idea_id', '=', idea)
    .where('id', '=', id)
    .executeTakeFirst()

/** People who work in the team that brought an idea, and the organisers: they keep its card. */
export const ideaKeepers = either(
  policy<{ network: string; idea: string }>(
    'someone of the team that brought the idea',
    async (db, { network, idea }, actor) => {
      const row = await ideaById(db, network, idea)
      return row !== undefined && holds(db, actor, network, ['lead', 'member', 'representative'], row.team_id)
    },
  ),
  organisers,
)

/** The lead of the team that brought an idea, and the organisers: they can take it away. */
export const ideaRemovers = either(
  policy<{ network: string; idea: string }>(
    'the lead of the team that brought the idea',
    async (db, { network, idea }, actor) => {
      const row = await ideaById(db, network, idea)
      return row !== undefined && holds(db, actor, network, ['lead'], row.team_id)
    },
  ),
  organisers,
)

/** People who can add an idea: for a team they work in, or for any as an organiser. */
export const ideaBringers = policy<{ network: string }>(
  'someone of a team or an organiser',
  (db, { network }, actor) => holds(db, actor, network, ['lead', 'member', 'representative', 'organiser']),
)

/** The search index of an idea, written anew, for `searchIdeas`. */
const indexIdea = (tx: Tx, idea: IdeaRow): Promise<void> =>
  indexWords(tx, { network: idea.network_id, kind: 'ideas', id: idea.id }, ideaFields.searched(idea))

/**
 * The ideas in which, or in whose team's name, every word of a query begins some word. With no word that tells
 * anything, all of them, and `words` is empty.
 */
export async function searchIdeas(
  db: Db,
  network: string,
  query: string,
): Promise<{ ideas: IdeaRow[]; words: string[] }> {
  const words = askedWords(query)
  const ideas = await ideasOf(db, network)
  if (words.length === 0) return { ideas, words }
  const held = (await wordsFound(db, network, words)).get('ideas')
  const ofTeam = new Map((await teamsOf(db, network)).map((team) => [team.id, wordsOf(team.name)]))
  const found = ideas.filter((idea) =>
    holdsAll(words, [...(held?.get(idea.id) ?? []), ...(ofTeam.get(idea.team_id) ?? [])]),
  )
  return { ideas: found, words }
}

export async function addIdeaRow(tx: Tx, row: IdeaRow): Promise<void> {
  await tx.insertInto('ideas').values(row).execute()
  await indexIdea(tx, row)
}

export async function changeIdeaRow(tx: Tx, row: IdeaRow): Promise<void> {
  const { network_id, id, ...change } = row
  await tx
    .updateTable('ideas')
    .set(change)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
  await indexIdea(tx, row)
}

export async function addCoProducerRow(tx: Tx, row: CoProducerRow): Promise<void> {
  await tx.insertInto('co_producers').values(row).execute()
}

/** Removes a record at an instant; with null it is there again. */
export async function removeCoProducerRow(
  tx: Tx,
  network: string,
  id: string,
  at: string | null,
): Promise<void> {
  await tx
    .updateTable('co_producers')
    .set({ removed_at: at })
    .where('network_id', '=', network)
    .where('id', '=', id)
    .execute()
}

export const ideaSections: Section[] = [
  section('ideas', {
    rehearsed: ['id', 'team', ...ideaFields.rehearsed],
    says: 'The changes that teams brought to show',
    searched: ideaFields.searched,
    fields: {
      id: fields.id(),
      team: fields.reference('teams', 'The team that brought it'),
      ...ideaFields.section,
      createdAt: fields.instant('When the record was begun', { otherwise: 'now' }),
      updatedAt: fields.instant('When it was last changed', { otherwise: 'now' }),
    },
  }),
  section('coProducers', {
    says: 'Who made an idea together with its team, in numbers and never by name',
    fields: {
      id: fields.id(),
      idea: fields.reference('ideas', 'The idea'),
      kind: fields.choice(coProducerKinds, 'Service users and carers are told apart where that is recorded'),
      recruitedBy: fields.reference('teams', 'The team that recruited them', {
        column: 'recruited_by',
        ...maybe,
      }),
      howMany: fields.number('How many they were', maybe),
      note: fields.text('How they took part', maybe),
      removedAt: fields.instant('When the record was removed', maybe),
    },
  }),
]
