import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, secretOf, vote } from '../../../test/ballot.ts'
import { openHouse } from '../../../test/house.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { cancelMySignUp } from '../../before/sign-ups/commands/own.ts'
import type { Actor } from '../../platform/store/actor.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { orThrow } from '../../platform/store/store.ts'
import { closeBallot, openBallot, revealBallot } from './ballot/commands/ballots.ts'
import { confirmChoice } from './counting/commands/choices.ts'
import { recordVote } from './by-hand/commands/recording.ts'
import { checkReceipt } from './voting/commands/votes.ts'
import { ballotById, teamChoiceIn } from './ballot/store/ballots.ts'
import { resultOf } from './counting/store/results.ts'
import { turnoutOf } from './voting/store/turnout.ts'
import { countsOf, rollOf } from './voting/store/votes.ts'

type TheVoter = Extract<Actor, { kind: 'attendee' }>

onBothDatabases('Ballots', (database) => {
  test('a ballot is opened, voted in, closed and revealed, and each step once', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of, people, network, ballot } = await ballotOf(store, { opened: false })
    const by = { actor: people.organiser }
    const refused = async (answer: Promise<unknown>) => {
      const given = await answer
      return isRefusal(given) ? given.refused : 'done'
    }
    const early = await vote(store, at, of['brent']![0]!, 'hub', 'a')
    equal(isRefusal(early) && early.refused, 'This vote is not open yet. Nothing was counted.')
    equal(await refused(store.dispatch(closeBallot, at, by)), 'This vote has not been opened yet.')
    equal(await refused(store.dispatch(openBallot, at, by)), 'done')
    equal(await refused(store.dispatch(openBallot, at, by)), 'done')
    for (const [team, choice] of [
      ['brent', 'hub'],
      ['harrow', 'tree'],
      ['hillingdon', 'tree'],
    ] as const)
      for (const [number, actor] of of[team]!.entries())
        deepEqual(await vote(store, at, actor, choice, `${team} ${number}`), { received: true })
    equal(
      await refused(store.dispatch(revealBallot, at, by)),
      'Close the vote first. The result is sealed while people vote.',
    )
    equal(await resultOf(store.db, network, (await ballotById(store.db, network, ballot))!), undefined)
    equal(await refused(store.dispatch(closeBallot, at, by)), 'done')
    const late = await vote(store, at, of['brent']![0]!, 'step', 'brent 0')
    equal(
      isRefusal(late) && late.refused,
      'Voting has closed. Your vote was received before that and is counted as it was then.',
    )
    equal(await refused(store.dispatch(revealBallot, at, by)), 'done')
    const result = await resultOf(store.db, network, (await ballotById(store.db, network, ballot))!)
    equal(result?.sentence, '“tree” has the most votes: 6 of 9.')
    deepEqual(result?.overall, { hub: 3, step: 0, tree: 6 })
    deepEqual(
      result?.teams.map(({ team, counts, choice }) => [team, counts, choice]),
      [
        ['brent', { hub: 3, step: 0 }, { choice: 'hub' }],
        ['harrow', { step: 0, tree: 3 }, { choice: 'tree' }],
        ['hillingdon', { hub: 0, tree: 3 }, { choice: 'tree' }],
      ],
    )
  })

  test('only who is on the roll votes, once, for what is on the ballot, and nothing else is counted', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of, people, network, ballot } = await ballotOf(store)
    const [first, second, third] = of['brent']! as [TheVoter, TheVoter, TheVoter]
    orThrow(await vote(store, at, first, 'hub', 'first'))
    orThrow(await store.dispatch(cancelMySignUp, { network, event: at.event }, { actor: third }))
    const said = async (...given: [TheVoter | typeof people.board, string, string]) => {
      const answer = await vote(store, at, ...given)
      return isRefusal(answer) ? answer.refused : 'counted'
    }
    const before = await countsOf(store.db, network, ballot)
    deepEqual(
      [
        await said(second, 'tree', 'second'),
        await said(second, 'no such idea', 'second'),
        await said(first, 'step', 'another device'),
        await said(second, 'step', 'first'),
        await said(third, 'step', 'third'),
        await said(people.board, 'step', 'board'),
      ],
      [
        'This is your own borough’s idea. Choose one that another borough brought.',
        'Choose one of the ideas in this vote',
        'You have voted already, from another device or on paper, and that vote is counted. Only the device it came from, or its receipt code, can change it.',
        'This form was used for somebody else’s vote already. Open the vote again and vote there.',
        'Your sign-up has been cancelled, so you have no vote. If that is a mistake, ask an organiser to undo it.',
        'You may not do this here. It can be done by someone who signed up for the event or the lead of a team.',
      ],
    )
    deepEqual(await countsOf(store.db, network, ballot), before)
    deepEqual(before, [{ team: 'brent', choices: ['hub'], votes: 1 }])
    equal((await rollOf(store.db, network, ballot)).length, 1)
    orThrow(await store.dispatch(cancelMySignUp, { network, event: at.event }, { actor: first }))
    equal(
      await said(first, 'step', 'first'),
      'Your sign-up has been cancelled. The vote that you gave before that is counted as it is.',
    )
    deepEqual(await countsOf(store.db, network, ballot), before)
  })

  test('the same device changes its vote, and a receipt says only that it is counted', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of, network, ballot, people } = await ballotOf(store)
    const voter = of['brent']![0]!
    orThrow(await vote(store, at, voter, 'hub', 'mine'))
    orThrow(await vote(store, at, voter, 'step', 'mine'))
    orThrow(await vote(store, at, voter, 'step', 'mine'))
    deepEqual(await countsOf(store.db, network, ballot), [{ team: 'brent', choices: ['step'], votes: 1 }])
    const check = (secret: string) => store.dispatch(checkReceipt, { ...at, secret }, { actor: people.board })
    deepEqual(await check(secretOf('mine').toLowerCase()), { counted: true, yours: false })
    equal(isRefusal(await check(secretOf('others'))), true)
    // It may be theirs only who have voted themselves, in the team of the vote.
    orThrow(await vote(store, at, of['harrow']![0]!, 'tree', 'harrow'))
    const askedBy = async (actor: Actor) =>
      orThrow(await store.dispatch(checkReceipt, { ...at, secret: secretOf('mine') }, { actor })).yours
    const asked = [voter, of['brent']![1]!, of['harrow']![0]!].map(askedBy)
    deepEqual(await Promise.all(asked), [true, false, false])
  })

  test('one voter on many devices at once is counted once', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of, network, ballot } = await ballotOf(store)
    const voter = of['brent']![0]!
    const sent = Array.from({ length: 30 }, (_, device) => vote(store, at, voter, 'hub', `device ${device}`))
    const answers = await Promise.all(sent)
    equal(answers.filter((answer) => !isRefusal(answer)).length, 1)
    deepEqual(await countsOf(store.db, network, ballot), [{ team: 'brent', choices: ['hub'], votes: 1 }])
    deepEqual((await turnoutOf(store.db, network, (await ballotById(store.db, network, ballot))!))[0], {
      team: 'brent',
      teamName: 'Brent',
      voted: 1,
      mayVote: 3,
      present: 1,
      toCome: 0,
    })
  })

  test('paper and hands stand on the same roll', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of, network, ballot, people } = await ballotOf(store)
    const [first, second] = of['harrow']!
    const record = (voter: string, secret: string, actor = people.organiser) =>
      store.dispatch(
        recordVote,
        { ...at, voter, way: 'paper', choice: 'tree', secret: secretOf(secret) },
        { actor },
      )
    orThrow(await record(first!.id, 'paper 1'))
    orThrow(await vote(store, at, second!, 'step', 'phone'))
    equal(isRefusal(await vote(store, at, first!, 'step', 'phone of the first')), true)
    equal(isRefusal(await record(second!.id, 'paper 2')), true)
    equal(isRefusal(await record('nobody', 'paper 3')), true)
    equal(isRefusal(await record(of['brent']![0]!.id, 'paper 4', people.lead)), true)
    deepEqual(await countsOf(store.db, network, ballot), [
      { team: 'harrow', choices: ['step'], votes: 1 },
      { team: 'harrow', choices: ['tree'], votes: 1 },
    ])
    deepEqual(
      (await rollOf(store.db, network, ballot)).map(({ voter_id, way }) => [voter_id, way]).sort(),
      [
        [first!.id, 'paper'],
        [second!.id, 'phone'],
      ].sort(),
    )
  })

  test('where teams vote, each has one vote, cast by its lead or put down for it', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of, network, ballot, people } = await ballotOf(store, { method: 'team' })
    const by = { actor: people.organiser }
    equal(isRefusal(await vote(store, at, of['brent']![0]!, 'hub', 'member')), true)
    orThrow(await vote(store, at, people.lead, 'hub', 'lead'))
    orThrow(await vote(store, at, people.lead, 'step', 'lead'))
    const forTeam = (voter: string, choice: string) =>
      store.dispatch(recordVote, { ...at, voter, way: 'hands', choice, secret: secretOf(voter) }, by)
    equal(isRefusal(await forTeam('brent', 'hub')), true)
    orThrow(await forTeam('hillingdon', 'tree'))
    orThrow(await store.dispatch(closeBallot, at, by))
    orThrow(await store.dispatch(revealBallot, at, by))
    const found = (await ballotById(store.db, network, ballot))!
    const result = await resultOf(store.db, network, found)
    equal(result?.sentence, '“tree” and “step” are tied with 1 vote each of 2.')
    deepEqual(
      result?.teams.map(({ team, choice }) => [team, choice]),
      [
        ['brent', { choice: 'step' }],
        ['hillingdon', { choice: 'tree' }],
      ],
    )
    deepEqual(
      (await turnoutOf(store.db, network, found)).map(({ team, voted, mayVote }) => [team, voted, mayVote]),
      [
        ['brent', 1, 1],
        ['harrow', 0, 1],
        ['hillingdon', 1, 1],
      ],
    )
  })

  test('a lead confirms what most of the team chose; a tie takes a reason', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of, network, ballot, people } = await ballotOf(store, { perTeam: 4 })
    const by = { actor: people.organiser }
    const choices = { brent: ['hub', 'hub', 'step', 'hub'], harrow: ['tree', 'step', 'tree', 'step'] }
    for (const [team, chosen] of Object.entries(choices))
      for (const [number, choice] of chosen.entries())
        orThrow(await vote(store, at, of[team]![number]!, choice, `${team} ${number}`))
    const confirm = async (actor: typeof people.lead, team: string, idea: string, reason = '') => {
      const answer = await store.dispatch(confirmChoice, { ...at, team, idea, reason }, { actor })
      return isRefusal(answer) ? [answer.refused] : []
    }
    deepEqual(await confirm(people.lead, 'brent', 'hub'), [
      'Wait until the result is revealed, then confirm the choice.',
    ])
    orThrow(await store.dispatch(closeBallot, at, by))
    orThrow(await store.dispatch(revealBallot, at, by))
    deepEqual(await confirm(people.lead, 'brent', 'step'), ['Choose an idea from the list'])
    deepEqual(await confirm(people.harrowLead, 'brent', 'hub'), [
      'You may not do this here. It can be done by the lead of the team or an organiser of the network.',
    ])
    deepEqual(await confirm(people.lead, 'brent', 'hub'), [])
    deepEqual(await confirm(people.lead, 'brent', 'hub'), [])
    deepEqual(await confirm(people.harrowLead, 'harrow', 'step'), ['Enter how it was chosen'])
    deepEqual(await confirm(people.harrowLead, 'harrow', 'step', 'We have the staff for it'), [])
    deepEqual(await confirm(people.harrowLead, 'harrow', 'tree', 'We thought again'), [])
    const kept = await teamChoiceIn(store.db, network, ballot, 'harrow')
    deepEqual([kept?.idea_id, kept?.reason], ['tree', 'We thought again'])
    equal((await teamChoiceIn(store.db, network, ballot, 'brent'))?.reason, null)
  })
})
