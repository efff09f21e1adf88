import { addStep, beginPlan } from '../src/after/plans/commands.ts'
import { addAction, askQuestion } from '../src/after/reviews/commands/minutes.ts'
import { setUpSeries } from '../src/after/reviews/commands/series.ts'
import { reviewsOf } from '../src/after/reviews/store/meetings.ts'
import { membersOf } from '../src/before/networks/store/networks.ts'
import { addCoProducer, addIdea } from '../src/before/ideas/commands.ts'
import { makeAsk } from '../src/day/asks/commands.ts'
import { makeBallot, openBallot } from '../src/day/ballots/commands/ballots.ts'
import { makePledge } from '../src/day/pledges/commands.ts'
import { addNote } from '../src/day/rooms/commands/notes.ts'
import { takePlace } from '../src/day/rooms/commands/places.ts'
import { makeRoom } from '../src/day/rooms/commands/rooms.ts'
import { addItem } from '../src/day/programme/commands/items.ts'
import { before } from 'node:test'
import type { Actor } from '../src/platform/store/actor.ts'
import type { AnyCommand } from '../src/platform/store/command.ts'
import { orThrow, type Store } from '../src/platform/store/store.ts'
import { dayOf, type TheDay } from './day.ts'
import { closingAfter, openHouse, type House } from './house.ts'
import { peopleOf, type People } from './people.ts'
import { samples } from './sample.ts'

export interface Scene {
  day: TheDay
  /** For every noun of an address, the id of something real. */
  nouns: Record<string, string>
}

/** One of everything in the network of the tests, made by those who may. Brent is the team that has it all. */
export async function sceneOf(store: Store, people: People): Promise<Scene> {
  const { network, organiser, lead } = people
  const done = async (actor: Actor, command: AnyCommand, input: object): Promise<string> =>
    (orThrow(await store.dispatch(command, { network, ...input }, { actor })) as { id: string }).id

  const team = 'brent'
  const idea = await done(lead, addIdea, { team, title: 'Assess in one go' })
  const other = await done(organiser, addIdea, { team: 'harrow', title: 'Talk first' })
  const coProducer = await done(lead, addCoProducer, { idea, kind: 'service_users', recruitedBy: team })
  const day = await dayOf(store, people, { perTeam: 2 })
  const { event } = day
  const ballot = await done(organiser, makeBallot, { event, ideas: [idea, other] })
  await done(organiser, openBallot, { event, ballot })
  const item = await done(organiser, addItem, { event, kind: 'talk', title: 'Spread' })
  const pledge = await done(lead, makePledge, { event, team, what: 'Test it', idea: other })
  const ask = await done(lead, makeAsk, { event, pledge, toWhom: 'board', what: 'A room' })
  const room = await done(organiser, makeRoom, { event, theme: 'What can we stop?' })
  await done(day.of[team]![0]!, takePlace, { event, room })
  const note = await done(day.of[team]![0]!, addNote, { event, room, text: 'Fewer letters' })
  await done(lead, beginPlan, { team, pledge, aim: 'Shorter waits', startsOn: '2027-01-13' })
  const step = await done(lead, addStep, { team, quarter: '1', what: 'Ask ten people' })
  await done(organiser, setUpSeries, { firstOn: '2027-02-02', localTime: '9:30am', minutes: '90' })
  const review = (await reviewsOf(store.db, network))[0]!.id
  const question = await done(lead, askQuestion, { review, team, toWhom: 'board', question: 'When?' })
  const action = await done(organiser, addAction, { review, what: 'Find a room', owner: 'QI team' })
  const attendee = day.of[team]![0]!.id
  const made = {
    idea,
    coProducer,
    ballot,
    item,
    pledge,
    ask,
    room,
    note,
    step,
    review,
    question,
    action,
    attendee,
  }
  const nouns: Record<string, string> = { network, event, team, ...made }
  for (const { scene } of samples) Object.assign(nouns, await scene({ people, day, nouns, done }))
  return { day, nouns }
}

/** The scene in a house of its own. */
export interface SceneInHouse extends Scene {
  house: House
  people: People
}

/** A house with the scene in it for all tests of a suite; it is there when the first of them begins. */
export function sceneOfSuite(): SceneInHouse {
  const closing = closingAfter()
  const set = {} as SceneInHouse
  before(async () => {
    const house = await openHouse(closing, { database: 'sqlite' })
    const people = await peopleOf(house.store)
    const { day, nouns } = await sceneOf(house.store, people)
    const members = await membersOf(house.store.db, people.network)
    const { id: membership } = members.find((one) => one.name === 'Mo Member')!
    Object.assign(set, { house, people, day, nouns: { ...nouns, membership } })
  })
  return set
}
