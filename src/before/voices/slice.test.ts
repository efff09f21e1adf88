import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { errorsOn, wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { orThrow } from '../../platform/store/store.ts'
import { addIdea } from '../ideas/commands.ts'
import { commentsOf, supportsOf } from './store.ts'

/** A network in which Brent brought one idea; Harrow looks at it. */
async function opened(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const network = 'north'
  const made = await house.store.dispatch(
    addIdea,
    { network, team: 'brent', title: 'Talk first' },
    { actor: people.lead },
  )
  const at = { network, idea: (orThrow(made) as { id: string }).id }
  const harrow = await house.as(people.harrowLead)
  const brent = await house.as(people.lead)
  const page = async (who = house.visitor()) => wordsOn((await who.get(paths.idea(at))).text)
  const supports = () => supportsOf(house.store.db, network, at.idea)
  const comments = () => commentsOf(house.store.db, network, at.idea)
  return { ...house, people, at, harrow, brent, page, supports, comments }
}

onBothDatabases('Others on an idea', (database) => {
  test('another team says that it has the problem, too, changes its words and takes that back', async (t) => {
    const { at, harrow, page, supports } = await opened(t, database)
    ok(!(await page()).includes('Others on it'))
    await harrow.submit(paths.support(at), { words: 'Ten wait' })
    match(await page(), /1 person of 1 other borough has this problem too\. Harrow: Ten wait/)
    await harrow.submit(paths.support(at), { words: 'Twelve wait' })
    deepEqual(
      (await supports()).map(({ words, team_id }) => [words, team_id]),
      [['Twelve wait', 'harrow']],
    )
    await harrow.submit(paths.noSupport(at), {}, paths.idea(at))
    deepEqual(await supports(), [])
  })

  test('a question is asked, waits on the start page of the team, is answered, removed and put back', async (t) => {
    const { at, harrow, brent, page, comments } = await opened(t, database)
    await harrow.submit(paths.newComment(at), { says: 'Who rings at night?' })
    match(wordsOn((await brent.get(paths.home({}))).text), /Answer 1 comment on your idea/)
    const one = { ...at, comment: (await comments())[0]!.id }
    await brent.submit(paths.answerComment(one), { answer: 'Nobody yet.' })
    match(await page(), /Harrow, .* Who rings at night\? (Information: )?Nobody yet\./)
    ok(!wordsOn((await brent.get(paths.home({}))).text).includes('comment on your idea'))
    const { location } = await harrow.submit(paths.removeComment(one), {}, paths.idea(at))
    ok(!(await page()).includes('Who rings'))
    match(wordsOn((await harrow.get(location!)).text), /The comment was removed\. Put it back/)
    await harrow.submit(paths.restoreComment(one), {}, location!)
    match(await page(), /Who rings at night\?/)
  })

  test('the team of the idea has no voice for it, a stranger none, and nobody removes what another said', async (t) => {
    const { as, people, at, harrow, comments, supports } = await opened(t, database)
    await harrow.submit(paths.newComment(at), { says: 'Who rings at night?' })
    const before = await comments()
    const one = { ...at, comment: before[0]!.id }
    for (const [who, urls] of [
      [people.lead, [paths.support(at), paths.noSupport(at), paths.removeComment(one)]],
      [people.board, [paths.support(at), paths.removeComment(one), paths.answerComment(one)]],
      [people.stranger, [paths.support(at), paths.newComment(at), paths.answerComment(one)]],
    ] as const)
      for (const url of urls) {
        const values = { words: 'Mine', says: 'Mine', answer: 'Mine' }
        equal((await (await as(who)).json('POST', `/api/v1${url}`, values)).status, 403, url)
      }
    const empty = await harrow.submit(paths.newComment(at), { says: ' ' })
    deepEqual(errorsOn(empty.text), ['Enter your question or comment'])
    deepEqual(await comments(), before)
    deepEqual(await supports(), [])
  })

  test('two at once of one person count once', async (t) => {
    const { at, harrow, supports } = await opened(t, database)
    await Promise.all(
      ['One', 'Two'].map((words) => harrow.json('POST', `/api/v1${paths.support(at)}`, { words })),
    )
    equal((await supports()).length, 1)
  })

  test('a list of 1 and of 3, the first first', async (t) => {
    const { at, harrow, page } = await opened(t, database)
    await harrow.submit(paths.newComment(at), { says: 'First?' })
    match(await page(), /First\?/)
    for (const says of ['Second?', 'Third?']) await harrow.submit(paths.newComment(at), { says })
    match(await page(), /First\?.*Second\?.*Third\?/)
  })
})
