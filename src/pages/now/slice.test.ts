import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { ballotOf, vote, type BallotChoices } from '../../../test/ballot.ts'
import { openHouse } from '../../../test/house.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { mainOf, wordsOn } from '../../../test/visitor.ts'
import { addIdea } from '../../before/ideas/commands.ts'
import { arrive } from '../../before/sign-ups/commands/arriving.ts'
import { attendeesOf } from '../../before/sign-ups/store.ts'
import { fromNow } from '../../before/events/rules.ts'
import { cancelMySignUp } from '../../before/sign-ups/commands/own.ts'
import { signUp } from '../../before/sign-ups/commands/sign-up.ts'
import {
  closeBallot,
  makeBallot,
  openBallot,
  revealBallot,
} from '../../day/ballots/ballot/commands/ballots.ts'
import { showNextBar } from '../../day/ballots/counting/commands/revealing.ts'
import { letVote } from '../../day/ballots/voting/commands/roll.ts'
import { reflect } from '../../day/reflections/commands.ts'
import { addItem } from '../../day/programme/commands/items.ts'
import { makeLink, setScreen } from '../../day/programme/commands/links.ts'
import { finishItem, startItem } from '../../day/programme/commands/running.ts'
import { paths } from '../../paths.ts'
import { anyone } from '../../platform/store/actor.ts'
import type { AnyCommand } from '../../platform/store/command.ts'
import { orThrow } from '../../platform/store/store.ts'

const nouns = { network: 'north', event: 'day' }

/** A vote that is open and stands on no row of the programme, and a talk and a reflection that do. */
async function voteBeside(t: TestContext, database: Database, choices: BallotChoices = {}) {
  const house = await openHouse(t, { database })
  const opened = await ballotOf(house.store, choices)
  const by = { actor: opened.people.organiser }
  const done = async (command: AnyCommand, input: object): Promise<string> =>
    (orThrow(await house.store.dispatch(command, { ...nouns, ...input }, by)) as { id: string }).id
  const [brent] = opened.of['brent']!
  const visitor = await house.as(brent!)
  return {
    ...house,
    ...opened,
    done,
    brent: brent!,
    /** The message of their page once it is open. */
    arrives: async () => orThrow(await house.store.dispatch(arrive, nouns, { actor: brent! })),
    row: async (kind: string, more = {}) =>
      done(addItem, { kind, title: `The ${kind}`, minutes: 20, ...more }),
    /** Their own part of Now: its words, the votes to which it leads, and whether one can be given on it. */
    async mine(who = visitor) {
      const { text } = await who.get(paths.myNow(nouns))
      const leadsTo = [...text.matchAll(/href="([^"]+)"[^>]*data-ahead/g)].map(([, href]) => href)
      return { words: wordsOn(text), leadsTo, hasForm: /name="choice"/.test(text) }
    },
  }
}

