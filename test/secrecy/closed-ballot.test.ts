import './alone.ts'
import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { eraseMySignUp } from '../../src/before/sign-ups/commands/own.ts'
import { revealBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { networkFile } from '../../src/whole/moving/store/file.ts'
import { postgresUrl } from '../services.ts'
import { onBothDatabases } from '../stores.ts'
import { strongestCorrelation, tries, type Known, type Mark } from './adversary.ts'
import { everything, marksOf, type Evidence, type Ids } from './evidence.ts'
import { askWhileLogging, serverLog } from './server-log.ts'
import { writeNaively } from './naive.ts'
import { letLogGo, logBegins, logSince } from './write-ahead-log.ts'
import { votingDay, type VotingDay } from './voting-day.ts'

const own = (ids: Iterable<string>): Ids => new Map([...ids].map((id) => [id, [id]]))

/** Ids that lead to a voter: of their sign-up, and the pseudonym under which the journal knows them. */
async function voterWords({ house, truth }: VotingDay): Promise<Ids> {
  const words = own(truth.keys())
  for (const { actor, pseudonym } of await house.store.db.selectFrom('pseudonyms').selectAll().execute())
    for (const [id, known] of words) if (actor.includes(id)) known.push(pseudonym)
  return words
}

async function knownOf(day: VotingDay, evidence: Evidence): Promise<Known> {
  return {
    truth: day.truth,
    teamOf: day.teamOf,
    votes: marksOf(evidence, own(day.truth.values())),
    voters: marksOf(evidence, await voterWords(day)),
  }
}

/** Far above what chance does among thousands of ways to guess, far below what any real trace gives away. */
const beyondChance = 8
const noCorrelation = 0.45

function findsNothing(known: Known, when: string, least = 3) {
  ok(known.votes.length > least && known.voters.length > least, 'there is evidence to look at')
  const { best, chance, ways } = tries(known)
  ok(
    best[0]!.matched <= chance + beyondChance,
    `${when}, of ${known.truth.size} in ${ways} ways: ${JSON.stringify(best)}; by chance ${chance}`,
  )
  const { how, strength } = strongestCorrelation(known)
  ok(strength < noCorrelation, `${when}: ${how} correlate ${strength}`)
}

const onlyNamed = (marks: Mark[], name: string) => marks.filter((mark) => mark.name.startsWith(name))

onBothDatabases('Whoever takes everything after a vote', (database) => {
  test('cannot match votes to the roll any better than by chance', async (t) => {
    const from = database === 'postgres' ? await logBegins(await postgresUrl()) : ''
    const day = await votingDay(t, database)
    const { store, at } = day.house
    ok(day.truth.size >= 200)
    const take = async () => knownOf(day, await everything(database, at))

    await t.test('though they could while it was open, which shows that this can fail', async () => {
      const { best, chance } = tries(await take(), 2)
      ok(best[0]!.matched > chance + beyondChance, JSON.stringify(best))
    })
    await day.close()
    await t.test('by any table, index, file or log', async () => findsNothing(await take(), 'closed'))

    await t.test('by what the service wrote to its log', () => {
      const written = day.log.join('\n')
      ok(day.log.length > day.truth.size)
      for (const word of [...day.truth.values(), ...day.truth.keys(), ...day.secretOf.values()])
        ok(!written.includes(word))
      const shapes = (command: string) =>
        new Set(
          day.log
            .filter((line) => line.includes(command))
            .map((line) => line.replace(/"(time|ms|id)":("[^"]*"|[\d.]+)/g, '')),
        )
      // Every vote by a program leaves the same line, whatever was chosen.
      deepEqual([...shapes('/vote"')].filter((line) => line.includes('"/api')).length, 1)
    })

    if (database === 'postgres')
      await t.test('by what PostgreSQL writes to its own log, as it is set by default', async () => {
        const written = (await serverLog(at)) ?? ''
        ok(written.includes('ready to accept connections'), 'the log of this server cannot be read')
        for (const word of [...day.truth.values(), ...day.truth.keys(), ...day.secretOf.values()])
          ok(!written.includes(word), word)
        // They could where statements are logged: PostgreSQL writes the values of their parameters beside them.
        const [vote] = day.truth.values()
        await askWhileLogging(at, vote!)
        for (let left = 100; left > 0 && !(await serverLog(at))!.includes(vote!); left -= 1) await delay(20)
        ok((await serverLog(at))!.includes(vote!))
      })

    await t.test('by the file in which everything leaves', async () => {
      const text = await networkFile(store.db, day.network, [])
      const bytes = [{ name: 'network file', bytes: Buffer.from(text!) }]
      const known = await knownOf(day, { tables: [], bytes })
      ok(known.votes.length > 0 && known.voters.length > 0)
      findsNothing(known, 'exported', 0)
    })

    await t.test('once somebody is erased and the result is revealed', async () => {
      const [gone] = day.truth.keys()
      const actor = { kind: 'attendee', network: day.network, id: gone! } as const
      orThrow(await store.dispatch(eraseMySignUp, day.at, { actor }))
      orThrow(await store.dispatch(revealBallot, day.at, { actor: day.people.organiser }))
      findsNothing(await take(), 'revealed')
    })

    if (database === 'postgres')
      await t.test('by the write-ahead log, once it is let go; before that they can', async () => {
        const some = new Map([...day.truth].slice(0, 60))
        const known = async () =>
          knownOf({ ...day, truth: some }, { tables: [], bytes: [await logSince(at, from, day.ballot)] })
        const { best, chance } = tries(await known(), 2)
        ok(best[0]!.matched > chance + beyondChance, JSON.stringify(best))
        // Other tests write to the same log: while a change of theirs is under way, a checkpoint keeps its files.
        for (let left = 10; left > 0; left -= 1) {
          await letLogGo(at)
          if ((await known()).votes.length === 0) break
          await delay(500)
        }
        deepEqual((await known()).votes, [])
      })

    await t.test('though they would in tables as most would make them', async () => {
      await writeNaively(database, at, [...day.truth])
      const known = await take()
      const [votes, voters] = [onlyNamed(known.votes, 'naive'), onlyNamed(known.voters, 'naive')]
      const { best } = tries({ ...known, votes, voters }, 1)
      ok(best[0]!.matched > day.truth.size - 5, JSON.stringify(best))
      ok(strongestCorrelation({ ...known, votes, voters }).strength > 0.99)
    })
  })
})
