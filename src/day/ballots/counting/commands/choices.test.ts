import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, vote } from '../../../../../test/ballot.ts'
import { openHouse, type House } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import { noticesOn, wordsOn } from '../../../../../test/visitor.ts'
import { paths } from '../../../../paths.ts'
import { orThrow } from '../../../../platform/store/store.ts'
import { layOutProgramme } from '../../../programme/commands/laying-out.ts'
import { choicesToConfirm } from '../store/choices.ts'
import { closeBallot, makeBallot, openBallot, revealBallot } from '../../ballot/commands/ballots.ts'

/** Brent chose the hub by two votes to one, Harrow is tied, nobody of Hillingdon voted; the result is out. */
async function revealed(house: House) {
  const { store } = house
  const made = await ballotOf(store, { perTeam: 4 })
  const { at, people, of, network, event } = made
  orThrow(await store.dispatch(layOutProgramme, { network, event }, { actor: people.organiser }))
  const chosen = { brent: ['hub', 'hub', 'step'], harrow: ['tree', 'tree', 'step', 'step'] }
  for (const [team, choices] of Object.entries(chosen))
    for (const [number, choice] of choices.entries())
      orThrow(await vote(store, at, of[team]![number]!, choice, `${team} ${number}`))
  const by = { actor: people.organiser }
  orThrow(await store.dispatch(closeBallot, at, by))
  const before = await choicesToConfirm(store.db, at)
  orThrow(await store.dispatch(revealBallot, at, by))
  return { ...made, before, lead: await house.as(people.lead), organiser: await house.as(people.organiser) }
}

onBothDatabases('A choice by vote that the lead has not confirmed', (database) => {
  test('is known when the result is out: of each team that voted, with its idea where the vote says', async (t) => {
    const house = await openHouse(t, { database })
    const { at, ballot, before } = await revealed(house)
    deepEqual(before, [])
    deepEqual(
      (await choicesToConfirm(house.store.db, at)).map((one) => [one.ballot, one.teamName, one.idea?.title]),
      [
        [ballot, 'Brent', 'hub'],
        [ballot, 'Harrow', undefined],
      ],
    )
    deepEqual(await choicesToConfirm(house.store.db, { ...at, team: 'hillingdon' }), [])
  })

  test('stands in the thread of its team, starts the pledge, and waits for the lead on home and for organisers on the Desk', async (t) => {
    const house = await openHouse(t, { database })
    const { at, of, lead, organiser, network, event } = await revealed(house)
    const seen = async (who: typeof lead, path: string) => wordsOn((await who.get(path)).text)
    const thread = paths.thread({ network, team: 'brent', idea: 'hub' })
    const pledge = paths.newPledge({ network, event })
    const desk = paths.desk({ network, event })
    const nurse = await house.as(of['brent']![0]!)

    match(await seen(lead, thread), /Vote 12 January 2027 Chosen by vote, to be confirmed by the lead/)
    match(await seen(nurse, pledge), /Brent chose “hub”\. Start from there/)
    match(await seen(lead, paths.home({})), /Waiting for you Confirm what Brent chose Chosen by vote: hub/)
    match(
      await seen(organiser, desk),
      /to be confirmed by the lead: Brent\. The lead says what the borough chose, as the vote does not: Harrow\./,
    )
    const team = paths.team({ network, team: 'brent' })
    match(await seen(lead, team), /hub Chosen by vote, to be confirmed by the lead/)
    match(
      await seen(nurse, paths.now({ network, event })),
      /Brent chose “hub” by vote, to be confirmed by its lead/,
    )

    const confirmed = await lead.submit(paths.teamChoice({ ...at, team: 'brent' }), { idea: 'hub' })
    equal(confirmed.status, 303)
    match(await seen(lead, thread), /Vote 12 January 2027 Brent chose this idea to test/)
    doesNotMatch(await seen(lead, paths.home({})), /Confirm what Brent chose/)
    match(await seen(organiser, desk), /as the vote does not: Harrow\./)
    match(await seen(lead, team), /What it took up hub Idea : done/)
    doesNotMatch(await seen(nurse, paths.now({ network, event })), /to be confirmed/)
  })

  test('is asked of the lead on Now, who has signed up, and of nobody else', async (t) => {
    const house = await openHouse(t, { database })
    const { at, lead, network, event } = await revealed(house)
    const signed = await lead.submit(paths.signUp({ network, event }), {
      name: 'The lead',
      team: 'brent',
      profession: 'Nurse',
      email: 'bea.lead@example.invalid',
      _step: 'confirmed',
    })
    equal(signed.status, 303, wordsOn(signed.text))
    const { text } = await lead.get(paths.now({ network, event }))
    deepEqual(noticesOn(text), [
      'Brent chose “hub” by vote. You confirm it as its lead. Confirm what Brent chose',
    ])
    equal(text.includes(paths.teamChoice({ ...at, team: 'brent' })), true)
  })

  test('is told by what the vote asked where there are several, and is the lead’s to say where the vote hides it', async (t) => {
    const house = await openHouse(t, { database })
    const { of, people, lead, organiser, network, event } = await revealed(house)
    const by = { actor: people.organiser }
    const asked = { network, event, question: 'What comes after that?', ideas: ['tree', 'hub', 'step'] }
    const { id: ballot } = orThrow(await house.store.dispatch(makeBallot, asked, by))
    const other = { network, event, ballot }
    orThrow(await house.store.dispatch(openBallot, other, by))
    for (const team of ['brent', 'harrow'])
      orThrow(await vote(house.store, other, of[team]![0]!, 'step', `after ${team}`))
    orThrow(await house.store.dispatch(closeBallot, other, by))
    orThrow(await house.store.dispatch(revealBallot, other, by))

    const home = wordsOn((await lead.get(paths.home({}))).text)
    match(home, /Confirm what Brent chose: Which change idea would you like to test in your clinical area\?/)
    match(home, /Confirm what Brent chose: What comes after that\?/)
    const desk = wordsOn((await organiser.get(paths.desk({ network, event }))).text)
    match(desk, /The lead says what the borough chose, as the vote does not: Brent, Harrow\./)
    const page = wordsOn((await lead.get(paths.ballot(other))).text)
    match(page, /Brent .*Not shown by itself\. Its lead says what it chose/)
    doesNotMatch(page, /Chosen by vote, to be confirmed/)
  })
})
