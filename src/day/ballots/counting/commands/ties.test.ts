import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, vote, type TheBallot } from '../../../../../test/ballot.ts'
import { openHouse } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import { isRefusal } from '../../../../platform/store/command.ts'
import { orThrow, type Store } from '../../../../platform/store/store.ts'
import { addRunOff } from '../../../programme/commands/run-off.ts'
import { layOutProgramme } from '../../../programme/commands/laying-out.ts'
import { itemsOf } from '../../../programme/store/items.ts'
import { ballotById, ballotsOf, optionsOf } from '../../ballot/store/ballots.ts'
import { ballotShown, resultOf, revealingOf } from '../store/results.ts'
import { closeBallot, openBallot, revealBallot } from '../../ballot/commands/ballots.ts'
import { confirmChoice } from './choices.ts'
import { showNextBar } from './revealing.ts'
import { decideTie, undoTieDecision } from './ties.ts'

/** Brent votes for the hub, Harrow for step 2, Hillingdon for the tree; who is not named does not vote. */
async function votedOn(store: Store, { at, of, people }: TheBallot, votes: Record<string, string[]>) {
  for (const [team, choices] of Object.entries(votes))
    for (const [number, choice] of choices.entries())
      orThrow(await vote(store, at, of[team]![number]!, choice, `${team} ${number}`))
  orThrow(await store.dispatch(closeBallot, at, { actor: people.organiser }))
}

const tied = { brent: ['hub', 'hub', 'hub'], harrow: ['tree', 'tree', 'tree'] }
const clear = { ...tied, hillingdon: ['hub', 'tree', 'tree'] }

onBothDatabases('A sealed result', (database) => {
  test('is shown bar by bar on the Screen, and everywhere else only with the last bar', async (t) => {
    const { store } = await openHouse(t, { database })
    const made = await ballotOf(store)
    const { at, people, network, event, ballot } = made
    const by = { actor: people.organiser }
    const next = (seen: number) => store.dispatch(showNextBar, { ...at, seen }, by)
    const early = await next(0)
    equal(isRefusal(early) && early.refused, 'Close the vote first. The result is sealed while people vote.')
    await votedOn(store, made, clear)
    const sealed = async () => [
      (await ballotShown(store.db, network, event, ballot))!.result,
      await resultOf(store.db, network, (await ballotById(store.db, network, ballot))!),
    ]
    equal(await revealingOf(store.db, network, ballot), undefined)
    deepEqual(await next(0), { id: ballot })
    deepEqual(
      (await revealingOf(store.db, network, ballot))?.bars.map(({ option, votes }) => [option, votes]),
      [
        [null, 0],
        [null, 0],
        ['step', 0],
      ],
    )
    deepEqual(await sealed(), [undefined, undefined])
    deepEqual((await ballotShown(store.db, network, event, ballot))!.bars, { shown: 1, of: 3 })
    deepEqual(await next(0), { id: ballot, said: 'That bar was shown already' })
    deepEqual(await next(1), { id: ballot })
    deepEqual(await sealed(), [undefined, undefined])
    deepEqual(await next(2), { id: ballot, said: 'That was the last. The whole result is revealed.' })
    equal(await revealingOf(store.db, network, ballot), undefined)
    equal((await ballotShown(store.db, network, event, ballot))!.result?.overall?.['tree'], 5)
    deepEqual(await next(3), { id: ballot, said: 'The whole result is shown already' })
  })

  test('can be shown whole at any bar, and two who press at once show one bar', async (t) => {
    const { store } = await openHouse(t, { database })
    const made = await ballotOf(store)
    const { at, people, network, ballot } = made
    const by = { actor: people.organiser }
    await votedOn(store, made, clear)
    const both = await Promise.all([0, 0].map((seen) => store.dispatch(showNextBar, { ...at, seen }, by)))
    deepEqual(both.map((one) => !isRefusal(one) && one.said).toSorted(), [
      'That bar was shown already',
      undefined,
    ])
    equal((await ballotById(store.db, network, ballot))!.bars_shown, 1)
    equal(isRefusal(await store.dispatch(showNextBar, at, { actor: people.lead })), true)
    orThrow(await store.dispatch(revealBallot, at, by))
    equal(await revealingOf(store.db, network, ballot), undefined)
  })

  test('is shown round by round where ideas were put in order', async (t) => {
    const { store } = await openHouse(t, { database })
    const made = await ballotOf(store, { method: 'ranked' })
    const { at, people, network, ballot } = made
    const by = { actor: people.organiser }
    await votedOn(store, made, {
      brent: ['hub', 'hub', 'step'],
      harrow: ['tree', 'tree', 'step'],
      hillingdon: ['hub', 'tree', 'tree'],
    })
    deepEqual(await store.dispatch(showNextBar, at, by), { id: ballot })
    const found = await revealingOf(store.db, network, ballot)
    deepEqual(
      [found?.caption, found?.bars, found?.sentence],
      [
        'Round 1 of 2',
        [
          { option: 'tree', votes: 4 },
          { option: 'hub', votes: 3 },
          { option: 'step', votes: 2, label: 'taken out' },
        ],
        'Round 1. “step” has fewest, 2 votes, and is taken out.',
      ],
    )
    orThrow(await store.dispatch(showNextBar, at, by))
    equal(
      (await resultOf(store.db, network, (await ballotById(store.db, network, ballot))!))?.sentence,
      '“tree” wins in round 2, with 4 of the 7 votes that still count.',
    )
  })

  test('is one step where too few voted to show anything', async (t) => {
    const { store } = await openHouse(t, { database })
    const made = await ballotOf(store, { method: 'ranked' })
    const { at, people, network, ballot } = made
    await votedOn(store, made, { hillingdon: ['hub', 'tree'] })
    const by = { actor: people.organiser }
    const pressed = await store.dispatch(showNextBar, at, by)
    equal(
      isRefusal(pressed) && pressed.refused,
      'There is only one step to show. Reveal the whole result instead.',
    )
    orThrow(await store.dispatch(revealBallot, at, by))
    equal(
      (await resultOf(store.db, network, (await ballotById(store.db, network, ballot))!))?.sentence,
      'Too few people voted to show the result without telling what single people chose.',
    )
  })
})

