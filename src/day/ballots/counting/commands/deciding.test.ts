import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, vote, type TheBallot } from '../../../../../test/ballot.ts'
import { openHouse, type House } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import { wordsOn } from '../../../../../test/visitor.ts'
import { paths } from '../../../../paths.ts'
import { isRefusal } from '../../../../platform/store/command.ts'
import { orThrow } from '../../../../platform/store/store.ts'
import { layOutProgramme } from '../../../programme/commands/laying-out.ts'
import { addRunOff, removeRunOff } from '../../../programme/commands/run-off.ts'
import { itemsOf } from '../../../programme/store/items.ts'
import { optionsOf } from '../../ballot/store/ballots.ts'
import { ballotShown } from '../store/results.ts'
import { closeBallot, openBallot, revealBallot } from '../../ballot/commands/ballots.ts'
import { decideTie, undoTieDecision } from './ties.ts'

interface Decided extends TheBallot {
  shown(ballot?: string): Promise<NonNullable<Awaited<ReturnType<typeof ballotShown>>>>
  decide(idea: string): Promise<string>
  hold(ballot: string, votes: Record<string, string[]>): Promise<void>
}

const why = { decidedBy: 'everyone in the room', reason: 'By a show of hands' }

/** A vote that is held; people who are not named do not vote. Brent has the tree, Harrow the hub, Hillingdon step 2. */
async function held(house: House, votes: Record<string, string[]>, method?: 'ranked'): Promise<Decided> {
  const { store } = house
  const made = await ballotOf(store, method ? { method } : {})
  const { at, people, of, network, event } = made
  const by = { actor: people.organiser }
  orThrow(await store.dispatch(layOutProgramme, { network, event }, by))
  const hold: Decided['hold'] = async (ballot, choices) => {
    for (const [team, each] of Object.entries(choices))
      for (const [number, choice] of each.entries())
        orThrow(
          await vote(store, { ...at, ballot }, of[team]![number]!, choice, `${team} ${number} ${ballot}`),
        )
    orThrow(await store.dispatch(closeBallot, { ...at, ballot }, by))
    orThrow(await store.dispatch(revealBallot, { ...at, ballot }, by))
  }
  await hold(made.ballot, votes)
  return {
    ...made,
    hold,
    shown: async (ballot = made.ballot) => (await ballotShown(store.db, network, event, ballot))!,
    async decide(idea) {
      const answer = await store.dispatch(decideTie, { ...at, idea, ...why }, by)
      return isRefusal(answer) ? answer.refused : 'recorded'
    },
  }
}

/** Two people in all: the whole is hidden. */
const hidden = { brent: ['hub'], harrow: ['tree'] }
const tied = { brent: ['hub', 'hub', 'hub'], harrow: ['tree', 'tree', 'tree'] }
const tooFew = 'Too few people voted to show the result without telling what single people chose.'

onBothDatabases('A result that names no winner because of what is hidden', (database) => {
  test('is decided by people, between all ideas; the page, the Desk and the Screen say so', async (t) => {
    const house = await openHouse(t, { database })
    const { at, people, network, event, ballot, shown, decide } = await held(house, hidden)
    equal((await shown()).result!.sentence, tooFew)
    const organiser = await house.as(people.organiser)
    const page = async () => wordsOn((await organiser.get(paths.ballot(at))).text)
    match(
      await page(),
      /The result does not say which comes first\. Decide together and record how, or vote again\. Vote again between these ideas Record how it was decided/,
    )
    match(
      wordsOn((await organiser.get(paths.desk({ network, event }))).text),
      /Decide which idea comes first/,
    )
    const form = await organiser.submit(paths.tieDecision(at), { idea: 'hub', ...why })
    equal(form.location, paths.ballot(at))
    const sentence = `${tooFew} It was decided: “hub” comes first.`
    equal((await shown()).result!.sentence, sentence)
    for (const path of [paths.ballot(at), paths.desk({ network, event })])
      equal(wordsOn((await organiser.get(path)).text).includes(sentence), true, path)
    const link = `${paths.screen({ network, event })}?shows=vote`
    equal(wordsOn((await house.visitor().get(link)).text).includes('“hub” comes first'), true)
    equal(await decide('tree'), 'How it was decided is recorded already. Take that back first to change it.')
    orThrow(await house.store.dispatch(undoTieDecision, at, { actor: people.organiser }))
    equal((await shown(ballot)).result!.sentence, tooFew)
  })

  test('is decided by a second vote, in which people may vote for their own ideas', async (t) => {
    const house = await openHouse(t, { database })
    const { at, people, shown, hold } = await held(house, hidden)
    const organiser = await house.as(people.organiser)
    const made = await organiser.submit(paths.runOff(at), { ownIdea: 'counted' })
    const second = (await shown()).runOff!.ballot
    equal(made.location, paths.ballot({ ...at, ballot: second }))
    deepEqual(
      (await optionsOf(house.store.db, at.network, second)).map(({ idea_id }) => idea_id),
      ['tree', 'hub', 'step'],
    )
    const found = await shown(second)
    deepEqual([found.ownIdea, found.question.startsWith('Second vote: ')], ['counted', true])
    orThrow(await house.store.dispatch(openBallot, { ...at, ballot: second }, { actor: people.organiser }))
    await hold(second, { brent: ['tree', 'tree', 'tree'], harrow: ['hub', 'hub', 'tree'] })
    equal(
      (await shown()).result!.sentence,
      `${tooFew} In the second vote: “tree” has the most votes: 4 of 6.`,
    )
  })

  test('is none where one person alone voted in a team: who wins is known, and the teams are not shown', async (t) => {
    const house = await openHouse(t, { database })
    const votes = { brent: ['hub', 'hub', 'hub'], harrow: ['step', 'step', 'tree'], hillingdon: ['hub'] }
    const close = await held(house, votes, 'ranked')
    const { result } = await close.shown()
    deepEqual([result!.outcome, result!.contenders], [{ winner: 'hub' }, undefined])
    equal(result!.others?.teams.length, 3)
    equal(await close.decide('hub'), 'This result says which idea is first. There is nothing to decide.')
  })
})

