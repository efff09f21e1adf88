import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, secretOf, vote } from '../../../../../test/ballot.ts'
import { openHouse } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import { mainOf, wordsOn } from '../../../../../test/visitor.ts'
import { attendeesOf } from '../../../../before/sign-ups/store.ts'
import { cancelAttendee, correctAttendee } from '../../../../before/sign-ups/commands/organising.ts'
import { correctMySignUp } from '../../../../before/sign-ups/commands/own.ts'
import { addSignUp, signUp } from '../../../../before/sign-ups/commands/sign-up.ts'
import { paths } from '../../../../paths.ts'
import { anyone } from '../../../../platform/store/actor.ts'
import { isRefusal } from '../../../../platform/store/command.ts'
import { orThrow, type Store } from '../../../../platform/store/store.ts'
import { countsOf, rollOf } from '../store/votes.ts'
import { closeBallot, openBallot } from '../../ballot/commands/ballots.ts'
import { letVote } from './roll.ts'
import { recordVote } from '../../by-hand/commands/recording.ts'

const journalled = async (store: Store, command: string) =>
  (await store.db.selectFrom('journal').select('subject').where('command', '=', command).execute()).map(
    ({ subject }) => subject,
  )

onBothDatabases('Late voters', (database) => {
  test('whoever signs themselves up after voting has opened votes when an organiser lets them, by phone or on paper', async (t) => {
    const house = await openHouse(t, { database })
    const { store, clock } = house
    const { at, people, network, ballot } = await ballotOf(store)
    clock.move('2027-01-12T10:30:00.000Z')
    const given = { network, event: at.event, team: 'brent', profession: 'Nurse', livedExperience: 'none' }
    orThrow(await store.dispatch(signUp, { ...given, name: 'Late Stranger' }, { actor: anyone }))
    orThrow(await store.dispatch(addSignUp, { ...given, name: 'Known Guest' }, { actor: people.organiser }))
    const attendees = await attendeesOf(store.db, network, at.event)
    const actorOf = (name: string) => {
      const { id } = attendees.find((one) => one.name === name)!
      return { kind: 'attendee', network, id } as const
    }
    const stranger = actorOf('Late Stranger')
    const answer = await vote(store, at, stranger, 'hub', 'late')
    equal(
      isRefusal(answer) && answer.refused,
      'You signed up, or changed who you come with, after the vote opened. Ask an organiser to let you vote. Until then nothing is counted.',
    )
    deepEqual(await rollOf(store.db, network, ballot), [])
    deepEqual(await vote(store, at, actorOf('Known Guest'), 'hub', 'known'), { received: true })
    equal(
      mainOf((await (await house.as(stranger)).get(paths.vote(at))).text),
      'Which change idea would you like to test in your clinical area? You signed up, or changed who you come with, after the vote opened. Ask an organiser to let you vote. Check that a vote is counted',
    )
    const organiser = await house.as(people.organiser)
    const roll = wordsOn((await organiser.get(paths.ballotRoll(at))).text)
    match(
      roll,
      /Signed up or changed borough after the vote opened: 1 .* Name Let them vote Late Stranger \(Brent\) Let them vote : Late Stranger/,
    )
    equal(
      (await (await house.as(people.lead)).post(paths.letVote({ ...at, attendee: stranger.id }))).status,
      403,
    )
    const letIn = await organiser.submit(
      paths.letVote({ ...at, attendee: stranger.id }),
      {},
      paths.ballotRoll(at),
    )
    equal(letIn.location, paths.ballotRoll(at))
    doesNotMatch(
      wordsOn((await organiser.get(paths.ballotRoll(at))).text),
      /Signed up or changed borough after/,
    )
    deepEqual(await journalled(store, 'ballots.letVote'), [stranger.id])
    deepEqual(await vote(store, at, stranger, 'hub', 'late'), { received: true })
    deepEqual(await vote(store, at, stranger, 'step', 'late'), { received: true })
    const again = await vote(store, at, stranger, 'hub', 'another device')
    equal(
      isRefusal(again) ? again.refused : '',
      'You have voted already, from another device or on paper, and that vote is counted. Only the device it came from, or its receipt code, can change it.',
    )
    const paper = { ...at, voter: stranger.id, way: 'paper', choice: 'hub', secret: secretOf('paper') }
    const twice = await store.dispatch(recordVote, paper, { actor: people.organiser })
    equal(
      isRefusal(twice) ? twice.refused : '',
      'Somebody has voted here already under this name. A vote that is counted cannot be changed for them.',
    )
    deepEqual(
      (await rollOf(store.db, network, ballot)).map(({ voted, way }) => [voted, way]),
      [
        [1, 'phone'],
        [1, 'phone'],
      ],
    )
    deepEqual(await countsOf(store.db, network, ballot), [
      { team: 'brent', choices: ['hub'], votes: 1 },
      { team: 'brent', choices: ['step'], votes: 1 },
    ])
  })
  test('whoever changes team when voting has opened votes through an organiser, and a vote stays in its team', async (t) => {
    const house = await openHouse(t, { database })
    const { store, clock } = house
    const { at, of, people, network, ballot } = await ballotOf(store)
    const [early, later] = of['brent']!
    const by = { actor: people.organiser }
    deepEqual(await vote(store, at, early!, 'hub', 'early'), { received: true })
    clock.move('2027-01-12T10:30:00.000Z')
    const moved = { network, event: at.event, name: 'Moved', team: 'harrow', profession: 'Nurse' }
    for (const actor of [early!, later!]) orThrow(await store.dispatch(correctMySignUp, moved, { actor }))
    const refused = await vote(store, at, later!, 'step', 'later')
    equal(
      isRefusal(refused) ? refused.refused : '',
      'You signed up, or changed who you come with, after the vote opened. Ask an organiser to let you vote. Until then nothing is counted.',
    )
    deepEqual(await rollOf(store.db, network, ballot).then((roll) => roll.map((row) => row.voted)), [1])
    // The same device, with the same secret, changes the vote that it gave; what was barred then is barred still.
    deepEqual(await vote(store, at, early!, 'step', 'early'), { received: true })
    const form = wordsOn((await (await house.as(early!)).get(paths.vote(at))).text)
    match(form, /You have voted/)
    deepEqual(await countsOf(store.db, network, ballot), [{ team: 'brent', choices: ['step'], votes: 1 }])
    const roll = wordsOn((await (await house.as(people.organiser)).get(paths.ballotRoll(at))).text)
    match(roll, /Moved Borough Brent Voted On a phone/)
    match(roll, /Signed up or changed borough after the vote opened: 1 /)
    // Put right by an organiser, it is as if it had been said before.
    const answers = { ...moved, attendee: later!.id, team: 'brent' }
    orThrow(await store.dispatch(correctAttendee, answers, by))
    deepEqual(await vote(store, at, later!, 'step', 'later'), { received: true })
  })

  test('nobody is let in twice, or into a vote that is not open, or without a team', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of, people, network, ballot } = await ballotOf(store, { opened: false })
    const by = { actor: people.organiser }
    const said = async (attendee: string) => {
      const answer = await store.dispatch(letVote, { ...at, attendee }, by)
      return isRefusal(answer) ? answer.refused : 'let in'
    }
    const [first, second] = of['brent']!
    equal(await said(first!.id), 'This vote is not open, so nobody can be let in')
    orThrow(await store.dispatch(openBallot, at, by))
    const teamless = orThrow(
      await store.dispatch(
        addSignUp,
        { network, event: at.event, name: 'None', team: 'none', profession: 'Nurse' },
        by,
      ),
    )
    orThrow(await store.dispatch(cancelAttendee, { ...at, attendee: second!.id }, by))
    deepEqual(await Promise.all([first!.id, first!.id, second!.id, teamless.id, 'nobody'].map(said)), [
      'let in',
      'let in',
      'This sign-up is cancelled. Undo the cancellation first.',
      'Their sign-up names no team. Add the team first, then let them vote.',
      'This vote or sign-up is not there any more',
    ])
    equal((await rollOf(store.db, network, ballot)).length, 1)
  })

  test('a phone that lost the answer is told after closing that its vote is counted, never what it is', async (t) => {
    const house = await openHouse(t, { database })
    const { store } = house
    const { at, of, people, network, ballot } = await ballotOf(store)
    const [voter, other] = of['brent']!
    const phone = await house.as(voter!)
    const send = async (choice: string, secret = secretOf('mine')) =>
      phone.json('POST', `/api/v1${paths.vote(at)}`, { choice, secret })
    const received = { status: 200, body: { received: true } }
    deepEqual(await send('hub'), received)
    // The answer was lost: the same again, at once and at the same moment; then the person changes their mind.
    deepEqual(await Promise.all([send('hub'), send('hub')]), [received, received])
    deepEqual(await send('step'), received)
    deepEqual(await countsOf(store.db, network, ballot), [{ team: 'brent', choices: ['step'], votes: 1 }])
    orThrow(await store.dispatch(closeBallot, at, { actor: people.organiser }))
    const counted = await countsOf(store.db, network, ballot)
    const sentence = 'Voting has closed. Your vote was received before that and is counted as it was then.'
    for (const choice of ['step', 'hub'])
      deepEqual(await send(choice), { status: 409, body: { kind: 'stands', refused: sentence, final: true } })
    const late = await vote(store, at, other!, 'hub', 'mine')
    equal(isRefusal(late) && late.refused, 'Voting has closed. This vote came too late to be counted.')
    deepEqual(await countsOf(store.db, network, ballot), counted)
  })
})
