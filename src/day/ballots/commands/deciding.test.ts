import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, vote, type TheBallot } from '../../../../test/ballot.ts'
import { openHouse, type House } from '../../../../test/house.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { wordsOn } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { isRefusal } from '../../../platform/store/command.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { layOutProgramme } from '../../programme/commands/laying-out.ts'
import { addRunOff, removeRunOff } from '../../programme/commands/run-off.ts'
import { itemsOf } from '../../programme/store/items.ts'
import { optionsOf } from '../store/ballots.ts'
import { ballotShown } from '../store/results.ts'
import { closeBallot, openBallot, revealBallot } from './ballots.ts'
import { decideTie, undoTieDecision } from './ties.ts'

interface Decided extends TheBallot {
  shown(ballot?: string): Promise<NonNullable<Awaited<ReturnType<typeof ballotShown>>>>
  decide(idea: string): Promise<string>
  hold(ballot: string, votes: Record<string, string[]>): Promise<void>
}

const why = { decidedBy: 'everyone in the room', reason: 'By a show of hands' }

/** A vote that is held; whoever is not named does not vote. Brent has the tree, Harrow the hub, Hillingdon step 2. */
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

/** The tree and the hub have three votes each of those that are shown; Hillingdon owns step 2, and one of it voted. */
const hidden = { brent: ['hub', 'hub', 'hub'], harrow: ['tree', 'tree', 'tree'], hillingdon: ['tree'] }
const tied = { brent: ['hub', 'hub', 'hub'], harrow: ['tree', 'tree', 'tree'] }
const shownOf = 'Of the 6 votes shown, “tree” and “hub” have the most, 3 each.'
const couldChange = `${shownOf} To show the other vote would tell what single people chose, and it could change which is first.`

onBothDatabases('A result that names no winner because of what is hidden', (database) => {
  test('is decided by people, between what can be first; the page, the Desk and the Screen say so', async (t) => {
    const house = await openHouse(t, { database })
    const { at, people, network, event, ballot, shown, decide } = await held(house, hidden)
    equal((await shown()).result!.sentence, couldChange)
    const organiser = await house.as(people.organiser)
    const page = async () => wordsOn((await organiser.get(paths.ballot(at))).text)
    match(await page(), /From what is shown, these may be first: “tree” and “hub”\./)
    match(await page(), /Vote again between these ideas Record how it was decided/)
    match(
      wordsOn((await organiser.get(paths.desk({ network, event }))).text),
      /Decide which idea comes first/,
    )
    equal(await decide('step'), 'Choose one of the ideas that can be first')
    const form = await organiser.submit(paths.tieDecision(at), { idea: 'hub', ...why })
    equal(form.location, paths.ballot(at))
    const sentence = `${shownOf} It was decided: “hub” comes first.`
    equal((await shown()).result!.sentence, sentence)
    for (const path of [paths.ballot(at), paths.desk({ network, event })])
      equal(wordsOn((await organiser.get(path)).text).includes(sentence), true, path)
    const link = `${paths.screen({ network, event })}?shows=vote`
    equal(wordsOn((await house.visitor().get(link)).text).includes('“hub” comes first'), true)
    equal(await decide('tree'), 'How it was decided is recorded already. Take that back first to change it.')
    orThrow(await house.store.dispatch(undoTieDecision, at, { actor: people.organiser }))
    equal((await shown(ballot)).result!.sentence, couldChange)
  })

  test('is decided by a second vote, in which owners of the two ideas may vote for their own', async (t) => {
    const house = await openHouse(t, { database })
    const { at, people, shown, hold } = await held(house, hidden)
    const organiser = await house.as(people.organiser)
    const page = wordsOn((await organiser.get(paths.runOff(at))).text)
    match(page, /Brent can choose only “hub” and Harrow can choose only “tree”\./)
    const made = await organiser.submit(paths.runOff(at), { ownIdea: 'counted' })
    const second = (await shown()).runOff!.ballot
    equal(made.location, paths.ballot({ ...at, ballot: second }))
    deepEqual(
      (await optionsOf(house.store.db, at.network, second)).map(({ idea_id }) => idea_id),
      ['tree', 'hub'],
    )
    const found = await shown(second)
    deepEqual([found.ownIdea, found.question.startsWith('Second vote: ')], ['counted', true])
    orThrow(await house.store.dispatch(openBallot, { ...at, ballot: second }, { actor: people.organiser }))
    await hold(second, { brent: ['tree', 'tree', 'tree'], harrow: ['hub', 'hub', 'tree'] })
    equal(
      (await shown()).result!.sentence,
      `${shownOf} In the second vote: “tree” has the most votes: 4 of 6.`,
    )
  })

  test('is none where more than half put one first, whatever is hidden', async (t) => {
    const house = await openHouse(t, { database })
    const votes = { brent: ['hub', 'hub', 'hub'], harrow: ['step', 'step', 'tree'], hillingdon: ['hub'] }
    const close = await held(house, votes, 'ranked')
    deepEqual((await close.shown()).result!.contenders, ['tree', 'hub', 'step'])
    equal(await close.decide('hub'), 'recorded')
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
    match(await decide('hub'), /If it names no winner, record there how it was decided\.$/)
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
    match(await decide('hub'), /Nobody voted in it: take it back first\.$/)
    orThrow(await store.dispatch(removeRunOff, at, by))
    equal(await decide('hub'), 'recorded')
  })
})