onBothDatabases('A second vote', (database) => {
  test('counts, so that no decision is recorded beside it until it is taken back', async (t) => {
    const house = await openHouse(t, { database })
    const { store } = house
    const { at, people, network, event, ballot, shown, decide } = await held(house, tied)
    const by = { actor: people.organiser }
    const { id: second } = orThrow(await store.dispatch(addRunOff, at, by))
    const { question, ownIdea } = await shown(second)
    equal(ownIdea, 'counted')
    const made = `A second vote was made to decide this: “${question}”. What it says counts.`
    equal(await decide('tree'), `${made} To record a decision instead, take that vote back first.`)
    const planned = async () => (await itemsOf(store.db, network, event)).map((item) => item.ballot_id)
    equal((await planned()).includes(second), true)
    const other = await store.dispatch(removeRunOff, at, { actor: people.lead })
    equal(isRefusal(other), true)
    orThrow(await store.dispatch(removeRunOff, at, by))
    equal((await planned()).includes(second), false)
    equal((await shown()).runOff, undefined)
    equal((await shown(second)).runOffOf, undefined)
    equal(await decide('tree'), 'recorded')
    const late = await store.dispatch(addRunOff, at, by)
    equal(
      isRefusal(late) && late.refused,
      'How it was decided is recorded already. Take that back first to change it.',
    )
    equal((await shown(ballot)).result!.decided?.idea, 'tree')
  })

  test('that is open or has votes stays; its own page decides what it leaves open, and the first page says so', async (t) => {
    const house = await openHouse(t, { database })
    const { store } = house
    const { at, people, shown, decide, hold } = await held(house, tied)
    const by = { actor: people.organiser }
    const { id: second } = orThrow(await store.dispatch(addRunOff, { ...at, ownIdea: 'excluded' }, by))
    orThrow(await store.dispatch(openBallot, { ...at, ballot: second }, by))
    const refused = async () => {
      const answer = await store.dispatch(removeRunOff, at, by)
      return isRefusal(answer) && answer.refused
    }
    equal(await refused(), 'The second vote has been opened, so it cannot be taken back.')
    await hold(second, tied)
    equal(await refused(), 'The second vote has been opened, so it cannot be taken back.')
    equal(
      await decide('hub'),
      'A second vote was made to decide this: “Second vote: Which change idea would you like to test in your clinical area?”. What it says counts. If it names no winner, record there how it was decided.',
    )
    orThrow(await store.dispatch(decideTie, { ...at, ballot: second, idea: 'hub', ...why }, by))
    const tie = '“tree” and “hub” are tied with 3 votes each of 6.'
    equal((await shown()).result!.sentence, `${tie} In the second vote: ${tie} The tie was resolved: “hub”.`)
  })

  test('in which nobody voted is taken back', async (t) => {
    const house = await openHouse(t, { database })
    const { store } = house
    const { at, people, decide, hold } = await held(house, tied)
    const by = { actor: people.organiser }
    const { id: second } = orThrow(await store.dispatch(addRunOff, at, by))
    orThrow(await store.dispatch(openBallot, { ...at, ballot: second }, by))
    await hold(second, {})
    equal(
      await decide('hub'),
      'A second vote was made to decide this: “Second vote: Which change idea would you like to test in your clinical area?”. What it says counts. Nobody voted in it: take it back first.',
    )
    orThrow(await store.dispatch(removeRunOff, at, by))
    equal(await decide('hub'), 'recorded')
  })
})
