import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, secretOf, vote } from '../../../../../test/ballot.ts'
import { openHouse, type House } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import { errorsByBox, errorsOn, hiddenFieldsOf, wordsOn } from '../../../../../test/visitor.ts'
import type { TheBallot } from '../../../../../test/ballot.ts'
import { markArrival } from '../../../../before/sign-ups/commands/organising.ts'
import { paths } from '../../../../paths.ts'
import { isRefusal } from '../../../../platform/store/command.ts'
import { orThrow } from '../../../../platform/store/store.ts'
import { closeBallot } from '../../ballot/commands/ballots.ts'
import { recordHands } from '../commands/recording.ts'
import { countsOf, rollOf } from '../../voting/store/votes.ts'

async function allArrive({ store }: House, { at, attendees, people }: TheBallot) {
  for (const { id: attendee } of attendees)
    orThrow(await store.dispatch(markArrival, { ...at, attendee }, { actor: people.organiser }))
}

onBothDatabases('A show of hands', (database) => {
  test('is put down for a team at once, against the same roll', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store, { perTeam: 5 })
    const { at, of, people, network, ballot } = day
    await allArrive(house, day)
    orThrow(await vote(house.store, at, of['brent']![0]!, 'hub', 'phone'))
    const organiser = await house.as(people.organiser)
    match(wordsOn((await organiser.get(paths.handsVote(at))).text), /Brent : 4 have arrived and not voted/)
    const page = paths.teamHands({ ...at, team: 'brent' })
    const shown = await organiser.get(page)
    const hidden = hiddenFieldsOf(shown.text, page)
    const ticked = of['brent']!.slice(1).map(({ id }) => id)
    const send = (values: Record<string, string | string[]>) =>
      organiser.post(page, { ...hidden, 'hands-hub': '0', 'hands-step': '0', voters: ticked, ...values })
    const said = async (values: Record<string, string | string[]>) =>
      errorsOn((await send(values)).text).join(' ')
    deepEqual(
      [
        await said({ 'hands-hub': '5' }),
        await said({ 'hands-hub': '3' }),
        await said({ 'hands-hub': '3', 'hands-step': 'two' }),
        await said({ 'hands-hub': '-1', 'hands-step': '1.5' }),
        await said({ 'hands-hub': '4', voters: [...ticked.slice(1), of['brent']![0]!.id] }),
        await said({ 'hands-hub': '1', voters: [of['harrow']![0]!.id] }),
        await said({ 'hands-hub': '1', 'hands-tree': '3' }),
      ],
      [
        '5 hands were counted, but only 4 people are ticked who had not voted. Count again, or tick who is missing.',
        '3 hands were counted, and 4 people are ticked. Untick whoever did not raise a hand.',
        'Enter a whole number of hands for “step”',
        'Enter a whole number of hands for “hub” Enter a whole number of hands for “step”',
        'Has voted already: Nurse 1, Brent (Brent). Untick them, and count the hands without theirs.',
        'Somebody who is ticked is not on the list of voters of this team any more. Tick again.',
        'This is the voter’s own borough’s idea. It cannot be counted in this vote.',
      ],
    )
    const wrong = (await send({ 'hands-hub': '3', 'hands-step': 'two' })).text
    match(wrong, /<input(?=[^>]*id="hands-step")[^>]*nhsuk-input--error/)
    doesNotMatch(wrong, /<input(?=[^>]*id="hands-hub")[^>]*nhsuk-input--error/)
    deepEqual(errorsByBox(wrong), { 'hands-step': 'Enter a whole number of hands for “step”' })
    equal((await rollOf(house.store.db, network, ballot)).length, 1)
    const saved = await send({ 'hands-hub': '3', 'hands-step': '1' })
    equal(saved.location, paths.handsVote(at))
    // The answer was lost: the same again changes nothing.
    equal((await send({ 'hands-hub': '3', 'hands-step': '1' })).location, paths.handsVote(at))
    deepEqual(await countsOf(house.store.db, network, ballot), [
      { team: 'brent', choices: ['hub'], votes: 4 },
      { team: 'brent', choices: ['step'], votes: 1 },
    ])
    const roll = await rollOf(house.store.db, network, ballot)
    deepEqual(roll.map(({ way }) => way).toSorted(), ['hands', 'hands', 'hands', 'hands', 'phone'])
    match(wordsOn((await organiser.get(paths.handsVote(at))).text), /Brent: everyone has voted/)
  })

  test('that is sent when voting has closed is shown again, not counted, and no reason is made up', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store, { perTeam: 3 })
    const { at, of, people, network, ballot } = day
    await allArrive(house, day)
    const organiser = await house.as(people.organiser)
    const page = paths.teamHands({ ...at, team: 'brent' })
    const hidden = hiddenFieldsOf((await organiser.get(page)).text, page)
    orThrow(await house.store.dispatch(closeBallot, at, { actor: people.organiser }))
    const voters = of['brent']!.map(({ id }) => id)
    const refused = await organiser.post(page, { ...hidden, 'hands-hub': '2', 'hands-step': '0', voters })
    equal(refused.status, 409)
    match(
      wordsOn(refused.text),
      /There is a problem Voting has closed. This vote came too late to be counted. Hands of Brent .* This vote is not open. What you entered is not counted hub 2 step 0/,
    )
    deepEqual(
      await rollOf(house.store.db, network, ballot).then((roll) => roll.filter((one) => one.voted)),
      [],
    )
  })

  test('by a program is of everyone of the team who is here and has not voted, unless it says who', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store, { perTeam: 3 })
    const { at, of, people, network, ballot } = day
    const organiser = await house.as(people.organiser)
    const send = async (body: object) =>
      organiser.json('POST', `/api/v1${paths.teamHands({ ...at, team: 'brent' })}`, body)
    const early = await send({ hands: { hub: 3 }, secret: secretOf('one') })
    equal(early.status, 422)
    await allArrive(house, day)
    deepEqual((await send({ hands: { hub: 3 }, secret: secretOf('one') })).body, { received: true })
    const again = await send({ hands: { hub: 3 }, secret: secretOf('one') })
    equal(again.status, 422)
    deepEqual(await countsOf(house.store.db, network, ballot), [
      { team: 'brent', choices: ['hub'], votes: 3 },
    ])
    const lead = await house.as(people.lead)
    equal((await lead.json('POST', `/api/v1${paths.teamHands({ ...at, team: 'brent' })}`, {})).status, 403)
    const answer = await house.store.dispatch(
      recordHands,
      { ...at, team: 'harrow', hands: { step: 3 }, secret: secretOf('lead') },
      { actor: people.lead },
    )
    equal(isRefusal(answer) && answer.kind === 'forbidden', true)
    equal(of['harrow']!.length, 3)
    equal((await rollOf(house.store.db, network, ballot)).length, 3)
  })

  test('and a phone at the same moment are counted once, or not at all', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store, { perTeam: 3 })
    const { at, of, people, network, ballot } = day
    await allArrive(house, day)
    const all = { ...at, team: 'brent', voters: of['brent']!.map(({ id }) => id), secret: secretOf('hands') }
    const [raised, phoned] = await Promise.all([
      house.store.dispatch(recordHands, { ...all, hands: { hub: 3 } }, { actor: people.organiser }),
      vote(house.store, at, of['brent']![0]!, 'step', 'phone'),
    ])
    equal([raised, phoned].filter(isRefusal).length, 1)
    const votes = (await countsOf(house.store.db, network, ballot)).reduce((sum, one) => sum + one.votes, 0)
    equal(votes, isRefusal(raised) ? 1 : 3)
    equal((await rollOf(house.store.db, network, ballot)).length, votes)
  })
})
