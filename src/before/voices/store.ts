import type { Db, Tx } from '../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import {
  answerFields,
  commentFields,
  supportFields,
  type CommentColumns,
  type SupportColumns,
} from './record.ts'

export interface SupportRow extends SupportColumns {
  network_id: string
  id: string
  idea_id: string
  team_id: string
  given_at: string
  given_by: string
}

export interface CommentRow extends CommentColumns {
  network_id: string
  id: string
  idea_id: string
  team_id: string | null
  said_at: string
  said_by: string
  answered_at: string | null
  answered_by: string | null
  removed_at: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    idea_supports: SupportRow
    idea_comments: CommentRow
  }
}

const known = 'as this server knows them'

export const voiceSections: Section[] = [
  section('ideaSupports', {
    says: 'Who has the problem that an idea answers, too: by team, never by name',
    fields: {
      id: fields.id(),
      idea: fields.reference('ideas', 'The idea'),
      team: fields.reference('teams', 'The team of whoever said it'),
      ...supportFields.section,
      givenAt: fields.instant('When they said it', { otherwise: 'now' }),
      givenBy: fields.text(`Who said it, ${known}`, { otherwise: '', private: true }),
    },
  }),
  section('ideaComments', {
    says: 'Questions and comments on ideas, each with the answer of the team',
    fields: {
      id: fields.id(),
      idea: fields.reference('ideas', 'The idea'),
      team: fields.reference('teams', 'The team of whoever said it', maybe),
      ...commentFields.section,
      saidAt: fields.instant('When they said it', { otherwise: 'now' }),
      saidBy: fields.text(`Who said it, ${known}`, { otherwise: '', private: true }),
      ...answerFields.section,
      answeredAt: fields.instant('When it was answered', maybe),
      answeredBy: fields.text(`Who answered, ${known}`, { ...maybe, private: true }),
      removedAt: fields.instant('When it was removed', maybe),
    },
    inTime: [['saidAt', 'answeredAt']],
  }),
]

/** Those who have the problem of an idea, the first first. */
export const supportsOf = (db: Db, network: string, idea: string): Promise<SupportRow[]> =>
  db
    .selectFrom('idea_supports')
    .selectAll()
    .where('network_id', '=', network)
    .where('idea_id', '=', idea)
    .orderBy('given_at')
    .orderBy('id')
    .execute()

const comments = (db: Db, network: string) =>
  db
    .selectFrom('idea_comments')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('said_at')
    .orderBy('id')

/** Comments on an idea, the first first; without those removed. */
export const commentsOf = (db: Db, network: string, idea: string): Promise<CommentRow[]> =>
  comments(db, network).where('idea_id', '=', idea).where('removed_at', 'is', null).execute()

/** Comments of a network that no team has answered yet. */
export const openComments = (db: Db, network: string): Promise<CommentRow[]> =>
  comments(db, network).where('answered_at', 'is', null).where('removed_at', 'is', null).execute()

/** One comment, also one that was removed. */
export const commentAt = (
  db: Db,
  { network, idea, comment }: { network: string; idea: string; comment: string },
): Promise<CommentRow | undefined> =>
  comments(db, network).where('idea_id', '=', idea).where('id', '=', comment).executeTakeFirst()

/** Everything that somebody said on ideas. */
export const saidBy = (db: Db, by: string): Promise<Pick<CommentRow, 'network_id' | 'idea_id' | 'says'>[]> =>
  db
    .selectFrom('idea_comments')
    .select(['network_id', 'idea_id', 'says'])
    .where('said_by', '=', by)
    .orderBy('said_at')
    .orderBy('id')
    .execute()

export async function addSupportRow(tx: Tx, row: SupportRow): Promise<void> {
  await tx.insertInto('idea_supports').values(row).execute()
}

export async function dropSupportRow(
  tx: Tx,
  { network_id, id }: Pick<SupportRow, 'network_id' | 'id'>,
): Promise<void> {
  await tx.deleteFrom('idea_supports').where('network_id', '=', network_id).where('id', '=', id).execute()
}

export async function addCommentRow(
  tx: Tx,
  row: Omit<CommentRow, 'answer' | 'answered_at' | 'answered_by' | 'removed_at'>,
): Promise<void> {
  const open = { answer: null, answered_at: null, answered_by: null, removed_at: null }
  await tx
    .insertInto('idea_comments')
    .values({ ...row, ...open })
    .execute()
}

export async function changeCommentRow(
  tx: Tx,
  { network_id, id }: Pick<CommentRow, 'network_id' | 'id'>,
  change: Partial<CommentRow>,
): Promise<void> {
  await tx
    .updateTable('idea_comments')
    .set(change)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}
