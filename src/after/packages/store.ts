import type { ColumnsOf } from '../../platform/form/record.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { fields, maybe, section, type Section } from '../../platform/store/section.ts'
import { packageFields, viewOf, wildCardFields, type PackageView } from './record.ts'

export interface PackageRow extends ColumnsOf<typeof packageFields> {
  network_id: string
  id: string
  made_at: string
  removed_at: string | null
}

/** An idea of a package. */
export interface PackageIdeaRow {
  network_id: string
  id: string
  package_id: string
  idea_id: string
}

/** A team's own change beside a package. */
export interface WildCardRow extends ColumnsOf<typeof wildCardFields> {
  network_id: string
  id: string
  package_id: string
  team_id: string
  chosen_at: string
}

declare module '../../platform/store/database.ts' {
  interface Tables {
    packages: PackageRow
    package_ideas: PackageIdeaRow
    wild_cards: WildCardRow
  }
}

const ofPackage = () => fields.reference('packages', 'The package')

export const packageSections: Section[] = [
  section('packages', {
    says: 'Sets of ideas that the network asks every team to test',
    fields: {
      id: fields.id(),
      ...packageFields.section,
      madeAt: fields.instant('When it was put together', { otherwise: 'now' }),
      removedAt: fields.instant('When it was taken away', maybe),
    },
  }),
  section('packageIdeas', {
    says: 'The ideas of each package',
    fields: { id: fields.id(), package: ofPackage(), idea: fields.reference('ideas', 'The idea') },
    unique: [['package', 'idea']],
  }),
  section('wildCards', {
    says: 'The change of its own that a team tests beside a package',
    fields: {
      id: fields.id(),
      package: ofPackage(),
      team: fields.reference('teams', 'The team'),
      ...wildCardFields.section,
      chosenAt: fields.instant('When the team chose it', { otherwise: 'now' }),
    },
    unique: [['package', 'team']],
  }),
]

const ideasOfPackages = (db: Db, network: string): Promise<PackageIdeaRow[]> =>
  db.selectFrom('package_ideas').selectAll().where('network_id', '=', network).orderBy('id').execute()

const wildCardsOf = (db: Db, network: string): Promise<WildCardRow[]> =>
  db
    .selectFrom('wild_cards')
    .selectAll()
    .where('network_id', '=', network)
    .orderBy('team_id')
    .orderBy('id')
    .execute()

/** One package, also one that was taken away. */
export const packageAt = (
  db: Db,
  { network, package: id }: { network: string; package: string },
): Promise<PackageRow | undefined> =>
  db
    .selectFrom('packages')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()

/** The packages of a network with their ideas and wild cards, the first first; without those taken away. */
export async function packagesOf(db: Db, network: string): Promise<PackageView[]> {
  const [rows, ideas, wildCards] = await Promise.all([
    db
      .selectFrom('packages')
      .selectAll()
      .where('network_id', '=', network)
      .where('removed_at', 'is', null)
      .orderBy('made_at')
      .orderBy('id')
      .execute(),
    ideasOfPackages(db, network),
    wildCardsOf(db, network),
  ])
  return rows.map((row) => viewOf(row, ideas, wildCards))
}

export async function addPackageRow(tx: Tx, row: Omit<PackageRow, 'removed_at'>): Promise<void> {
  await tx
    .insertInto('packages')
    .values({ ...row, removed_at: null })
    .execute()
}

export async function changePackageRow(
  tx: Tx,
  { network_id, id }: Pick<PackageRow, 'network_id' | 'id'>,
  change: Partial<PackageRow>,
): Promise<void> {
  await tx
    .updateTable('packages')
    .set(change)
    .where('network_id', '=', network_id)
    .where('id', '=', id)
    .execute()
}

/** Its ideas become these: the rows of those that stay, stay. */
export async function putPackageIdeas(
  tx: Tx,
  { network_id, id }: Pick<PackageRow, 'network_id' | 'id'>,
  ideas: readonly string[],
  newId: () => string,
): Promise<void> {
  const kept = (await ideasOfPackages(tx, network_id)).filter(({ package_id }) => package_id === id)
  for (const row of kept.filter(({ idea_id }) => !ideas.includes(idea_id)))
    await tx
      .deleteFrom('package_ideas')
      .where('network_id', '=', network_id)
      .where('id', '=', row.id)
      .execute()
  const known = new Set(kept.map(({ idea_id }) => idea_id))
  const rows = ideas
    .filter((idea) => !known.has(idea))
    .map((idea_id) => ({ network_id, id: newId(), package_id: id, idea_id }))
  if (rows.length > 0) await tx.insertInto('package_ideas').values(rows).execute()
}

export async function putWildCard(tx: Tx, row: WildCardRow): Promise<void> {
  await dropWildCard(tx, row)
  await tx.insertInto('wild_cards').values(row).execute()
}

export async function dropWildCard(
  tx: Tx,
  { network_id, package_id, team_id }: Pick<WildCardRow, 'network_id' | 'package_id' | 'team_id'>,
): Promise<void> {
  await tx
    .deleteFrom('wild_cards')
    .where('network_id', '=', network_id)
    .where('package_id', '=', package_id)
    .where('team_id', '=', team_id)
    .execute()
}
