import pino from 'pino'
import type { TestContext } from 'node:test'
import { closeBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { voteId } from '../../src/day/ballots/voting/commands/casting.ts'
import { normaliseCode } from '../../src/platform/auth/codes.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { paths } from '../../src/paths.ts'
import { ballotOf, type TheBallot } from '../ballot.ts'
import { openHouse, type House } from '../house.ts'
import type { Database } from '../stores.ts'
import { hiddenFieldsOf } from '../visitor.ts'
import { dice, shuffled } from './adversary.ts'

export interface VotingDay extends TheBallot {
  house: House
  database: Database
  /** The vote of each voter, in the order in which they voted. */
  truth: Map<string, string>
  /** The secret of each voter's vote. */
  secretOf: Map<string, string>
  teamOf: Map<string, string>
  /** The log of the service, line by line. */
  log: string[]
  close(): Promise<void>
}

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** A team's people choose among the ideas of the two other teams. */
const ideas: Record<string, string> = { brent: 'tree', harrow: 'hub', hillingdon: 'step' }

/** A house in which many vote in every way there is, in an order known to the test, with known choices. */
export async function votingDay(t: TestContext, database: Database, perTeam = 80): Promise<VotingDay> {
  const house = await openHouse(t, { database, environment: { LOG_LEVEL: 'debug' } })
  const log: string[] = []
  const logger = house.app.server.log as unknown as Record<symbol, unknown>
  logger[pino.symbols.streamSym] = { write: (line: string) => log.push(line) }
  const held = await ballotOf(house.store, { perTeam })
  const teamOf = new Map(held.attendees.map(({ id }) => [id, teamNamed(held, id)]))
  const day: VotingDay = {
    ...held,
    house,
    database,
    truth: new Map(),
    secretOf: new Map(),
    teamOf,
    log,
    close: async () =>
      void orThrow(await house.store.dispatch(closeBallot, held.at, { actor: held.people.organiser })),
  }
  await everyoneVotes(day)
  return day
}

const teamNamed = ({ of }: TheBallot, attendee: string) =>
  Object.entries(of).find(([, people]) => people.some(({ id }) => id === attendee))![0]

type Random = () => number
type Voter = TheBallot['attendees'][number]
type Way = (day: VotingDay, voters: Voter[], random: Random) => Promise<void>

/** In a shuffled order, in parts: each part votes in another way, and some change their minds later. */
async function everyoneVotes(day: VotingDay) {
  const random = dice(11)
  const order = shuffled(day.attendees, random)
  const ways: Way[] = [byProgram, byForm, inGroups, onPaper, onATablet, byHands]
  const part = Math.ceil(order.length / 12)
  for (let at = 0; at * part < order.length; at++) {
    await ways[at % ways.length]!(day, order.slice(at * part, (at + 1) * part), random)
    day.house.clock.move(1)
  }
  await changesOfMind(day, random)
}

function choiceOf({ teamOf }: VotingDay, voter: string, random: Random): string {
  const others = Object.entries(ideas).filter(([team]) => team !== teamOf.get(voter))
  return others[Math.floor(random() * others.length)]![1]
}

const secretBy = (random: Random) =>
  Array.from({ length: 24 }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')

function note({ truth, secretOf, network, ballot }: VotingDay, voter: string, secret: string) {
  truth.set(voter, voteId(network, ballot, normaliseCode(secret)))
  secretOf.set(voter, secret)
}

async function sends(day: VotingDay, voter: Voter, choice: string, secret: string) {
  const phone = await day.house.as(voter)
  const { status } = await phone.json('POST', `/api/v1${paths.vote(day.at)}`, { choice, secret })
  if (status !== 200) throw new Error(`The vote was answered ${status}`)
}

const byProgram: Way = async (day, voters, random) => {
  for (const voter of voters) {
    const secret = secretBy(random)
    await sends(day, voter, choiceOf(day, voter.id, random), secret)
    note(day, voter.id, secret)
  }
}

/** Several phones at the same moment: one transaction holds them all. */
const inGroups: Way = async (day, voters, random) => {
  for (let at = 0; at < voters.length; at += 5) {
    const together = voters.slice(at, at + 5).map((voter) => ({ voter, secret: secretBy(random) }))
    await Promise.all(
      together.map(({ voter, secret }) => sends(day, voter, choiceOf(day, voter.id, random), secret)),
    )
    for (const { voter, secret } of together) note(day, voter.id, secret)
  }
}

/** A browser without scripts, which opens the page of the day first and so arrives. */
const byForm: Way = async (day, voters, random) => {
  for (const voter of voters) {
    const browser = await day.house.as(voter)
    await browser.get(paths.now(day.at))
    const page = await browser.get(paths.vote(day.at))
    const hidden = hiddenFieldsOf(page.text, paths.vote(day.at))
    const answer = await browser.post(paths.vote(day.at), {
      ...hidden,
      choice: choiceOf(day, voter.id, random),
    })
    if (answer.status !== 303) throw new Error(`The vote was answered ${answer.status}`)
    note(day, voter.id, hidden['secret']!)
  }
}

const onPaper: Way = async (day, voters, random) => {
  const organiser = await day.house.as(day.people.organiser)
  for (const voter of voters) {
    const page = await organiser.get(paths.paperVote(day.at))
    const hidden = hiddenFieldsOf(page.text, paths.paperVote(day.at))
    const typed = {
      voter: voter.id,
      way: 'paper',
      choice: choiceOf(day, voter.id, random),
      _step: 'confirmed',
    }
    const answer = await organiser.post(paths.paperVote(day.at), { ...hidden, ...typed })
    if (answer.status !== 303) throw new Error(`The paper vote was answered ${answer.status}`)
    note(day, voter.id, hidden['secret']!)
  }
}

/** Some of those who voted by a program vote again from the same device, for something else or the same. */
async function changesOfMind(day: VotingDay, random: Random) {
  const known = day.attendees.filter(({ id }) => day.secretOf.has(id))
  for (const voter of shuffled(known, random).slice(0, 30))
    await sends(day, voter, choiceOf(day, voter.id, random), day.secretOf.get(voter.id)!)
}

/** A device that goes from hand to hand; here and there somebody enters their code. */
const onATablet: Way = async (day, voters, random) => {
  const tablet = await day.house.as(day.people.organiser)
  await tablet.submit(paths.newTablet(day.at))
  for (const voter of voters) {
    const page = await tablet.get(`${paths.tabletVote(day.at)}?voter=${voter.id}`)
    const hidden = hiddenFieldsOf(page.text, paths.tabletVote(day.at))
    const choice = choiceOf(day, voter.id, random)
    const answer = await tablet.post(paths.tabletVote(day.at), { ...hidden, choice })
    if (answer.location !== paths.tabletDone(day.at)) throw new Error(`The tablet answered ${answer.status}`)
    await tablet.get(answer.location)
    note(day, voter.id, hidden['secret']!)
  }
}

/** Team by team. Whose hand was whose is known to nobody, so that these are not among the true pairs. */
const byHands: Way = async (day, voters, random) => {
  const organiser = await day.house.as(day.people.organiser)
  for (const [team, people] of Map.groupBy(voters, ({ id }) => day.teamOf.get(id)!)) {
    const [one, other] = Object.keys(ideas).filter((each) => each !== team)
    const raised = Math.floor(random() * (people.length + 1))
    const hands = { [ideas[one!]!]: raised, [ideas[other!]!]: people.length - raised }
    const body = { hands, voters: people.map(({ id }) => id), secret: secretBy(random) }
    const { status } = await organiser.json('POST', `/api/v1${paths.teamHands({ ...day.at, team })}`, body)
    if (status !== 200) throw new Error(`The hands were answered ${status}`)
  }
}
