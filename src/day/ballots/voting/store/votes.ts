import type { Db, Tx } from '../../../../platform/store/database.ts'
import { preparedAmong, preparedRows } from '../../../../platform/store/prepared.ts'

/**
 * One who has voted, or at closing might have. The voter is an attendee, or the team where teams vote. No time, no
 * vote.
 */
export interface RollRow {
  network_id: string
  ballot_id: string
  voter_id: string
  attendee_id: string | null
  team_id: string
  voted: number
  way: '' | 'phone' | 'paper' | 'hands'
}

/** The vote itself. The id is a hash of a secret that only the voter's device has; nothing else leads here. */
export interface VoteRow {
  network_id: string
  ballot_id: string
  id: string
  /** Ids of ideas with spaces between: in order of preference where they are put in order, else in the ballot's. */
  choices: string
  team_id: string
}

declare module '../../../../platform/store/database.ts' {
  interface Tables {
    roll: RollRow
    votes: VoteRow
  }
}

const byKey = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
const byId = (one: VoteRow, other: VoteRow) => byKey(one.id, other.id)

/** Everyone on the roll of a ballot, in order of key. */
export const rollOf = (db: Db, network: string, ballot: string): Promise<RollRow[]> =>
  db
    .selectFrom('roll')
    .selectAll()
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .orderBy('voter_id')
    .execute()

const rowsAmong = preparedAmong((db, among, network: string, ballot: string) =>
  db
    .selectFrom('roll')
    .select(['voter_id', 'team_id', 'voted'])
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .where(among('voter_id')),
)

/** Those of these who stand on the roll already, each with the team and whether they have voted. */
export async function onRollAmong(
  db: Db,
  network: string,
  ballot: string,
  voters: readonly string[],
): Promise<Map<string, { team: string; voted: boolean }>> {
  const rows = await rowsAmong(db, voters, network, ballot)
  return new Map(rows.map((row) => [row.voter_id, { team: row.team_id, voted: row.voted === 1 }]))
}

/** Those of these who have voted, each with the team. */
export async function votedAmong(
  db: Db,
  network: string,
  ballot: string,
  voters: readonly string[],
): Promise<Map<string, string>> {
  const onRoll = await onRollAmong(db, network, ballot, voters)
  return new Map([...onRoll].flatMap(([voter, { team, voted }]) => (voted ? [[voter, team]] : [])))
}

/** Rows of these on the rolls of some ballots, and whether they have voted there; asked once for all of them. */
export async function standingIn(
  db: Db,
  network: string,
  ballots: readonly string[],
  voters: readonly string[],
): Promise<Pick<RollRow, 'ballot_id' | 'voter_id' | 'voted'>[]> {
  if (ballots.length === 0) return []
  return db
    .selectFrom('roll')
    .select(['ballot_id', 'voter_id', 'voted'])
    .where('network_id', '=', network)
    .where('ballot_id', 'in', [...ballots])
    .where('voter_id', 'in', [...voters])
    .execute()
}

/** Puts somebody on the roll who has not voted yet. */
export async function addToRoll(tx: Tx, row: Omit<RollRow, 'voted' | 'way'>): Promise<void> {
  const added: RollRow = { ...row, voted: 0, way: '' }
  await tx
    .insertInto('roll')
    .values(added)
    .onConflict((conflict) => conflict.columns(['network_id', 'ballot_id', 'voter_id']).doNothing())
    .execute()
}

const votesAmong = preparedAmong((db, among, network: string, ballot: string) =>
  db
    .selectFrom('votes')
    .selectAll()
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .where(among('id')),
)

/** The votes with these ids that are counted. */
export const votesWithIds = (
  db: Db,
  network: string,
  ballot: string,
  ids: readonly string[],
): Promise<VoteRow[]> => votesAmong(db, ids, network, ballot)

/** Counts by team of the roll of a ballot, and of those on it who have voted. */
export async function rollByTeam(
  db: Db,
  network: string,
  ballot: string,
): Promise<Map<string, { voted: number; onRoll: number }>> {
  const rows = await db
    .selectFrom('roll')
    .select(['team_id', (of) => of.fn.countAll<number>().as('on_roll')])
    .select((of) => of.fn.sum<number>('voted').as('voted'))
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .groupBy('team_id')
    .execute()
  return new Map(rows.map((row) => [row.team_id, { voted: Number(row.voted), onRoll: Number(row.on_roll) }]))
}