onBothDatabases('Votes beside what is on', (database) => {
  test('an open vote is the one thing to do while nothing is on, and gone when it is given', async (t) => {
    const { mine, store, at, brent } = await voteBeside(t, database)
    const before = await mine()
    equal(
      before.words,
      'Which change idea would you like to test in your clinical area? Your vote is secret. You can change it on this device until voting closes. hub From Harrow step From Hillingdon Vote I am here',
    )
    equal(before.hasForm, true)
    orThrow(await vote(store, at, brent, 'hub', 'brent'))
    const { hasForm, leadsTo, words } = await mine()
    deepEqual([hasForm, leadsTo], [false, []])
    equal(
      words,
      'I am here What you have done You have voted Check that it is counted : Which change idea would you like to test in your clinical area?',
    )
  })

  test('before the first part it comes first, and the words of the page fit', async (t) => {
    const { as, brent, row, done, ballot, arrives } = await voteBeside(t, database)
    await arrives()
    await row('talk')
    const phone = await as(brent)
    const now = async (who = phone) => wordsOn((await who.get(paths.now(nouns))).text)
    const open = await now()
    match(open, /A vote is open Which change idea.* Vote See how the vote stands .*Next: The talk/)
    doesNotMatch(open, /has not started yet/)
    doesNotMatch(open.replace('A vote is open', ''), /A vote is open/)
    const stranger = await now(await as(anyone))
    match(stranger, /A vote is open To take part, come in with the code/)
    await done(closeBallot, { ballot })
    match(await now(), /The day has not started yet/)
  })

  test('only the device that gave a vote offers to change it; another says where that is done', async (t) => {
    const { mine, as, at, brent } = await voteBeside(t, database)
    const [phone, other] = [await as(brent), await as(brent)]
    equal((await phone.submit(paths.vote(at), { choice: 'hub' })).status, 303)
    equal(
      (await mine(phone)).words,
      'I am here What you have done You have voted See your receipt, or change it : Which change idea would you like to test in your clinical area?',
    )
    equal(
      (await mine(other)).words,
      'I am here What you have done You have voted Check that it is counted : Which change idea would you like to test in your clinical area?',
    )
    const said = async (who: typeof phone, path: string) => wordsOn((await who.get(path)).text)
    match(await said(phone, paths.ballot(at)), /See your receipt, or change your vote/)
    const only = /Only the device it came from can change it, or whoever has its receipt code\./
    match(await said(other, paths.ballot(at)), only)
    match(await said(other, paths.voteDone(at)), only)
  })

  test('who votes from it is back on it with a tick, and the receipt stands in no address', async (t) => {
    const { as, at, row, brent } = await voteBeside(t, database)
    await row('talk')
    const phone = await as(brent)
    const form = fromNow(paths.vote(at))
    match((await phone.get(form)).text, /name="from" value="now"/)
    const wrong = await phone.submit(paths.vote(at), { choice: '', from: 'now' })
    deepEqual([wrong.status, /name="from" value="now"/.test(wrong.text)], [422, true])
    const given = await phone.submit(paths.vote(at), { choice: 'hub', from: 'now' })
    deepEqual([given.status, given.location], [303, paths.now(nouns)])
    const now = wordsOn((await phone.get(paths.now(nouns))).text)
    match(now, /Your vote is counted .*You have voted See your receipt, or change it/)
    match((await phone.get(paths.voteDone(at))).text, /id="receipt"/)
  })

  test('it stands below what is on, with what that asks for, and one that is on is not shown twice', async (t) => {
    const { mine, row, done, ballot, at } = await voteBeside(t, database)
    const [talk, own] = [await row('talk'), await row('ballot', { ballot })]
    await done(startItem, { item: talk })
    const beside = await mine()
    equal(
      beside.words,
      'A vote is open Which change idea would you like to test in your clinical area? Vote : Which change idea would you like to test in your clinical area? I am here',
    )
    deepEqual([beside.leadsTo, beside.hasForm], [[fromNow(paths.vote(at))], false])
    await done(startItem, { item: await row('pledges') })
    const below = await mine()
    equal(
      below.words,
      'Make the pledge of Brent A vote is open, too Which change idea would you like to test in your clinical area? Vote : Which change idea would you like to test in your clinical area? I am here',
    )
    deepEqual(below.leadsTo, [fromNow(paths.newPledge(nouns)), fromNow(paths.vote(at))])
    await done(startItem, { item: own })
    const on = await mine()
    doesNotMatch(on.words, /A vote is open/)
    deepEqual([on.leadsTo, on.hasForm], [[], true])
    await done(finishItem, { item: own })
    equal((await mine()).hasForm, true)
  })

  test('of several each is shown, and none that is closed or not open yet', async (t) => {
    const { mine, row, done, at, clock } = await voteBeside(t, database)
    clock.move(1)
    const ideas = ['tree', 'hub', 'step']
    const second = await done(makeBallot, { question: 'Where shall we meet?', ideas })
    deepEqual((await mine()).leadsTo, [])
    await done(openBallot, { ballot: second })
    const two = await mine()
    deepEqual([two.hasForm, two.leadsTo], [true, [fromNow(paths.vote({ ...nouns, ballot: second }))]])
    match(two.words, /Hillingdon Vote Where shall we meet\? Vote/)
    await done(startItem, { item: await row('talk') })
    deepEqual((await mine()).leadsTo, [
      fromNow(paths.vote(at)),
      fromNow(paths.vote({ ...nouns, ballot: second })),
    ])
    await done(closeBallot, { ballot: second })
    deepEqual((await mine()).leadsTo, [fromNow(paths.vote(at))])
  })

  test('where teams vote it is shown to whoever leads one, and not to its members', async (t) => {
    const { mine, done, row, ballot, arrives } = await voteBeside(t, database, { method: 'team' })
    await arrives()
    deepEqual(await mine(), { words: '', leadsTo: [], hasForm: false })
    await done(startItem, { item: await row('ballot', { ballot }) })
    equal(
      (await mine()).words,
      'Which change idea would you like to test in your clinical area? Here each borough has one vote. The lead of Brent gives it. See how it stands .',
    )
  })

  test('while an idea is shown, Now says it in three lines, and leads to the reflection and back', async (t) => {
    const { as, brent, row, done, store, people } = await voteBeside(t, database)
    const card = { changes: 'One front door. It opens at 8.', evidence: 'Waits fell by 3.5 days.', needs: '' }
    const idea = await done(addIdea, { team: 'harrow', title: 'A door for all', ...card })
    await done(startItem, { item: await row('idea', { idea, title: '' }) })
    const { text } = await (await as(brent)).get(paths.now(nouns))
    match(
      mainOf(text),
      /On now: change idea until .* A door for all Shown by Harrow What got better Waits fell by 3\.5 days\. What changes One front door\. Read the idea card/,
    )
    match(text, new RegExp(`data-jot="${idea}"`))
    match(text, new RegExp(`href="${paths.reflection({ ...nouns, idea })}\\?from=now"`))
    match(text, /<svg class="app-ribbon"/)
    const written = { ...nouns, idea, team: 'brent', keep: 'The door' }
    orThrow(await store.dispatch(reflect, written, { actor: people.organiser }))
    match(
      mainOf((await (await as(brent)).get(paths.now(nouns))).text),
      /What Brent has done Your team has reflected on 1 idea/,
    )
  })

  test('a result that the Screen shows bar by bar is on Now as far as it is there', async (t) => {
    const { as, brent, of, row, done, store, at, ballot } = await voteBeside(t, database)
    for (const one of of['brent']!) orThrow(await vote(store, at, one, 'hub', `brent ${one.id}`))
    for (const one of of['harrow']!) orThrow(await vote(store, at, one, 'step', `harrow ${one.id}`))
    await done(startItem, { item: await row('ballot', { ballot }) })
    await done(closeBallot, { ballot })
    const now = async () => mainOf((await (await as(brent)).get(paths.now(nouns))).text)
    doesNotMatch(await now(), /Not shown yet/)
    await done(showNextBar, { ballot, seen: '0' })
    match(await now(), /from the last place up/)
    match(await now(), /Not shown yet/)
  })

  test('who has cancelled is told so, and that a vote given before counts', async (t) => {
    const { done, row, as, store, ballot } = await voteBeside(t, database)
    await done(startItem, { item: await row('ballot', { ballot }) })
    const { id } = (await attendeesOf(store.db, 'north', 'day'))[0]!
    const actor = { kind: 'attendee', network: 'north', id } as const
    orThrow(await store.dispatch(cancelMySignUp, nouns, { actor }))
    const { text } = await (await as(actor)).get(paths.now(nouns))
    equal(
      mainOf(text),
      'Day On now: vote until 9:20am The ballot Your sign-up is cancelled. A vote that you gave before that is counted as it is. If it was a mistake, sign up again or ask an organiser to undo it. Refresh to see what is on now. See the whole programme',
    )
    match(text, new RegExp(`href="${paths.mySignUp(nouns)}"`))
  })

  test('what came out is found from Now when the programme has gone on, and at its end', async (t) => {
    const { as, brent, row, done, ballot, at } = await voteBeside(t, database)
    const phone = await as(brent)
    const now = async () => (await phone.get(paths.now(nouns))).text
    const leads = new RegExp(`href="${paths.ballot(at)}">See the result of the vote<`)
    const talk = await row('talk')
    await done(startItem, { item: talk })
    await done(closeBallot, { ballot })
    doesNotMatch(await now(), leads)
    await done(revealBallot, { ballot })
    match(await now(), leads)
    await done(finishItem, { item: talk })
    equal(
      mainOf(await now()),
      'Day The programme is over Thank you for taking part See the result of the vote See every pledge See how people found the day I am here Refresh to see what is on now. See the whole programme',
    )
    match(await now(), leads)
  })

  test('who signed up late is told to ask, and can vote when an organiser has let them', async (t) => {
    const { mine, as, store, clock, row, done, at } = await voteBeside(t, database)
    await done(startItem, { item: await row('talk') })
    clock.move('2027-01-12T10:30:00.000Z')
    const given = { team: 'brent', profession: 'Nurse', livedExperience: 'none', name: 'Late Stranger' }
    orThrow(await store.dispatch(signUp, { ...nouns, ...given }, { actor: anyone }))
    const { id } = (await attendeesOf(store.db, 'north', 'day')).find(({ name }) => name === given.name)!
    const late = await as({ kind: 'attendee', network: 'north', id })
    const before = await mine(late)
    equal(
      before.words,
      'A vote is open Which change idea would you like to test in your clinical area? You signed up, or changed who you come with, after the vote opened. Ask an organiser to let you vote.',
    )
    deepEqual(before.leadsTo, [])
    match((await late.get(paths.myNow(nouns))).text, /data-waits="true"/)
    await done(letVote, { ballot: at.ballot, attendee: id })
    deepEqual((await mine(late)).leadsTo, [fromNow(paths.vote(at))])
  })

  test('the Desk says who shows it, and points the Screen to it', async (t) => {
    const { as, people, done, row } = await voteBeside(t, database)
    await row('talk')
    const olu = await as(people.organiser)
    const words = async (path: string) => wordsOn((await olu.get(path)).text)
    match(
      await words(paths.deskNow(nouns)),
      /Phones show it below what is on\. The Screen shows it if you choose “The vote opened last” under “Screens and presenter”\./,
    )
    await done(makeLink, { opens: 'screen', lasts: 'day' })
    await done(setScreen, { shows: 'vote' })
    match(await words(paths.deskNow(nouns)), /below what is on\. The Screen shows the vote opened last\./)
    match(
      await words(`${paths.screen(nouns)}?shows=vote`),
      /Which change idea would you like to test.*Nobody who may vote has arrived yet/,
    )
  })
})
