import { deepEqual, equal, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { paths } from '../../src/paths.ts'
import type { Terminal } from '../../src/platform/terminal/verb.ts'
import { verbs as movingVerbs, takeIn } from '../../src/whole/moving/terminal/files.ts'
import { ballotOf, type BallotChoices } from '../ballot.ts'
import { openHouse, type House } from '../house.ts'
import { lettersOf } from '../letters.ts'
import { onBothDatabases, type Database } from '../stores.ts'
import { errorsOn, wordsOn, type Answered } from '../visitor.ts'
import { tokenOf } from './addresses.ts'
import { everythingIn } from './dump.ts'
import { press, send, trySending } from './forms.ts'

/** A house in which an event has its ballot, and an organiser and an attendee of Brent have come in. */
async function open(t: TestContext, database: Database, choices: BallotChoices = {}) {
  const house = await openHouse(t, { database })
  const day = await ballotOf(house.store, choices)
  const organiser = await house.as(day.people.organiser)
  const attendee = await house.as(day.of['brent']![0]!)
  return { house, day, organiser, attendee, event: { network: day.network, event: day.event } }
}

/** Does something that is refused: says the sentence, keeps what was typed, and changes nothing. */
async function refused(
  house: House,
  doing: () => Promise<Answered>,
  { status, says, keeps = [] }: { status: number; says: string; keeps?: string[] },
) {
  const standing = await everythingIn(house.store.db)
  const answer = await doing()
  equal(answer.status, status, wordsOn(answer.text))
  ok(wordsOn(answer.text).includes(says), `“${says}” is not in: ${wordsOn(answer.text)}`)
  for (const typed of keeps) ok(answer.text.includes(typed), `${typed} was not kept`)
  deepEqual(await everythingIn(house.store.db), standing)
}

onBothDatabases('Bad input', (database) => {
  test('a malformed network file is refused with every line that is wrong, and nothing is imported', async (t) => {
    const { house } = await open(t, database)
    const folder = mkdtempSync(join(tmpdir(), 'spreadathon-file-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const standing = await everythingIn(house.store.db)
    const importing = async (text: string) => {
      const file = join(folder, 'network.yaml')
      writeFileSync(file, text)
      const lines: string[] = []
      const say = (line: string) => void lines.push(line.replaceAll(file, 'network.yaml'))
      const terminal = {
        config: readConfig({}),
        store: async () => house.store,
        say,
        complain: say,
        write: say,
        progress() {},
      }
      const code = await movingVerbs[0]!.run(terminal as unknown as Terminal, { places: [file], options: {} })
      return [code, ...lines]
    }
    const [code, ...lines] = await importing(
      'spreadathon: 1\nnetwork:\n  id: south\nteams:\n  - { id: brent, nam: Brent }\n',
    )
    equal(code, 1)
    deepEqual(lines, [
      'network.yaml:3: network: name is missing. What it is called',
      'network.yaml:5: teams brent: “nam” is not a field here; did you mean name?',
      'network.yaml:5: teams brent: name is missing. Its name, unique in the network',
      'Nothing was imported: there are 3 problems.',
    ])
    deepEqual(await everythingIn(house.store.db), standing)
  })

  test('what turns text around is taken out of names and titles, whichever way they come in', async (t) => {
    const { house, day, organiser, event } = await open(t, database)
    const lead = await house.as(day.people.lead)
    equal((await lead.submit('/me/name', { name: 'Bea\u202e daeL\u2066' })).status, 303)
    const team = { name: 'Ealing\u202etset' }
    equal((await organiser.json('POST', `/api/v1/networks/${day.network}/teams/new`, team)).status, 200)
    const post = { title: 'The \u202eday', body: 'One \u2067word\u2069.\n\nAnother.', draftedFrom: '' }
    equal((await organiser.json('POST', `/api/v1${paths.editReport(event)}`, post)).status, 200)
    const file = {
      network: { id: 'south', name: 'Sou\u202eth' },
      teams: [{ id: 'one', name: '\u200fUxbridge' }],
    }
    const taken = await takeIn(house.store, JSON.stringify({ spreadathon: 1, ...file }))
    ok('id' in taken || !('problems' in taken || 'refused' in taken), JSON.stringify(taken))
    const all = JSON.stringify(await everythingIn(house.store.db))
    for (const kept of ['Bea daeL', 'Ealingtset', 'The day', 'One word.', 'South', 'Uxbridge'])
      ok(all.includes(kept), kept)
    equal(/\p{Bidi_Control}/u.test(all), false)
  })

  test('an unknown code is refused, and stands in its box', async (t) => {
    const { house } = await open(t, database)
    await refused(house, () => trySending(house.visitor(), paths.join({}), { code: 'ABCD EFGH' }), {
      status: 422,
      says: 'This code was not found. Check each letter',
      keeps: ['value="ABCD EFGH"'],
    })
  })

  test('a sign-in link that was used, or is too old, says so and how to get another', async (t) => {
    const { house } = await open(t, database)
    const links: string[] = []
    for (const email of ['bea.lead@example.invalid', 'hal.lead@example.invalid']) {
      await send(house.visitor(), paths.signIn({}), { email })
      links.push((await lettersOf(house)).find(({ to }) => to === email)!.links[0]!)
    }
    await press(house.visitor(), links[0]!, links[0]!)
    const follow = async (link: string) => {
      const visitor = house.visitor()
      return visitor.post(link, { _token: await tokenOf(visitor) })
    }
    const used = 'This link has been used already, and each link works only once. Ask for a new one.'
    await refused(house, () => follow(links[0]!), { status: 409, says: used })
    house.clock.move(31)
    const old = 'This link is too old: links work for 30 minutes. Ask for a new one.'
    await refused(house, () => follow(links[1]!), { status: 409, says: old })
  })

  test('a second vote from another device is not counted, and neither is one after closing', async (t) => {
    const { house, day, organiser, attendee } = await open(t, database)
    const here = day.at
    const token = await tokenOf(attendee)
    await send(attendee, paths.vote(here), { choice: 'hub' })
    const other = await house.as(day.of['brent']![0]!)
    const again = async () => {
      const secret = 'ANOTHER-SECRET-OF-ANOTHER-DEVICE'
      return other.post(paths.vote(here), { choice: 'step', secret, _token: await tokenOf(other) })
    }
    await refused(house, again, { status: 409, says: 'voted' })
    await press(organiser, paths.ballotClosure(here), paths.ballotClosure(here))
    const late = 'Voting has closed. Your vote was received before that and is counted as it was then.'
    await refused(house, () => attendee.post(paths.vote(here), { choice: 'step', _token: token }), {
      status: 409,
      says: late,
    })
  })

  test('a sign-up beyond capacity says that all places are taken, and keeps the answers', async (t) => {
    const { house, event } = await open(t, database, { perTeam: 1, capacity: 4 })
    const last = house.visitor()
    const visitor = house.visitor()
    const answers = { name: 'Late Nurse', accessNeeds: 'A seat by the door', team: 'brent' }
    const page = await visitor.get(paths.signUp(event))
    await send(last, paths.signUp(event), { name: 'Last Nurse', team: 'brent' })
    const token = /name="_token" value="([^"]+)"/.exec(page.text)![1]!
    await refused(
      house,
      () => visitor.post(paths.signUp(event), { ...answers, _token: token, _step: 'confirmed' }),
      { status: 409, says: 'All 4 places are taken.', keeps: ['Late Nurse', 'A seat by the door'] },
    )
  })

  test('a body that is too large is refused, and so is a text that is too long, which is kept', async (t) => {
    const { house, organiser, event } = await open(t, database)
    const token = await tokenOf(organiser)
    const url = paths.newIdea({ network: event.network })
    await refused(house, () => organiser.post(url, { title: 'x'.repeat(3_000_000), _token: token }), {
      status: 413,
      says: 'That is too much to send at once',
    })
    const title = 'y'.repeat(151)
    await refused(house, () => trySending(organiser, url, { team: 'brent', title }), {
      status: 422,
      says: 'There is a problem',
      keeps: [title],
    })
  })

  test('two organisers who press at once do it once, and both are told where they stand', async (t) => {
    const { house, day, event } = await open(t, database, { opened: false })
    const both = [await house.as(day.people.organiser), await house.as(day.people.organiser)]
    const tokens = await Promise.all(both.map(tokenOf))
    const together = (url: string, body: Record<string, string> = {}) =>
      Promise.all(both.map((one, place) => one.post(url, { ...body, _token: tokens[place]! })))
    deepEqual(
      (await together(paths.ballotOpening(day.at))).map(({ location }) => location),
      [paths.ballot(day.at), paths.ballot(day.at)],
    )
    const adding = await together(paths.newTeam({ network: event.network }), { name: 'Ealing' })
    const answers = adding.sort((a, b) => a.status - b.status)
    deepEqual(
      answers.map(({ status }) => status),
      [303, 422],
    )
    deepEqual(errorsOn(answers[1]!.text), ['Ealing is there already'])
    ok(answers[1]!.text.includes('value="Ealing"'))
    const journal = (await everythingIn(house.store.db))['journal']!
    equal(journal.filter((entry) => entry.includes('ballots.openBallot')).length, 1)
    equal(journal.filter((entry) => entry.includes('"ealing"')).length, 1)
  })
})
