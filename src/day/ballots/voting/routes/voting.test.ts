import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, vote, type TheBallot } from '../../../../../test/ballot.ts'
import { openHouse, type House } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import {
  bannerOn,
  elementsOf,
  errorsOn,
  headingOf,
  mainOf,
  wordsOn,
  type Visitor,
} from '../../../../../test/visitor.ts'
import { cancelMySignUp } from '../../../../before/sign-ups/commands/own.ts'
import { addSignUp } from '../../../../before/sign-ups/commands/sign-up.ts'
import { paths } from '../../../../paths.ts'
import type { Actor } from '../../../../platform/store/actor.ts'
import { orThrow } from '../../../../platform/store/store.ts'
import { closeBallot, revealBallot } from '../../ballot/commands/ballots.ts'

const notFound =
  /There is a problem No vote that is counted here has this receipt code\. Check each letter, and that the code is from this vote\. If both are right, tell an organiser\./

/** Somebody votes on their own phone and reads out the receipt. */
async function receiptOf(house: House, { at }: TheBallot, actor: Actor, choice: string) {
  const voter = await house.as(actor)
  const { location } = await voter.submit(paths.vote(at), { choice })
  const { text } = await voter.get(location)
  return { voter, text, code: /id="receipt">(.*?)</.exec(text)![1]! }
}

const linksTo = (text: string, path: string): string[] =>
  elementsOf(text)
    .filter((node) => node.tagName === 'a' && node.attrs.some(({ value }) => value === path))
    .map((node) => ('value' in node.childNodes[0]! ? node.childNodes[0].value : ''))

const check = (visitor: Visitor, { at }: TheBallot, secret: string) =>
  visitor.submit(paths.voteDone(at), { secret })

onBothDatabases('A receipt', (database) => {
  test('is checked by a stranger, before closing and after it, and tells nothing else', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store)
    const { at, of, people } = day
    const { text, code } = await receiptOf(house, day, of['brent']![0]!, 'hub')
    match(wordsOn(text), /also after voting has closed and without signing in, enter the code at “Check that/)
    match(text, /<a href="http[^"]+\/vote\/received">/)
    const step = (command: typeof closeBallot) =>
      house.store.dispatch(command, at, { actor: people.organiser })
    const said: string[] = []
    for (const command of [undefined, closeBallot, revealBallot]) {
      if (command) orThrow(await step(command))
      const stranger = house.visitor()
      const empty = await stranger.get(paths.voteDone(at))
      equal(empty.status, 200)
      match(wordsOn(empty.text), /Anybody who has a code can check it here/)
      const held = stranger.cookies
      const sent = await check(stranger, day, code.toLowerCase())
      equal(sent.location, paths.voteDone(at))
      const answer = await stranger.get(sent.location)
      equal(bannerOn(answer.text), 'Success The vote with this receipt code is counted')
      said.push(wordsOn(answer.text))
      doesNotMatch(answer.text, /Nurse|[Bb]rent|\bhub\b|Idea/)
      equal(stranger.cookies, held, 'the device of a stranger keeps nothing of it')
      const forged = await check(stranger, day, 'ABCD EFGH JKMN PQRS TVWX YZ23')
      equal(forged.status, 422)
      match(wordsOn(forged.text), notFound)
      deepEqual(errorsOn((await check(stranger, day, '')).text), [
        'Enter the receipt code: 16 letters and digits or more',
      ])
    }
    equal(new Set(said).size, 1, 'it says the same at each time')
  })

  test('of a lead says that the vote is shown under the name of the team', async (t) => {
    const house = await openHouse(t, { database })
    const { at, people } = await ballotOf(house.store, { method: 'team' })
    const lead = await house.as(people.lead)
    const given = await lead.submit(paths.vote(at), { choice: 'hub' })
    equal(given.location, paths.voteDone(at))
    const words = wordsOn((await lead.get(paths.voteDone(at))).text)
    match(words, /What you chose is shown under the name of your borough when the result is revealed/)
    doesNotMatch(words, /kept secret/)
    match(words, /Back to Now/)
    doesNotMatch(
      wordsOn((await (await house.as(people.organiser)).get(paths.ballotRoll(at))).text),
      /show of hands/,
    )
  })

  test('is found by the device of who has cancelled since: the vote is counted as it was', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store)
    const nurse = day.of['brent']![0]!
    const { voter, code } = await receiptOf(house, day, nurse, 'hub')
    const { network, event } = day.at
    orThrow(await house.store.dispatch(cancelMySignUp, { network, event }, { actor: nurse }))
    const { text } = await voter.get(paths.voteDone(day.at))
    equal(headingOf(text), 'Your vote is counted')
    match(text, new RegExp(`id="receipt">${code}<`))
    doesNotMatch(text, /Change your vote/)
    const vote = await voter.get(paths.vote(day.at))
    equal(
      mainOf(vote.text),
      'Which change idea would you like to test in your clinical area? You have no vote here any more. The vote that was given on this device before your sign-up was cancelled is counted as it is. See how the vote stands Check that a vote is counted',
    )
  })

  test('of another vote, or before voting has opened, is not found', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store, { opened: false })
    const page = wordsOn((await house.visitor().get(paths.voteDone(day.at))).text)
    match(page, /Voting has not opened yet/)
    equal((await house.visitor().get(paths.voteDone({ ...day.at, ballot: 'other' }))).status, 404)
    equal((await house.visitor().get(paths.voteDone({ ...day.at, event: 'other' }))).status, 404)
  })

  test('of another does not take the place of one’s own', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store)
    const [one, two] = day.of['brent']!
    const first = await receiptOf(house, day, one!, 'hub')
    const second = await receiptOf(house, day, two!, 'step')
    equal((await check(first.voter, day, second.code)).location, paths.voteDone(day.at))
    const again = (await first.voter.get(paths.voteDone(day.at))).text
    equal(bannerOn(again), 'Success The vote with this receipt code is counted')
    equal(/id="receipt">(.*?)</.exec(again)![1], first.code)
    match(wordsOn((await check(first.voter, day, 'ABCD EFGH JKMN PQRS TVWX YZ23')).text), notFound)
  })

  test('has a link to where it is checked on each page of the vote', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store)
    const { at, of, network, event, people } = day
    const [brent, harrow] = [of['brent']![0]!, of['harrow']![0]!]
    const guest = { network, event, name: 'Gus Guest', team: 'none' }
    const { id } = orThrow(await house.store.dispatch(addSignUp, guest, { actor: people.organiser }))
    const stranger = house.visitor()
    const voter = await house.as(brent)
    const without = await house.as({ kind: 'attendee', network, id })
    const pages: [Visitor, string][] = [
      [stranger, paths.ballot(at)],
      [without, paths.ballot(at)],
      [voter, paths.ballot(at)],
      [voter, paths.vote(at)],
      [await house.as(harrow), paths.vote(at)],
    ]
    const all = async () => {
      for (const [visitor, path] of pages)
        match(
          linksTo((await visitor.get(path)).text, paths.voteDone(at)).join(),
          /Check that a vote is counted/,
        )
    }
    await all()
    await receiptOf(house, day, brent, 'hub')
    orThrow(await vote(house.store, at, harrow, 'step', 'elsewhere'))
    await all()
    for (const command of [closeBallot, revealBallot]) {
      orThrow(await house.store.dispatch(command, at, { actor: people.organiser }))
      await all()
    }
  })
})