onBothDatabases('A tie', (database) => {
  test('is resolved by a decision, once, which can be taken back while nothing builds on it', async (t) => {
    const { store } = await openHouse(t, { database })
    const made = await ballotOf(store)
    const { at, people, network, ballot } = made
    const by = { actor: people.organiser }
    const decide = async (idea: string, actor = people.organiser) => {
      const why = { decidedBy: 'everyone in the room', reason: 'By a show of hands' }
      const answer = await store.dispatch(decideTie, { ...at, idea, ...why }, { actor })
      return isRefusal(answer) ? answer.refused : 'recorded'
    }
    await votedOn(store, made, tied)
    equal(
      await decide('hub'),
      'Reveal the result first. Only then is it known whether there is something to decide.',
    )
    orThrow(await store.dispatch(revealBallot, at, by))
    equal(await decide('step'), 'Choose one of the ideas that can be first')
    equal(
      await decide('hub', people.lead),
      'You may not do this here. It can be done by an organiser of the network.',
    )
    equal(await decide('hub'), 'recorded')
    equal(await decide('tree'), 'How it was decided is recorded already. Take that back first to change it.')
    const sentence = async () =>
      (await resultOf(store.db, network, (await ballotById(store.db, network, ballot))!))!.sentence
    equal(await sentence(), '“tree” and “hub” are tied with 3 votes each of 6. The tie was resolved: “hub”.')
    orThrow(await store.dispatch(undoTieDecision, at, by))
    orThrow(await store.dispatch(undoTieDecision, at, by))
    equal(await sentence(), '“tree” and “hub” are tied with 3 votes each of 6.')
    equal(await decide('hub'), 'recorded')
    const choice = { ...at, team: 'brent', idea: 'hub' }
    orThrow(await store.dispatch(confirmChoice, choice, { actor: people.lead }))
    const late = await store.dispatch(undoTieDecision, at, by)
    equal(
      isRefusal(late) && late.refused,
      'A team has confirmed this idea since. Change the team’s choice first, then take this back.',
    )
  })

  test('is resolved by a vote between the tied ideas, made once and next in the programme', async (t) => {
    const { store } = await openHouse(t, { database })
    const made = await ballotOf(store)
    const { at, people, network, event, ballot } = made
    const by = { actor: people.organiser }
    orThrow(await store.dispatch(layOutProgramme, { network, event }, by))
    await votedOn(store, made, tied)
    orThrow(await store.dispatch(revealBallot, at, by))
    const [one, other] = await Promise.all([0, 1].map(() => store.dispatch(addRunOff, at, by)))
    equal(orThrow(one!).id, orThrow(other!).id)
    const runOff = (await ballotsOf(store.db, network, event)).find(
      ({ run_off_of }) => run_off_of === ballot,
    )!
    deepEqual(
      [
        runOff.id,
        runOff.method,
        (await optionsOf(store.db, network, runOff.id)).map(({ idea_id }) => idea_id),
      ],
      [orThrow(one!).id, 'person', ['tree', 'hub']],
    )
    const [first] = await itemsOf(store.db, network, event)
    deepEqual([first?.kind, first?.ballot_id], ['ballot', runOff.id])
    const shown = async (id: string) => (await ballotShown(store.db, network, event, id))!
    equal((await shown(ballot)).runOff?.ballot, runOff.id)
    equal((await shown(runOff.id)).runOffOf?.ballot, ballot)
    const second = { ...at, ballot: runOff.id }
    orThrow(await store.dispatch(openBallot, second, by))
    await votedOn(store, { ...made, at: second }, { hillingdon: ['hub', 'hub', 'tree'] })
    orThrow(await store.dispatch(revealBallot, second, by))
    equal(
      (await shown(ballot)).result?.sentence,
      '“tree” and “hub” are tied with 3 votes each of 6. In the second vote: “hub” has the most votes: 2 of 3.',
    )
  })

  test('that is none cannot be resolved', async (t) => {
    const { store } = await openHouse(t, { database })
    const made = await ballotOf(store)
    const by = { actor: made.people.organiser }
    await votedOn(store, made, clear)
    orThrow(await store.dispatch(revealBallot, made.at, by))
    const answer = await store.dispatch(addRunOff, made.at, by)
    equal(
      isRefusal(answer) && answer.refused,
      'This result says which idea is first. There is nothing to decide.',
    )
  })
})
