import { z } from 'zod'
import { commands } from '../src/commands.ts'
import { fidelity, lineage, reach } from '../src/after/adoption/record.ts'
import { eventFields } from '../src/before/events/record.ts'
import { ideaFields } from '../src/before/ideas/record.ts'
import { answerFields, askFields } from '../src/day/asks/record.ts'
import { pledgeFields, releaseFields } from '../src/day/pledges/record.ts'
import { operator } from '../src/platform/store/actor.ts'
import { command, type AnyCommand } from '../src/platform/store/command.ts'
import type { Tables } from '../src/platform/store/database.ts'
import { orThrow, type Store } from '../src/platform/store/store.ts'

type Rows = { [Table in keyof Tables]?: Tables[Table][] }

const insertRows = command('test.insertRows', {
  input: z.custom<Rows>(),
  topic: () => 'test',
  who: { name: 'tests', allows: () => true },
  internal: true,
  async run(tx, rows) {
    for (const [table, some] of Object.entries(rows))
      await tx
        .insertInto(table as 'teams')
        .values(some as never)
        .execute()
    return { id: '' }
  },
})

/** Give these to the house of tests that put records straight into the store. */
export const commandsOfTests: ReadonlyMap<string, AnyCommand> = new Map([
  ...commands,
  [insertRows.name, insertRows],
])

/**
 * Puts records straight into the store, as an import does: what was before the test begins, in slices whose own
 * journeys are tested elsewhere.
 */
export async function addRecords(store: Store, rows: Rows): Promise<void> {
  orThrow(await store.dispatch(insertRows, rows, { actor: operator }))
}

const at = '2027-01-05T15:00:00.000Z'

/** An event of the network `north` that was a week before the tests' Tuesday. */
export const anEvent: Tables['events'] = {
  network_id: 'north',
  id: 'day',
  ...eventFields.empty,
  name: 'Psychosocial Spread-a-thon',
  on_day: '2027-01-05',
  starts_at: null,
  ends_at: null,
  attended_by: null,
  told_in: null,
  join_code: 'SPREAD',
  sign_ups_counted: null,
  sign_up_closed_at: null,
  sign_up_closed_by: null,
  cancelled_at: null,
  cancelled_by: null,
  not_recorded: '',
  sequence: 0,
  created_at: at,
}

export const anIdea = (id: string, team_id: string, title: string): Tables['ideas'] => ({
  network_id: 'north',
  id,
  team_id,
  ...ideaFields.empty,
  title,
  created_at: at,
  updated_at: at,
})

export const aPledge = (
  id: string,
  team_id: string,
  more: Partial<Tables['pledges']> = {},
): Tables['pledges'] => ({
  network_id: 'north',
  id,
  event_id: 'day',
  team_id,
  idea_id: null,
  ...pledgeFields.empty,
  made_at: at,
  made_by: null,
  claimed_at: null,
  updated_at: at,
  released_at: null,
  released_by: null,
  ...releaseFields.empty,
  completed_at: null,
  completed_by: null,
  ...more,
})

/** How far a team has come with an idea; it came to its stage six weeks and more before the tests' Tuesday. */
export const anAdoption = (
  id: string,
  idea_id: string,
  team_id: string,
  more: Partial<Tables['adoptions']> = {},
): Tables['adoptions'] => ({
  network_id: 'north',
  id,
  idea_id,
  team_id,
  stage: 'testing',
  stage_on: '2026-11-26',
  done: '',
  from_team_id: null,
  ...lineage.empty,
  ...fidelity.empty,
  ...reach.empty,
  created_at: '2026-11-26T10:00:00.000Z',
  updated_at: '2026-11-26T10:00:00.000Z',
  ...more,
})

export const aMove = (
  id: string,
  adoption_id: string,
  stage: Tables['adoption_moves']['stage'],
  more: Partial<Tables['adoption_moves']> = {},
): Tables['adoption_moves'] => ({
  network_id: 'north',
  id,
  adoption_id,
  stage,
  on_day: '2026-11-26',
  evidence: null,
  source: null,
  reason: null,
  cycle_id: null,
  moved_at: '2026-11-26T10:00:00.000Z',
  moved_by: null,
  undone_at: null,
  undone_by: null,
  ...more,
})

export const anAsk = (id: string, pledge: string, team_id: string, what: string): Tables['asks'] => ({
  network_id: 'north',
  id,
  pledge_id: pledge,
  team_id,
  to_whom: 'board',
  ...askFields.empty,
  what,
  asked_by: 'Bea Lead',
  made_at: at,
  withdrawn_at: null,
  withdrawn_by: null,
})

export const anAnswer = (
  id: string,
  ask_id: string,
  more: Partial<Tables['answers']> = {},
): Tables['answers'] => ({
  network_id: 'north',
  id,
  ask_id,
  kind: 'agreed',
  ...answerFields.empty,
  reason: 'It is free',
  on_behalf_of: 'board',
  recorder: 'Bo Board',
  answered_at: at,
  ...more,
})
