import type { Db } from '../../platform/store/database.ts'
import type { CoProducerKind } from './rules.ts'

export interface IdeaRow {
  network_id: string
  id: string
  team_id: string
  title: string
  problem: string | null
  changes: string | null
  evidence: string | null
  needs: string | null
  slides_url: string | null
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
}

export interface WordRow {
  network_id: string
  kind: string
  subject_id: string
  word: string
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    ideas: IdeaRow
    co_producers: CoProducerRow
    words: WordRow
  }
}

/** The ideas of a network, by title. */
export const ideasOf = (db: Db, network: string): Promise<IdeaRow[]> =>
  db
    .selectFrom('ideas')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('title')
    .orderBy('id')
    .execute()

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

/** Who made the ideas of a network together. */
export const coProducersOf = (db: Db, network: string): Promise<CoProducerRow[]> =>
  db
    .selectFrom('co_producers')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('idea_id')
    .orderBy('id')
    .execute()
