import { ok } from 'node:assert/strict'
import { test } from 'node:test'
import { revealBallot } from '../../src/day/ballots/commands/ballots.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { onBothDatabases } from '../stores.ts'
import { strongestCorrelation, tries, type Known, type Mark } from './adversary.ts'
import { everything, marksOf, type Evidence, type Ids } from './evidence.ts'
import { writeNaively } from './naive.ts'
import { votingDay, type VotingDay } from './voting-day.ts'

const own = (ids: Iterable<string>): Ids => new Map([...ids].map((id) => [id, [id]]))

/** Whatever leads to a voter: the id of their sign-up and the pseudonym under which the journal knows them. */
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

function findsNothing(known: Known, when: string) {
  ok(known.votes.length > 3 && known.voters.length > 10, 'there is evidence to look at')
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
    orThrow(await store.dispatch(revealBallot, day.at, { actor: day.people.organiser }))
    await t.test('once the result is revealed', async () => findsNothing(await take(), 'revealed'))
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