/** The attendees on the roll of a ballot, or those of them who have voted, as part of another question. */
export const onRollQuery = (db: Db, network: string, ballot: string, which: 'any' | 'voted') =>
  db
    .selectFrom('roll')
    .select('voter_id')
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .where('voted', '>=', which === 'voted' ? 1 : 0)
    .$asScalar()

export interface VoteCount {
  team: string
  choices: string[]
  votes: number
}

export const choicesOf = ({ choices }: Pick<VoteRow, 'choices'>): string[] => choices.split(' ')

/** The votes of a ballot, counted by team and by what they say. Sealed until the ballot is revealed: callers ask. */
export async function countsOf(db: Db, network: string, ballot: string): Promise<VoteCount[]> {
  const rows = await db
    .selectFrom('votes')
    .select(['team_id', 'choices', (of) => of.fn.countAll<number>().as('how_many')])
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .groupBy(['team_id', 'choices'])
    .orderBy('team_id')
    .orderBy('choices')
    .execute()
  return rows.map((row) => ({ team: row.team_id, choices: choicesOf(row), votes: Number(row.how_many) }))
}

/** Each in the order of its own key, so that the order of one tells nothing of the order of the other. */
export async function addVotes(tx: Tx, roll: readonly RollRow[], votes: readonly VoteRow[]): Promise<void> {
  const voters = roll.toSorted((one, other) => byKey(one.voter_id, other.voter_id))
  const [{ written }] = await Promise.all([addVoters(tx, voters), addVoteRows(tx, votes.toSorted(byId))])
  if (written !== voters.length) throw new Error('Somebody on the roll has voted already')
}

const voteColumns = {
  network_id: 'text',
  ballot_id: 'text',
  id: 'text',
  choices: 'text',
  team_id: 'text',
} as const

const addVoteRows = preparedRows<VoteRow>(voteColumns, (tx, { columns, rows }) =>
  tx.insertInto('votes').columns(columns).expression(rows),
)

const rollColumns = {
  network_id: 'text',
  ballot_id: 'text',
  voter_id: 'text',
  attendee_id: 'text',
  team_id: 'text',
  voted: 'integer',
  way: 'text',
} as const

/** A voter put on the roll before voting has voted now; one who has voted cannot be added again. */
const addVoters = preparedRows<RollRow>(rollColumns, (tx, { columns, rows }) =>
  tx
    .insertInto('roll')
    .columns(columns)
    .expression(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['network_id', 'ballot_id', 'voter_id'])
        .doUpdateSet((of) => ({
          voted: of.ref('excluded.voted'),
          way: of.ref('excluded.way'),
          team_id: of.ref('excluded.team_id'),
        }))
        .where('roll.voted', '=', 0),
    ),
)

/** Gives votes that are counted already other choices. */
export const changeVotes = async (tx: Tx, votes: readonly VoteRow[]): Promise<number> =>
  (await changeVoteRows(tx, votes.toSorted(byId))).written

const changeVoteRows = preparedRows<VoteRow>(voteColumns, (tx, { columns, rows }) =>
  tx
    .insertInto('votes')
    .columns(columns)
    .expression(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['network_id', 'ballot_id', 'id'])
        .doUpdateSet((of) => ({ choices: of.ref('excluded.choices') })),
    ),
)

/**
 * Writes the roll and the votes of a ballot anew in one transaction, each in the order of its key, with those
 * who did not vote added to the roll. Whatever the database notes beside a row (the transaction that wrote it,
 * its place) is then the same for all and joins no vote to a voter.
 */
export async function rewriteVotes(
  tx: Tx,
  network: string,
  ballot: string,
  others: readonly RollRow[],
): Promise<void> {
  const roll = await rollOf(tx, network, ballot)
  const votes = await tx
    .selectFrom('votes')
    .selectAll()
    .where('network_id', '=', network)
    .where('ballot_id', '=', ballot)
    .execute()
  for (const table of ['roll', 'votes'] as const)
    await tx.deleteFrom(table).where('network_id', '=', network).where('ballot_id', '=', ballot).execute()
  await addVotes(tx, [...roll, ...others], votes)
}

/** Takes a person off the roll whose sign-up is being erased; that somebody voted stays. */
export async function eraseFromRoll(
  tx: Tx,
  network: string,
  attendee: string,
  nobody: string,
): Promise<void> {
  await tx
    .updateTable('roll')
    .set({ voter_id: nobody, attendee_id: null })
    .where('network_id', '=', network)
    .where('attendee_id', '=', attendee)
    .execute()
}
