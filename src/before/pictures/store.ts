import type { Db, Tx } from '../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import { pictureFields, type PictureColumns } from './record.ts'
import type { PictureType } from './rules.ts'

/** A picture on the card of an idea; one that was removed can be put back. */
export interface PictureRow extends PictureColumns {
  network_id: string
  id: string
  idea_id: string
  type: PictureType
  /** The picture itself, in the alphabet of addresses (base64url). */
  content: string
  added_at: string
  removed_at: string | null
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    idea_pictures: PictureRow
  }
}

export const pictureSections: Section[] = [
  section('ideaPictures', {
    says: 'Pictures on the cards of ideas',
    fields: {
      id: fields.id(),
      idea: fields.reference('ideas', 'The idea'),
      ...pictureFields.section,
      type: fields.choice(['image/png', 'image/jpeg'], 'What kind of picture it is'),
      content: fields.text('The picture itself, in base64url'),
      addedAt: fields.instant('When it was added', { otherwise: 'now' }),
      removedAt: fields.instant('When it was taken off', maybe),
    },
  }),
]

/** A picture without what it shows: enough for a page, which fetches it by itself. */
export type PictureLine = Omit<PictureRow, 'content'>

/** The pictures of an idea, the first first; without those removed. */
export const picturesOf = (db: Db, network: string, idea: string): Promise<PictureLine[]> =>
  db
    .selectFrom('idea_pictures')
    .select(['network_id', 'id', 'idea_id', 'alt', 'type', 'added_at', 'removed_at'])
    .where('network_id', '=', network)
    .where('idea_id', '=', idea)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()

/** One picture of an idea, also one that was removed. */
export const pictureAt = (
  db: Db,
  { network, idea, picture }: { network: string; idea: string; picture: string },
): Promise<PictureRow | undefined> =>
  db
    .selectFrom('idea_pictures')
    .selectAll()
    .where('network_id', '=', network)
    .where('idea_id', '=', idea)
    .where('id', '=', picture)
    .executeTakeFirst()

export async function addPictureRow(tx: Tx, row: Omit<PictureRow, 'removed_at'>): Promise<void> {
  await tx
    .insertInto('idea_pictures')
    .values({ ...row, removed_at: null })
    .execute()
}

/** Takes a picture off at an instant; with null it stands again. */
export async function removePictureRow(
  tx: Tx,
  { network_id, id }: Pick<PictureRow, 'network_id' | 'id'>,
  at: string | null,
): Promise<void> {
  await tx
    .updateTable('idea_pictures')
    .set({ removed_at: at })
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}
