import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, vote, type TheBallot } from '../../../../../test/ballot.ts'
import { openHouse } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import { elementsOf, errorsByBox } from '../../../../../test/visitor.ts'
import { cancelMySignUp } from '../../../../before/sign-ups/commands/own.ts'
import { paths } from '../../../../paths.ts'
import { isRefusal } from '../../../../platform/store/command.ts'
import { orThrow, type Store } from '../../../../platform/store/store.ts'
import { ballotById } from '../../ballot/store/ballots.ts'
import { resultOf } from '../../counting/store/results.ts'
import { countsOf, rollOf } from '../store/votes.ts'
import { closeBallot, editBallot, makeBallot, revealBallot } from '../../ballot/commands/ballots.ts'

const revealed = async (store: Store, { at, people, network, ballot }: TheBallot) => {
  const by = { actor: people.organiser }
  orThrow(await store.dispatch(closeBallot, at, by))
  orThrow(await store.dispatch(revealBallot, at, by))
  return (await resultOf(store.db, network, (await ballotById(store.db, network, ballot))!))!
}

onBothDatabases('More ways to vote', (database) => {
  test('several: up to so many of other teams, kept in the order of the ballot', async (t) => {
    const { store } = await openHouse(t, { database })
    const made = await ballotOf(store, { method: 'several', atMost: 2, ownIdea: 'apart' })
    const { at, of, network, ballot } = made
    const said = async (team: string, number: number, choices: string[], device = `${team} ${number}`) => {
      const answer = await vote(store, at, of[team]![number]!, choices, device)
      return isRefusal(answer) ? [answer.fields?.['choice'] ?? answer.refused] : []
    }
    deepEqual(await said('brent', 0, ['step', 'hub']), [])
    deepEqual(await said('brent', 1, ['hub', 'step', 'tree']), [
      'You have chosen 3 ideas. Choose up to 2: take 1 away.',
    ])
    deepEqual(await said('brent', 1, ['', '']), ['Choose an idea'])
    deepEqual(await said('brent', 1, ['hub', 'hub']), [])
    deepEqual(await said('brent', 2, ['tree']), [])
    for (const [number, choices] of [['tree', 'hub'], ['tree'], ['step']].entries())
      deepEqual(await said('harrow', number, choices), [])
    deepEqual(await said('brent', 0, ['step']), [])
    deepEqual(await countsOf(store.db, network, ballot), [
      { team: 'brent', choices: ['hub'], votes: 1 },
      { team: 'brent', choices: ['step'], votes: 1 },
      { team: 'brent', choices: ['tree'], votes: 1 },
      { team: 'harrow', choices: ['step'], votes: 1 },
      { team: 'harrow', choices: ['tree'], votes: 1 },
      { team: 'harrow', choices: ['tree', 'hub'], votes: 1 },
    ])
    const result = await revealed(store, made)
    deepEqual(
      [result.votes, result.overall, result.sentence],
      [6, { tree: 2, hub: 1, step: 2 }, '“tree” and “step” are tied: 2 of 6 voters chose each.'],
    )
    deepEqual(
      result.teams.map(({ team, votes, counts, own }) => [team, votes, counts, own]),
      [
        ['brent', 3, { hub: 1, step: 1 }, 1],
        ['harrow', 3, { tree: 2, step: 1 }, 1],
      ],
    )
  })

  test('ranked: in the voter’s order; a gap, an idea twice and the own idea are said', async (t) => {
    const { store } = await openHouse(t, { database })
    const made = await ballotOf(store, { method: 'ranked' })
    const { at, of, network, ballot } = made
    const said = async (team: string, number: number, choices: string[]) => {
      const answer = await vote(store, at, of[team]![number]!, choices, `${team} ${number}`)
      return isRefusal(answer) ? [answer.fields?.['choice'] ?? answer.refused] : []
    }
    deepEqual(await said('brent', 0, ['', 'hub']), [
      'You have left your first choice empty and chosen another after it. Fill each place in turn, from the first.',
    ])
    deepEqual(await said('brent', 0, ['hub', 'hub']), [
      'Your first and your second choice are the same idea. Choose each idea once.',
    ])
    deepEqual(await said('brent', 0, ['hub', 'tree']), [
      'This is your own borough’s idea. Choose one that another borough brought.',
    ])
    deepEqual(await said('brent', 0, ['hub', 'nothing']), ['Choose one of the ideas in this vote'])
    deepEqual(await countsOf(store.db, network, ballot), [])
    deepEqual(await said('brent', 0, ['step', 'hub']), [])
    deepEqual(await said('brent', 0, ['hub', '']), [])
    for (const number of [1, 2]) deepEqual(await said('brent', number, ['hub', 'step']), [])
    for (const number of [0, 1, 2]) deepEqual(await said('harrow', number, ['step', 'tree']), [])
    for (const number of [0, 1]) deepEqual(await said('hillingdon', number, ['tree', 'hub']), [])
    deepEqual(await said('hillingdon', 2, ['tree']), [])
    deepEqual(await countsOf(store.db, network, ballot), [
      { team: 'brent', choices: ['hub'], votes: 1 },
      { team: 'brent', choices: ['hub', 'step'], votes: 2 },
      { team: 'harrow', choices: ['step', 'tree'], votes: 3 },
      { team: 'hillingdon', choices: ['tree'], votes: 1 },
      { team: 'hillingdon', choices: ['tree', 'hub'], votes: 2 },
    ])
    const result = await revealed(store, made)
    deepEqual(result.outcome, { tied: ['tree', 'hub', 'step'] })
    deepEqual(
      result.teams.map(({ team, choice }) => [team, choice]),
      [
        ['brent', { choice: 'hub' }],
        ['harrow', { choice: 'step' }],
        ['hillingdon', { choice: 'tree' }],
      ],
    )
  })

  test('ranked: only the lists that clash are marked, and the summary leads to the first of them', async (t) => {
    const house = await openHouse(t, { database })
    const { at, of } = await ballotOf(house.store, { method: 'ranked', ownIdea: 'apart' })
    const voter = await house.as(of['brent']![0]!)
    const { status, text } = await voter.submit(paths.vote(at), { choice: ['hub', 'step', 'step'] })
    equal(status, 422)
    deepEqual(errorsByBox(text), {
      choice: 'Your second and your third choice are the same idea. Choose each idea once.',
    })
    const lists = elementsOf(text).filter(({ tagName }) => tagName === 'select')
    const attribute = (list: (typeof lists)[number], name: string) =>
      list.attrs.find((one) => one.name === name)?.value ?? ''
    deepEqual(
      lists.map((list) => [attribute(list, 'id'), attribute(list, 'class').includes('--error')]),
      [
        ['choice-1', false],
        ['choice', true],
        ['choice-3', true],
      ],
    )
  })

  for (const [method, choices, changed] of [
    ['several', ['hub', 'step'], ['step']],
    ['ranked', ['step', 'hub'], ['hub', 'step']],
  ] as const) {
    test(`${method}: what is wrong is said, and nothing counted is lost`, async (t) => {
      const { store } = await openHouse(t, { database })
      const made = await ballotOf(store, { method, ...(method === 'several' && { atMost: 2 }) })
      const { at, of, people, network, ballot } = made
      const [first, second, third] = of['brent']!
      const said = async (actor: typeof first, what: readonly string[], device: string) => {
        const answer = await vote(store, at, actor!, [...what], device)
        return isRefusal(answer) ? answer.refused : 'counted'
      }
      equal(await said(first, choices, 'first'), 'counted')
      equal(await said(first, changed, 'first'), 'counted')
      orThrow(await store.dispatch(cancelMySignUp, { network, event: at.event }, { actor: third! }))
      deepEqual(
        [
          await said(second, ['hub', 'no such idea'], 'second'),
          await said(first, choices, 'another device'),
          await said(second, choices, 'first'),
          await said(third, choices, 'third'),
        ],
        [
          'Choose one of the ideas in this vote',
          'You have voted already, from another device or on paper, and that vote is counted. Only the device it came from, or its receipt code, can change it.',
          'This form was used for somebody else’s vote already. Open the vote again and vote there.',
          'Your sign-up has been cancelled, so you have no vote. If that is a mistake, ask an organiser to undo it.',
        ],
      )
      orThrow(await store.dispatch(closeBallot, at, { actor: people.organiser }))
      equal(
        await said(second, choices, 'second'),
        'Voting has closed. This vote came too late to be counted.',
      )
      deepEqual(await countsOf(store.db, network, ballot), [
        { team: 'brent', choices: [...changed], votes: 1 },
      ])
      equal((await rollOf(store.db, network, ballot)).filter(({ voted }) => voted === 1).length, 1)
    })
  }

  test('with one choice for each, more than one is too many', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of } = await ballotOf(store)
    const answer = await vote(store, at, of['brent']![0]!, ['hub', 'step'], 'mine')
    equal(isRefusal(answer) && answer.refused, 'Choose one idea only')
  })

  test('how many one person can choose goes with the ideas, and is forgotten with another way to vote', async (t) => {
    const { store } = await openHouse(t, { database })
    const { network, event, people } = await ballotOf(store, { opened: false })
    const by = { actor: people.organiser }
    const asked = { network, event, method: 'several', ideas: ['tree', 'hub', 'step'] }
    const said = async (atMost?: string) => {
      const answer = await store.dispatch(
        makeBallot,
        { ...asked, ...(atMost !== undefined && { atMost }) },
        by,
      )
      return isRefusal(answer) ? answer.fields?.['atMost'] : 'made'
    }
    const whole = 'Enter how many ideas one person can choose, as a whole number of 2 or more'
    deepEqual(
      [
        await said(),
        await said(''),
        await said('1'),
        await said('two'),
        await said('2.5'),
        await said('4'),
        await said('3'),
      ],
      [
        whole,
        whole,
        whole,
        whole,
        whole,
        'There are 3 ideas to vote on. Let each person choose that many or fewer.',
        'made',
      ],
    )
    const { id: ballot } = orThrow(await store.dispatch(makeBallot, { ...asked, atMost: 2 }, by))
    equal(isRefusal(await store.dispatch(editBallot, { ...asked, ballot }, by)), true)
    equal((await ballotById(store.db, network, ballot))!.at_most, 2)
    orThrow(await store.dispatch(editBallot, { ...asked, ballot, method: 'person', atMost: '2' }, by))
    const { method, at_most } = (await ballotById(store.db, network, ballot))!
    deepEqual([method, at_most], ['person', null])
  })
})
