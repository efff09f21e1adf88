import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, vote } from '../../../../../test/ballot.ts'
import { openHouse } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import {
  errorsOn,
  headingOf,
  hiddenFieldsOf,
  mainOf,
  wordsOn,
  type Visitor,
} from '../../../../../test/visitor.ts'
import type { TheBallot } from '../../../../../test/ballot.ts'
import { personalCode } from '../../../../before/sign-ups/rules.ts'
import { paths } from '../../../../paths.ts'
import { orThrow } from '../../../../platform/store/store.ts'
import { closeBallot } from '../../ballot/commands/ballots.ts'
import { tabletsOf } from '../store/tablets.ts'
import { countsOf, rollOf } from '../store/votes.ts'

const votes = (tablet: Visitor, { at }: TheBallot, voter: string, values: Record<string, string>) =>
  tablet.submit(paths.tabletVote(at), { voter, ...values }, `${paths.tabletVote(at)}?voter=${voter}`)

const receiptOn = (text: string) =>
  /Its receipt code is ((?:[A-Z0-9]{4} ){5}[A-Z0-9]{4})/.exec(wordsOn(text))?.[1] ?? ''

onBothDatabases('A shared tablet', (database) => {
  test('lets one person vote after another, and keeps nothing of them', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store)
    const { at, of, people, network, ballot } = day
    const tablet = await house.as(people.organiser)
    match(wordsOn((await tablet.get(paths.newTablet(at))).text), /You are signed out on this device/)
    equal((await tablet.submit(paths.newTablet(at))).location, paths.tablet(at))
    equal((await tablet.get(paths.desk(at))).status, 303, 'the organiser is signed out')
    equal(
      mainOf((await tablet.get(paths.tablet(at))).text),
      'Which change idea would you like to test in your clinical area? Which borough are you from? Brent Harrow Hillingdon I have a personal code',
    )
    equal(
      mainOf((await tablet.get(`${paths.tablet(at)}?team=brent`)).text),
      'Which change idea would you like to test in your clinical area? Who are you? Nurse 1, Brent Nurse 2, Brent Nurse 3, Brent I have a personal code Another borough',
    )
    const [first, second] = of['brent']!
    const held = tablet.cookies
    equal((await votes(tablet, day, first!.id, { choice: 'hub' })).location, paths.tabletDone(at))
    const done = await tablet.get(paths.tabletDone(at))
    const receipt = receiptOn(done.text)
    match(receipt, /^[A-Z0-9]{4}( [A-Z0-9]{4}){5}$/)
    equal(done.headers['refresh'], `30; url=${paths.tablet(at)}`)
    equal(done.headers['cache-control'], 'no-store')
    // Back, reload, the next person: the receipt is gone, and the device holds what it held before.
    for (const page of [
      paths.tabletDone(at),
      paths.tablet(at),
      `${paths.tabletVote(at)}?voter=${second!.id}`,
    ])
      doesNotMatch((await tablet.get(page)).text, /receipt code is/)
    equal(tablet.cookies, held)
    equal((await votes(tablet, day, second!.id, { choice: 'step' })).location, paths.tabletDone(at))
    await tablet.get(paths.tabletDone(at))
    deepEqual(await countsOf(house.store.db, network, ballot), [
      { team: 'brent', choices: ['hub'], votes: 1 },
      { team: 'brent', choices: ['step'], votes: 1 },
    ])
    deepEqual(errorsOn((await votes(tablet, day, first!.id, { choice: 'step', secret: '' })).text), [
      'Enter the receipt code: 16 letters and digits or more',
    ])
    equal(
      (await votes(tablet, day, first!.id, { choice: 'step', secret: receipt })).location,
      paths.tabletDone(at),
    )
    const phone = await house.as(first!)
    match(wordsOn((await phone.submit(paths.voteDone(at), { secret: receipt })).text || 'sent on'), /sent on/)
    deepEqual(await countsOf(house.store.db, network, ballot), [
      { team: 'brent', choices: ['step'], votes: 2 },
    ])
  })

  test('takes a personal code instead of a name, and says what is wrong', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store)
    const { at, of, people, network, ballot } = day
    const tablet = await house.as(people.lead)
    await tablet.submit(paths.newTablet(at))
    equal(
      mainOf((await tablet.get(paths.tablet(at))).text),
      'Which change idea would you like to test in your clinical area? Who are you? Nurse 1, Brent Nurse 2, Brent Nurse 3, Brent I have a personal code',
    )
    const code = (id: string) => personalCode(house.store.keyedHash, network, id)
    const send = async (values: Record<string, string>) => {
      const answer = await tablet.submit(paths.tabletVote(at), values)
      return answer.location || errorsOn(answer.text).join(' ')
    }
    const brent = of['brent']![0]!
    deepEqual(
      [
        await send({ code: 'ABCDEFGH', choice: 'hub' }),
        await send({ code: code(of['harrow']![0]!.id), choice: 'step' }),
        await send({ code: code(brent.id), choice: 'tree' }),
        await send({ code: code(brent.id).toLowerCase(), choice: 'hub' }),
      ],
      [
        'This code was not found. Check each letter, or choose your name instead.',
        'This tablet is for another team. Harrow votes on its own.',
        'This is your own borough’s idea. Choose one that another borough brought.',
        paths.tabletDone(at),
      ],
    )
    deepEqual(await countsOf(house.store.db, network, ballot), [
      { team: 'brent', choices: ['hub'], votes: 1 },
    ])
  })

  test('counts wrong codes, and takes a right one after many', async (t) => {
    const house = await openHouse(t, { database })
    const { at, of, people, network } = await ballotOf(house.store)
    const tablet = await house.as(people.organiser)
    await tablet.submit(paths.newTablet(at))
    const send = (code: string) => tablet.submit(paths.tabletVote(at), { code, choice: 'hub' })
    for (let left = 10; left > 0; left -= 1) equal((await send('ABCDEFGH')).status, 422)
    const told = await send('ABCDEFGH')
    deepEqual([told.status, told.headers['retry-after']], [429, '600'])
    const right = await send(personalCode(house.store.keyedHash, network, of['brent']![0]!.id))
    equal(right.location, paths.tabletDone(at))
  })

  test('and a phone at the same moment count one person once; ended or closed it takes nothing', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store)
    const { at, of, people, network, ballot } = day
    const tablet = await house.as(people.organiser)
    await tablet.submit(paths.newTablet(at))
    const [one, two, three] = of['brent']!
    const url = `${paths.tabletVote(at)}?voter=${one!.id}`
    const hidden = hiddenFieldsOf((await tablet.get(url)).text, paths.tabletVote(at))
    await Promise.all([
      tablet.post(paths.tabletVote(at), { ...hidden, choice: 'hub' }),
      vote(house.store, at, one!, 'hub', 'phone'),
    ])
    equal((await rollOf(house.store.db, network, ballot)).length, 1)
    equal((await countsOf(house.store.db, network, ballot))[0]!.votes, 1)
    const stranger = await house.as(people.board)
    equal((await stranger.get(paths.newTablet(at))).status, 403)
    equal(
      headingOf((await votes(stranger, day, two!.id, { choice: 'hub' })).text),
      'Nobody can vote on this device now',
    )
    const organiser = await house.as(people.organiser)
    const [lent] = await tabletsOf(house.store.db, network, ballot)
    await organiser.submit(paths.tabletEnd({ ...at, tablet: lent!.id }), {}, paths.newTablet(at))
    equal(
      headingOf((await votes(tablet, day, two!.id, { choice: 'hub' })).text),
      'Nobody can vote on this device now',
    )
    const again = await house.as(people.organiser)
    await again.submit(paths.newTablet(at))
    orThrow(await house.store.dispatch(closeBallot, at, { actor: people.organiser }))
    equal(
      mainOf((await again.get(paths.tablet(at))).text),
      'Which change idea would you like to test in your clinical area? Voting has closed. Thank you.',
    )
    await votes(again, day, three!.id, { choice: 'hub' })
    equal((await countsOf(house.store.db, network, ballot))[0]!.votes, 1)
  })
})
