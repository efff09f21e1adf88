import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, secretOf, vote } from '../../../../../test/ballot.ts'
import { openHouse } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import {
  elementsOf,
  errorsOn,
  filledIn,
  hiddenFieldsOf,
  mainOf,
  wordsOn,
} from '../../../../../test/visitor.ts'
import { paths } from '../../../../paths.ts'
import { isRefusal } from '../../../../platform/store/command.ts'
import { orThrow } from '../../../../platform/store/store.ts'
import { closeBallot, openBallot } from '../../ballot/commands/ballots.ts'
import { recordVote } from '../commands/recording.ts'
import { countsOf, rollOf } from '../../voting/store/votes.ts'

onBothDatabases('Paper votes', (database) => {
  test('are put down by typing a name, checked, saved, and the next one begins', async (t) => {
    const house = await openHouse(t, { database })
    const { at, people, network, ballot } = await ballotOf(house.store)
    const organiser = await house.as(people.organiser)
    const page = paths.paperVote(at)
    const send = (typed: Record<string, string>) => organiser.submit(page, { way: 'paper', ...typed })
    const before = await countsOf(house.store.db, network, ballot)
    const refused = async (voter: string, choice: string) =>
      errorsOn((await send({ voter, choice })).text).join(' ')
    deepEqual(
      [
        await refused('nurse 1', 'hub'),
        await refused('Zebedee', 'hub'),
        await refused('nurse 1 brent', 'tree'),
        await refused('nurse 1 brent', ''),
      ],
      [
        '“nurse 1” may be 3 people: Nurse 1, Brent (Brent), Nurse 1, Harrow (Harrow), Nurse 1, Hillingdon (Hillingdon). Enter more of the name and where they are from.',
        'Nobody on the list of voters is called “Zebedee”. Check the spelling, or add them to the attendees first.',
        'This is the voter’s own borough’s idea. It cannot be counted in this vote.',
        'Choose an idea',
      ],
    )
    deepEqual(await countsOf(house.store.db, network, ballot), before)
    const checking = await send({ voter: 'nurse 1 brent', choice: 'hub' })
    equal(
      mainOf(checking.text),
      'Is this what stands on the paper? Whose vote Nurse 1, Brent (Brent) What they chose hub (Harrow) How it was given On paper It cannot be changed once it is saved: nothing will say which of the votes was theirs. Save, and put down the next Change it',
    )
    equal(checking.headers['cache-control'], 'no-store')
    deepEqual(await countsOf(house.store.db, network, ballot), before)
    const back = await organiser.post(page, { ...hiddenFieldsOf(checking.text, page), _step: 'change' })
    deepEqual(filledIn(back.text), { voter: 'Nurse 1, Brent (Brent)', choice: 'hub', way: 'paper' })
    const saving = { ...hiddenFieldsOf(checking.text, page), _step: 'confirmed' }
    const saved = await organiser.post(page, saving)
    equal(saved.location, page)
    // The answer was lost, and the button is pressed again.
    equal((await organiser.post(page, saving)).location, page)
    const next = await organiser.get(page)
    match(wordsOn(next.text), /Put down so far: 1 vote on paper and 0 votes by hands/)
    const offered = elementsOf(next.text).filter(({ tagName }) => tagName === 'option')
    equal(offered.length, 8)
    deepEqual(await countsOf(house.store.db, network, ballot), [
      { team: 'brent', choices: ['hub'], votes: 1 },
    ])
    deepEqual(errorsOn((await send({ voter: 'nurse 1 brent', choice: 'step' })).text), [
      'Nurse 1, Brent has voted already',
    ])
  })

  test('confirmed when voting has closed are shown again, and not counted', async (t) => {
    const house = await openHouse(t, { database })
    const { at, people, network, ballot } = await ballotOf(house.store)
    const organiser = await house.as(people.organiser)
    const page = paths.paperVote(at)
    const checking = await organiser.submit(page, { way: 'paper', voter: 'nurse 1 brent', choice: 'hub' })
    orThrow(await house.store.dispatch(closeBallot, at, { actor: people.organiser }))
    const saved = await organiser.post(page, { ...hiddenFieldsOf(checking.text, page), _step: 'confirmed' })
    equal(saved.status, 409)
    match(
      wordsOn(saved.text),
      /This vote came too late to be counted. .* What you entered is not counted Whose vote Nurse 1, Brent \(Brent\) What they chose hub \(Harrow\)/,
    )
    deepEqual(await countsOf(house.store.db, network, ballot), [])
  })

  test('and a phone, or two organisers, at the same moment are counted once', async (t) => {
    const { store } = await openHouse(t, { database })
    const { at, of, people, network, ballot } = await ballotOf(store)
    const by = { actor: people.organiser }
    const [first, second] = of['brent']!
    const onPaper = (voter: string, secret: string) =>
      store.dispatch(recordVote, { ...at, voter, way: 'paper', choice: 'hub', secret: secretOf(secret) }, by)
    const both = await Promise.all([onPaper(first!.id, 'paper'), vote(store, at, first!, 'step', 'phone')])
    const two = await Promise.all([onPaper(second!.id, 'one'), onPaper(second!.id, 'other')])
    for (const pair of [both, two]) equal(pair.filter(isRefusal).length, 1)
    equal((await rollOf(store.db, network, ballot)).length, 2)
    const counted = await countsOf(store.db, network, ballot)
    equal(
      counted.reduce((sum, { votes }) => sum + votes, 0),
      2,
    )
  })

  test('are printed, with the roll to tick off, for organisers only', async (t) => {
    const house = await openHouse(t, { database })
    const { at, of, people } = await ballotOf(house.store)
    orThrow(await vote(house.store, at, of['brent']![0]!, 'hub', 'one'))
    const organiser = await house.as(people.organiser)
    const papers = (await organiser.get(paths.ballotPapers(at))).text
    equal(elementsOf(papers).filter(({ tagName }) => tagName === 'section').length, 8)
    match(
      wordsOn(papers),
      /Tick one idea. Leave out the idea of your own borough: it cannot be counted. tree Brent hub Harrow step Hillingdon/,
    )
    doesNotMatch(papers, /Nurse/)
    equal(
      elementsOf((await organiser.get(`${paths.ballotPapers(at)}?copies=3`)).text).filter(
        ({ tagName }) => tagName === 'section',
      ).length,
      3,
    )
    const sheet = wordsOn((await organiser.get(paths.rollSheet(at))).text)
    match(sheet, /Nurse 1, Brent On a phone or tablet/)
    for (const page of [paths.ballotPapers(at), paths.rollSheet(at), paths.handsVote(at)])
      equal((await (await house.as(people.lead)).get(page)).status, 403)
  })

  test('are printed before voting opens, and once it is closed the list says how many voted, and no name', async (t) => {
    const house = await openHouse(t, { database })
    const { at, of, people } = await ballotOf(house.store, { opened: false, perTeam: 1 })
    const organiser = await house.as(people.organiser)
    const by = { actor: people.organiser }
    const links = wordsOn((await organiser.get(paths.ballot(at))).text)
    match(links, /Print voting papers Print the list of voters to tick off/)
    const before = wordsOn((await organiser.get(paths.rollSheet(at))).text)
    match(
      before,
      /List of voters .* before voting opened.*Brent Name Brent Voted Signature Nurse 1, Brent Harrow Name/,
    )
    equal(
      elementsOf((await organiser.get(paths.ballotPapers(at))).text).filter(
        ({ tagName }) => tagName === 'section',
      ).length,
      3,
    )
    orThrow(await house.store.dispatch(openBallot, at, by))
    orThrow(await vote(house.store, at, of['brent']![0]!, 'hub', 'one'))
    orThrow(await house.store.dispatch(closeBallot, at, by))
    const after = wordsOn((await organiser.get(paths.rollSheet(at))).text)
    match(
      after,
      /How many voted .*The names of voters are shown and printed only until then.*The only one present voted.*Borough Voted Present Brent 1 1 Harrow 0 0 Hillingdon 0 0/,
    )
    doesNotMatch(after, /Nurse|Signature|List of voters/)
  })
})
