import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { addIdea } from '../src/before/ideas/commands.ts'
import { commands } from '../src/commands.ts'
import { castVote } from '../src/day/ballots/voting/commands/votes.ts'
import { makeBallot, openBallot } from '../src/day/ballots/ballot/commands/ballots.ts'
import { countsOf } from '../src/day/ballots/voting/store/votes.ts'
import { openStore, orThrow, type Store } from '../src/platform/store/store.ts'
import { dayOf, type TheDay } from '../test/day.ts'
import { peopleOf } from '../test/people.ts'
import { median, type Figure } from './figures.ts'

const rounds = 3
const perTeam = 1000

/** Votes of phones that all send at once, stored with full durability, against the same rows in a bare loop. */
export async function votes(folder: string): Promise<Figure[]> {
  const ours: number[] = []
  const single: number[] = []
  const grouped: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const at = join(folder, `${round}`)
    mkdirSync(at)
    single.push(bareLoop(join(at, 'single.db'), perTeam * 3, 1))
    grouped.push(bareLoop(join(at, 'grouped.db'), perTeam * 3, 100))
    ours.push(await throughTheWriter(at))
  }
  const share = (theirs: number[]) => median(ours.map((one, at) => one / theirs[at]!))
  const against = (what: string, theirs: number[]) => ({ what, value: median(theirs), share: share(theirs) })
  const value = median(ours)
  return [
    {
      what: 'durable votes',
      value,
      unit: '/s',
      against: against('one transaction a vote, bare loop', single),
    },
    {
      what: 'durable votes',
      value,
      unit: '/s',
      against: against('100 votes a transaction, bare loop', grouped),
    },
  ]
}

async function throughTheWriter(folder: string): Promise<number> {
  const store = await openStore({
    at: folder,
    secret: 'a secret for measuring',
    migrations: new URL('../src/migrations/', import.meta.url),
    commandsModule: new URL('../src/commands.ts', import.meta.url).href,
    commands,
    thread: true,
  })
  try {
    const { day, ballot, ideas } = await readyToVote(store)
    const choice = (team: number) => ideas[(team + 1) % ideas.length]!
    const began = performance.now()
    const sent = day.attendees.map((actor, at) =>
      store.dispatch(
        castVote,
        {
          ...day.nouns,
          ballot,
          choice: choice(Math.floor(at / perTeam)),
          secret: `SECRET${at}`.padEnd(20, 'X'),
        },
        { actor },
      ),
    )
    for (const answer of await Promise.all(sent)) orThrow(answer)
    const seconds = (performance.now() - began) / 1000
    const stored = (await countsOf(store.db, day.network, ballot)).reduce((sum, { votes: of }) => sum + of, 0)
    if (stored !== sent.length)
      throw new Error(`${sent.length} votes were acknowledged and ${stored} are stored`)
    return sent.length / seconds
  } finally {
    await store.close()
  }
}

async function readyToVote(store: Store) {
  const people = await peopleOf(store)
  const by = { actor: people.organiser }
  const ideas: string[] = []
  for (const team of ['brent', 'harrow', 'hillingdon']) {
    const idea = { network: people.network, team, title: `An idea of ${team}` }
    ideas.push(orThrow(await store.dispatch(addIdea, idea, by)).id)
  }
  const held: TheDay = await dayOf(store, people, { perTeam })
  const nouns = { network: held.network, event: held.event }
  const { id: ballot } = orThrow(await store.dispatch(makeBallot, { ...nouns, ideas }, by))
  orThrow(await store.dispatch(openBallot, { ...nouns, ballot }, by))
  return { day: { ...held, nouns }, ballot, ideas }
}

/** Votes a second of a loop that writes a row of the roll and a vote, so many in each transaction. */
function bareLoop(file: string, many: number, inEach: number): number {
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = wal; pragma synchronous = full')
  database.exec(
    'create table roll (ballot text, voter text, team text, voted integer, primary key (ballot, voter))',
  )
  database.exec(
    'create table votes (ballot text, id text, idea text, team text, primary key (ballot, id)) without rowid',
  )
  const onRoll = database.prepare('insert into roll values (?, ?, ?, 1)')
  const vote = database.prepare('insert into votes values (?, ?, ?, ?)')
  const began = performance.now()
  for (let at = 0; at < many; at += 1) {
    if (at % inEach === 0) database.exec('begin immediate')
    onRoll.run('b', `voter ${at}`, 'brent')
    vote.run('b', `vote ${at}`, 'an idea', 'brent')
    if (at % inEach === inEach - 1 || at === many - 1) database.exec('commit')
  }
  const seconds = (performance.now() - began) / 1000
  database.close()
  return many / seconds
}
