import { z } from 'zod'
import { day, record, text, type ColumnsOf, type ShownOf } from '../../platform/form/record.ts'
import { pledgeState, type PledgeState } from './rules.ts'

/** The fields of a pledge: the words of a team for what it will do. */
export const pledgeFields = record({
  what: text({
    label: 'What do you pledge to do?',
    hint: 'In one or two sentences that anyone can understand. Everyone can read this.',
    most: 1000,
    missing: 'Enter what the team pledges to do',
    unrecorded: true,
    rows: 4,
    searched: true,
    says: 'Its words; left out where they were not recorded',
  }),
  firstStep: text({
    label: 'What is the first step?',
    hint: 'Something small that you can do by Tuesday.',
    called: 'The first step',
    most: 1000,
    rows: 3,
    says: 'What is done first',
  }),
  byDay: day({
    label: 'By when?',
    hint: 'For example, 27 3 2027',
    called: 'By when',
    says: 'By when',
  }),
  lead: text({
    label: 'Who leads it?',
    hint: 'Shown only to people with a role in this network.',
    called: 'The name of who leads it',
    most: 120,
    private: true,
    says: 'Who leads it',
  }),
})

/** The field of a pledge that its team releases. */
export const releaseFields = record(
  {
    releaseReason: text({
      label: 'Why does the team release it?',
      hint: 'What you learned may help others. Everyone can read this.',
      most: 1000,
      missing: 'Enter why the team releases this pledge',
      rows: 4,
      says: 'Why not',
    }),
  },
  { later: true },
)

export type PledgeColumns = ColumnsOf<typeof pledgeFields> & ColumnsOf<typeof releaseFields>

/** A pledge as it leaves as JSON; the name of its lead stays. */
export const ShownPledge = z.object({
  id: z.string(),
  team: z.object({ id: z.string(), name: z.string() }),
  idea: z.object({ id: z.string(), title: z.string() }).nullable(),
  ...pledgeFields.shown,
  state: z.string(),
  ...releaseFields.shown,
})

/** A pledge as pages show it: with the names of its team and idea. It names no person. */
export interface PledgeView extends ShownOf<typeof pledgeFields>, ShownOf<typeof releaseFields> {
  id: string
  team: { id: string; name: string }
  idea: { id: string; title: string } | null
  madeAt: string
  claimedAt: string | null
  state: PledgeState
  releasedAt: string | null
  completedAt: string | null
}

interface KeptPledge extends PledgeColumns {
  id: string
  idea_id: string | null
  made_at: string
  claimed_at: string | null
  released_at: string | null
  completed_at: string | null
}

export const viewOf = (
  row: KeptPledge,
  team: { id: string; name: string },
  titles: ReadonlyMap<string, string>,
): PledgeView => ({
  id: row.id,
  team: { id: team.id, name: team.name },
  idea: row.idea_id === null ? null : { id: row.idea_id, title: titles.get(row.idea_id) ?? '' },
  ...pledgeFields.shows(row),
  madeAt: row.made_at,
  claimedAt: row.claimed_at,
  state: pledgeState(row),
  releasedAt: row.released_at,
  ...releaseFields.shows(row),
  completedAt: row.completed_at,
})
