import { z } from 'zod'
import { day, record, text, type ColumnsOf, type ShownOf } from '../../platform/form/record.ts'

/** A named set of ideas that a network asks every team to test, beside one of its own. */
export const packageFields = record({
  name: text({
    label: 'Name of the package',
    hint: 'For example, better flow',
    most: 100,
    missing: 'Enter the name of the package',
    says: 'The name of the package',
  }),
  why: text({
    label: 'Why these?',
    hint: 'What they do together, and how you know',
    called: 'Why these',
    most: 1000,
    rows: 3,
    says: 'Why the network asks for these ideas',
  }),
  byDay: day({ label: 'By when?', called: 'The day', says: 'By when every team is to have tested them' }),
})

/** The wild card of a team: one more change, of its own choosing. */
export const wildCardFields = record({
  words: text({
    label: 'Your wild card',
    hint: 'One change of your own that you test beside the package',
    most: 300,
    missing: 'Enter your wild card',
    rows: 2,
    says: 'The change of its own that a team tests beside the package',
  }),
})

export const ShownPackageSchema = z
  .object({
    id: z.string(),
    madeAt: z.string(),
    ...packageFields.shown,
    ideas: z.array(z.string()).meta({ description: 'The ideas of the package, by id' }),
    wildCards: z.array(z.object({ team: z.string(), ...wildCardFields.shown })),
  })
  .meta({ id: 'Package' })

export interface PackageView extends ShownOf<typeof packageFields> {
  id: string
  madeAt: string
  ideas: string[]
  wildCards: { team: string; words: string }[]
}

interface KeptPackage extends ColumnsOf<typeof packageFields> {
  id: string
  made_at: string
}

export const viewOf = (
  row: KeptPackage,
  ideas: readonly { package_id: string; idea_id: string }[],
  wildCards: readonly { package_id: string; team_id: string; words: string }[],
): PackageView => ({
  id: row.id,
  madeAt: row.made_at,
  ...packageFields.shows(row),
  ideas: ideas.filter(({ package_id }) => package_id === row.id).map(({ idea_id }) => idea_id),
  wildCards: wildCards
    .filter(({ package_id }) => package_id === row.id)
    .map(({ team_id, words }) => ({ team: team_id, words })),
})
