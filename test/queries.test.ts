import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addStep } from '../src/after/plans/commands.ts'
import { addAction, askQuestion, recordDecision } from '../src/after/reviews/commands/minutes.ts'
import { addCoProducer, addIdea } from '../src/before/ideas/commands.ts'
import { addMember } from '../src/before/networks/commands.ts'
import { membersOf } from '../src/before/networks/store/networks.ts'
import { addSignUp } from '../src/before/sign-ups/commands/sign-up.ts'
import { makeAsk } from '../src/day/asks/commands.ts'
import { makePledge } from '../src/day/pledges/commands.ts'
import { addItem } from '../src/day/programme/commands/items.ts'
import { reflect } from '../src/day/reflections/commands.ts'
import type { Actor } from '../src/platform/store/actor.ts'
import type { AnyCommand } from '../src/platform/store/command.ts'
import { orThrow } from '../src/platform/store/store.ts'
import { openHouse, type House } from './house.ts'
import { peopleOf, type People } from './people.ts'
import { samples } from './sample.ts'
import { sceneOf, type Scene } from './scene.ts'

/** More of everything that stands in lists. */
async function grow({ store }: House, people: People, { day, nouns }: Scene, round: number) {
  const { network, organiser, lead } = people
  const done = async (command: AnyCommand, input: object, actor: Actor = organiser): Promise<string> =>
    (orThrow(await store.dispatch(command, { network, ...input }, { actor })) as { id: string }).id
  const { event, review, team, pledge: first } = nouns
  for (const where of ['brent', 'harrow', 'hillingdon']) {
    const idea = await done(addIdea, { team: where, title: `Idea ${round} of ${where}` })
    await done(addCoProducer, { idea, kind: 'carers', recruitedBy: where })
    await done(addItem, { event, kind: 'idea', title: `Idea ${round}`, idea })
    await done(addSignUp, { event, name: `Nurse ${round}`, team: where, profession: `Profession ${round}` })
    const pledge = await done(makePledge, { event, team: where, what: `Pledge ${round}` })
    await done(makeAsk, { event, pledge, toWhom: 'board', what: `Ask ${round}` })
    if (where === 'brent') await done(reflect, { event, idea, team: 'harrow', keep: `Keep ${round}` })
  }
  await done(makeAsk, { event, pledge: first, toWhom: 'qi_team', what: `Ask more ${round}` })
  await done(addStep, { team, quarter: '2', what: `Step ${round}` })
  await done(askQuestion, { review, team, toWhom: 'board', question: `Question ${round}` }, lead)
  await done(recordDecision, { review, what: `Decision ${round}` })
  await done(addAction, { review, what: `Action ${round}`, owner: 'QI team' })
  const making = {
    people,
    day,
    nouns,
    done: (actor: Actor, of: AnyCommand, input: object) => done(of, input, actor),
  }
  for (const sample of samples) await sample.grow?.(making, round)
  const email = `person${round}@example.invalid`
  await done(addMember, { name: `Person ${round}`, email, role: 'member', team: 'harrow' })
}

test('However much there is to show, a page asks the store as often', async (t) => {
  let asked = 0
  const house = await openHouse(t, { database: 'sqlite', onQuery: () => (asked += 1) })
  const people = await peopleOf(house.store)
  const scene = await sceneOf(house.store, people)
  const [membership] = await membersOf(house.store.db, people.network)
  const nouns: Record<string, string> = { ...scene.nouns, membership: membership!.id }
  const organiser = await house.as(people.organiser)

  async function counts(): Promise<Map<string, number>> {
    const all = new Map<string, number>()
    for (const { method, url } of house.app.admissions) {
      if (method !== 'GET' || url.endsWith('/live')) continue
      asked = 0
      const { status } = await organiser.get(
        url.replace(/:([a-z]+)/gi, (_all, noun: string) => nouns[noun] ?? 'nowhere'),
      )
      if (status === 200) all.set(url, asked)
    }
    return all
  }

  for (const round of [1]) await grow(house, people, scene, round)
  const few = await counts()
  for (const round of [2, 3, 4]) await grow(house, people, scene, round)
  const many = await counts()
  const more = [...many]
    .filter(([url, count]) => count > (few.get(url) ?? 0))
    .map(([url, count]) => `${url}: ${few.get(url)} → ${count}`)
  assert.deepEqual(more, [])
  const greedy = [...many].filter(([, count]) => count > 61).map(([url, count]) => `${url}: ${count}`)
  assert.deepEqual(greedy, [])
})
