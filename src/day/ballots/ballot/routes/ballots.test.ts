import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf } from '../../../../../test/ballot.ts'
import { openHouse } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import {
  elementsOf,
  errorsOn,
  headingOf,
  hiddenFieldsOf,
  noticesOn,
  wordsOn,
} from '../../../../../test/visitor.ts'
import { addSignUp } from '../../../../before/sign-ups/commands/sign-up.ts'
import { paths } from '../../../../paths.ts'
import { orThrow } from '../../../../platform/store/store.ts'
import { closeBallot, makeBallot } from '../commands/ballots.ts'
import { countsOf } from '../../voting/store/votes.ts'

onBothDatabases('The pages of a ballot', (database) => {
  test('a vote is cast, changed and shown as counted without scripts', async (t) => {
    const house = await openHouse(t, { database })
    const { at, of, network, ballot } = await ballotOf(house.store)
    const voter = await house.as(of['brent']![0]!)
    const form = await voter.get(paths.vote(at))
    deepEqual(radiosOn(form.text), ['hub', 'step'])
    const cast = await voter.submit(paths.vote(at), { choice: 'hub' })
    equal(cast.location, paths.voteDone(at))
    const received = await voter.get(cast.location)
    equal(headingOf(received.text), 'Your vote is counted')
    equal(received.text.includes('hub'), false)
    deepEqual(noticesOn((await voter.get(paths.ballot(at))).text), ['Your vote is counted.'])
    equal((await voter.submit(paths.vote(at), { choice: 'step' })).location, paths.voteDone(at))
    deepEqual(await countsOf(house.store.db, network, ballot), [
      { team: 'brent', choices: ['step'], votes: 1 },
    ])

    const code = /id="receipt">(.*?)</.exec(received.text)![1]!
    const other = await house.as(of['brent']![0]!)
    deepEqual(noticesOn((await other.get(paths.vote(at))).text), [
      'You have voted already, from another device or on paper. That vote is counted.',
    ])
    equal((await other.submit(paths.voteDone(at), { secret: 'ABCD EFGH JKMN PQRS TVWX' })).status, 422)
    equal((await other.submit(paths.voteDone(at), { secret: code })).location, paths.voteDone(at))
    equal((await other.submit(paths.vote(at), { choice: 'hub' })).location, paths.voteDone(at))
    deepEqual(await countsOf(house.store.db, network, ballot), [
      { team: 'brent', choices: ['hub'], votes: 1 },
    ])
  })

  test('an attendee without a team reads why there is no vote for them', async (t) => {
    const house = await openHouse(t, { database })
    const { at, network, event, people } = await ballotOf(house.store)
    const guest = { network, event, name: 'Gus Guest', team: 'none' }
    const { id } = orThrow(await house.store.dispatch(addSignUp, guest, { actor: people.organiser }))
    const visitor = await house.as({ kind: 'attendee', network, id })
    const page = await visitor.get(paths.vote(at))
    equal(page.status, 200)
    match(wordsOn(page.text), /You have no vote here\. Everybody who has signed up with a borough/)
    equal((await visitor.get(paths.vote({ ...at, ballot: 'other' }))).status, 404)
  })

  test('the secret of a device finds its vote in whatever writing it was made', async (t) => {
    const house = await openHouse(t, { database })
    const { at, of } = await ballotOf(house.store)
    const voter = await house.as(of['brent']![0]!)
    const cast = await voter.submit(paths.vote(at), { choice: 'hub', secret: 'ab-Cd_ef gh jk mn pq rs Tu' })
    equal(headingOf((await voter.get(cast.location)).text), 'Your vote is counted')
  })

  test('a refusal keeps what was chosen, and a form of one voter is no use to the next', async (t) => {
    const house = await openHouse(t, { database })
    const { at, of, people, network, ballot } = await ballotOf(house.store)
    const voter = await house.as(of['brent']![0]!)
    const empty = await voter.submit(paths.vote(at))
    equal(empty.status, 422)
    deepEqual(errorsOn(empty.text), ['Choose an idea'])
    await voter.get(paths.vote(at))
    orThrow(await house.store.dispatch(closeBallot, at, { actor: people.organiser }))
    const late = await voter.post(paths.vote(at), {
      ...hiddenFieldsOf(empty.text, paths.vote(at)),
      choice: 'hub',
    })
    equal(late.status, 409)
    deepEqual(errorsOn(late.text), ['Voting has closed. This vote came too late to be counted.'])
    deepEqual(await countsOf(house.store.db, network, ballot), [])
  })

  test('an organiser makes, opens, closes and reveals a ballot by forms; others see it come', async (t) => {
    const house = await openHouse(t, { database })
    const { of, people, network, event } = await ballotOf(house.store, { opened: false, perTeam: 4 })
    const organiser = await house.as(people.organiser)
    const lead = await house.as(people.lead)
    const anyone = house.visitor()
    equal((await lead.get(paths.newBallot({ network, event }))).status, 403)
    equal((await organiser.submit(paths.newBallot({ network, event }), { ideas: 'hub' })).status, 422)
    const blank = (await organiser.get(paths.newBallot({ network, event }))).text
    match(blank, /<input[^>]*name="question"(?![^>]*value="W)/)
    const untouched = await organiser.submit(paths.newBallot({ network, event }), {
      ideas: ['tree', 'hub'],
      question: '',
    })
    deepEqual(errorsOn(untouched.text), ['Enter the question'])
    const made = await organiser.submit(paths.newBallot({ network, event }), {
      question: 'Which one first?',
      ideas: ['tree', 'hub', 'step'],
    })
    const ballot = made.location.split('/').at(-1)!
    const at = { network, event, ballot }
    equal(
      (
        await organiser.submit(paths.editBallot(at), {
          question: 'Which one?',
          ideas: ['tree', 'hub', 'step'],
        })
      ).location,
      paths.ballot(at),
    )
    equal((await lead.submit(paths.ballotOpening(at), {}, paths.ballot(at))).status, 403)
    equal((await organiser.submit(paths.ballotOpening(at), {}, paths.ballot(at))).location, paths.ballot(at))
    equal(
      (await organiser.submit(paths.editBallot(at), { question: 'Another?', ideas: ['tree', 'hub'] })).status,
      409,
    )
    for (const actor of of['brent']!.slice(0, 3)) {
      const voter = await house.as(actor)
      equal((await voter.submit(paths.vote(at), { choice: 'hub' })).status, 303)
    }
    const paper = { voter: of['harrow']![0]!.id, choice: 'tree', way: 'hands', _step: 'confirmed' }
    equal((await organiser.submit(paths.paperVote(at), paper)).location, paths.paperVote(at))
    equal((await lead.get(paths.ballotRoll(at))).status, 403)
    match(
      wordsOn((await organiser.get(paths.ballotRoll(at))).text),
      /4 of 12 have voted. Name Borough Voted Name Nurse 1, Brent Borough Brent Voted On a phone or tablet/,
    )
    match(
      wordsOn((await anyone.get(paths.ballot(at))).text),
      /All 4 present have voted How many of those present have voted, by borough Brent 3 of 3 Harrow 1 of 1 Hillingdon Nobody here yet/,
    )
    equal((await anyone.json('GET', `/api/v1${paths.ballot(at)}`)).status, 200)
    deepEqual(noticesOn((await organiser.get(paths.ballotClosure(at))).text), [
      'The result will show the whole exactly, and no votes by borough: that would tell what single people chose.',
    ])
    equal((await organiser.submit(paths.ballotClosure(at))).location, paths.ballot(at))
    equal((await organiser.get(paths.ballotRoll(at))).text.includes('Nurse'), false)
    equal((await organiser.submit(paths.ballotReveal(at), {}, paths.ballot(at))).location, paths.ballot(at))
    const shown = wordsOn((await anyone.get(paths.ballot(at))).text)
    match(shown, /“hub” has the most votes: 3 of 4\./)
    match(shown, /Not shown by borough, because it would tell what single people chose\./)
    const confirmed = await lead.submit(paths.teamChoice({ ...at, team: 'brent' }), {
      idea: 'hub',
      reason: 'We talked',
    })
    equal(confirmed.location, paths.ballot(at))
  })

  test('the list shows one ballot, and three', async (t) => {
    const house = await openHouse(t, { database })
    const { people, network, event } = await ballotOf(house.store)
    const organiser = await house.as(people.organiser)
    const questions = async () =>
      elementsOf((await organiser.get(paths.ballots({ network, event }))).text).filter(
        (node) =>
          node.tagName === 'li' &&
          node.childNodes.some((one) => 'tagName' in one && one.tagName === 'strong'),
      ).length
    equal(await questions(), 1)
    for (const question of ['Second?', 'Third?'])
      orThrow(
        await house.store.dispatch(
          makeBallot,
          { network, event, question, ideas: ['tree', 'hub'] },
          { actor: people.organiser },
        ),
      )
    equal(await questions(), 3)
  })
})

const radiosOn = (text: string): string[] =>
  elementsOf(text)
    .filter((node) => node.tagName === 'input' && node.attrs.some(({ value }) => value === 'radio'))
    .map((node) => node.attrs.find(({ name }) => name === 'value')!.value)
