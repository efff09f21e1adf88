import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { readConfig } from '../../config.ts'
import { paths } from '../../paths.ts'
import { Misused, Wrong, type Terminal } from '../../platform/terminal/verb.ts'
import { aPledge, addRecords, anAsk, anEvent, anIdea, commandsOfTests } from '../../../test/records.ts'
import { closingAfter, openHouse, type House } from '../../../test/house.ts'
import { peopleOf, type People } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { wordsOn, type Visitor } from '../../../test/visitor.ts'
import { untouched } from '../../day/programme/store/items.ts'
import { roomFields } from '../../day/rooms/record.ts'
import { reportOf } from './store/reports.ts'
import { verbs as reportVerbs } from './terminal.ts'

const nouns = { network: 'north', event: 'day' }
const page = paths.report(nouns)
const aRoom = {
  network_id: 'north',
  id: 'room',
  event_id: 'done',
  ...roomFields.empty,
  theme: 'What helps?',
  position: 1,
  facilitator_id: null,
  scribe_id: null,
  point_1: null,
  point_2: null,
  point_3: null,
  timer_until: null,
  timer_ended_at: null,
}
const mark = 'Demonstration: the people and what they say here are invented'

onBothDatabases('The news post', (database) => {
  let house: House
  let people: People
  let organiser: Visitor
  const closing = closingAfter()

  before(async () => {
    house = await openHouse(closing, { database, commands: commandsOfTests })
    people = await peopleOf(house.store)
    organiser = await house.as(people.organiser)
    await addRecords(house.store, {
      events: [{ ...anEvent, sign_ups_counted: 75, aims: 'Spread what works' }],
      ideas: [anIdea('short', 'brent', 'Short assessment')],
      pledges: [aPledge('p', 'brent', { what: 'Test it', lead: 'Bea Lead', idea_id: 'short' })],
      asks: [anAsk('a', 'p', 'brent', 'A room')],
      networks: [{ ...(await networkRow()), id: 'demo', kind: 'demonstration', name: 'Demo' }],
    })
    await addRecords(house.store, { events: [{ ...anEvent, network_id: 'demo', join_code: 'DEMOXX' }] })
  })

  const networkRow = () =>
    house.store.db.selectFrom('networks').selectAll().where('id', '=', 'north').executeTakeFirstOrThrow()
  const report = () => reportOf(house.store.db, 'north', 'day')
  const edit = paths.editReport(nouns)
  const fieldsOn = async (url: string) => {
    const { text } = await organiser.get(url)
    return {
      title: /name="title"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? '',
      body: /<textarea[^>]*>([^<]*)</.exec(text)?.[1] ?? '',
    }
  }

  test('is drafted from the records, beside where each figure comes from, and names nobody', async () => {
    const words = wordsOn((await (await house.as(people.viewer)).get(page)).text)
    for (const said of [
      '75 people signed up',
      'Brent: Short assessment',
      'Brent asked the Psychosocial Board: A room',
    ])
      assert.ok(words.includes(said), said)
    assert.ok(words.includes('75 people The sign-ups'))
    for (const name of ['Bea Lead', 'Olu', 'Publish the post']) assert.equal(words.includes(name), false)
  })

  test('of a past day is read by everyone as a draft, which only an organiser changes', async () => {
    const words = wordsOn((await house.visitor().get(page)).text)
    assert.ok(words.includes('Draft, made from the records') && words.includes('75 people signed up'))
    for (const name of ['Bea Lead', 'Publish the post', 'Edit the post'])
      assert.equal(words.includes(name), false)
    assert.equal((await (await house.as(people.lead)).get(edit)).status, 403)
    assert.equal((await house.visitor().get(paths.post(nouns))).status, 404)
    assert.equal((await house.visitor().get(paths.postMarkdown(nouns))).status, 404)
  })

  test('nobody but an organiser saves or publishes it', async () => {
    const lead = await house.as(people.lead)
    const said = { title: 'Mine', body: 'All mine' }
    assert.equal((await lead.submit(edit, said, page)).status, 403)
    assert.equal((await lead.submit(paths.reportPublication(nouns), {}, page)).status, 403)
    assert.equal(await report(), undefined)
  })

  test('an empty headline is refused and the text is kept', async () => {
    const { status, text } = await organiser.submit(edit, { title: '', body: 'My own words' })
    assert.equal(status, 422)
    assert.ok(text.includes('Enter a headline') && text.includes('>My own words<'))
  })

  test('is published after a check, and read by everyone as a page, as Markdown and as JSON', async () => {
    const publication = paths.reportPublication(nouns)
    assert.ok(wordsOn((await organiser.get(publication)).text).includes('75 people signed up'))
    assert.equal((await organiser.submit(publication)).location, paths.post(nouns))
    assert.ok(wordsOn((await house.visitor().get(paths.post(nouns))).text).includes('75 people signed up'))
    const { text, headers } = await house.visitor().get(paths.postMarkdown(nouns))
    assert.equal(headers['content-type'], 'text/markdown; charset=utf-8')
    assert.match(text, /^# Psychosocial Spread-a-thon: one borough, one change idea and one pledge\n/)
    const json = JSON.parse((await house.visitor().get(`/api/v1${paths.post(nouns)}`)).text)
    assert.equal(json.markdown, text)
  })

  test('shows markup as text wherever it leaves, and refuses a picture from elsewhere in words', async () => {
    const harmful =
      'Hear <script>alert(1)</script> [me](javascript:alert(1)).\n\n<img src="https://a.example/1.png">'
    const pictured = await organiser.submit(edit, {
      title: 'Ours',
      body: `${harmful}\n\n![the wall](https://a.example/w.png)`,
    })
    assert.equal(pictured.status, 422)
    assert.ok(
      wordsOn(pictured.text).includes(
        'A picture from another place cannot stand in a post. Take out “![the wall](https://a.example/w.png)”, or delete its exclamation mark to make it a link',
      ),
    )
    assert.ok(pictured.text.includes('Hear &lt;script'), 'what was typed is kept')
    assert.equal((await organiser.submit(edit, { title: '<b>Ours</b>', body: harmful })).status, 303)
    assert.equal((await organiser.submit(paths.reportPublication(nouns))).status, 303)
    const { text } = await house.visitor().get(paths.postMarkdown(nouns))
    assert.doesNotMatch(text, /<[a-z/!?]|javascript:/i)
    const json = await house.visitor().json('GET', `/api/v1${paths.post(nouns)}`)
    assert.equal((json.body as { markdown: string }).markdown, text)
    const page = await house.visitor().get(paths.post(nouns))
    const article = /<article>[\s\S]*<\/article>/.exec(page.text)![0]
    assert.doesNotMatch(article, /<(script|img)|href="javascript/i)
    assert.ok(wordsOn(article).includes('Hear <script>alert(1)</script> me .'))
  })

  test('says of a day that was run here only what was done', async () => {
    const item = {
      network_id: 'north',
      event_id: 'done',
      planned_at: null,
      minutes: null,
      idea_id: null,
      ballot_id: null,
      ...untouched,
      link: null,
      note: null,
    }
    await addRecords(house.store, {
      events: [{ ...anEvent, id: 'done', join_code: 'DONEXX' }],
      programme_items: [
        { ...item, id: 'd1', position: 1, kind: 'talk', title: 'Begun', started_at: anEvent.created_at },
        { ...item, id: 'd2', position: 2, kind: 'rooms', title: 'Never begun', started_at: null },
      ],
      rooms: [aRoom],
    })
    const words = wordsOn((await house.visitor().get(paths.report({ network: 'north', event: 'done' }))).text)
    assert.ok(words.includes('Begun'))
    for (const untrue of ['Never begun', 'What helps?', 'a day for', 'Short assessment', 'Breakout rooms'])
      assert.equal(words.includes(untrue), false, untrue)
  })

  test('two who publish at once publish one', async () => {
    await Promise.all([
      organiser.submit(paths.reportPublication(nouns)),
      organiser.submit(paths.reportPublication(nouns)),
    ])
    const rows = await house.store.db.selectFrom('reports').select('id').execute()
    assert.equal(rows.length, 1)
  })

  test('an edit stays when the records change, until it is drafted anew', async () => {
    const standing = await fieldsOn(edit)
    await organiser.submit(edit, { ...standing, title: 'What a day' })
    assert.equal(wordsOn((await organiser.get(page)).text).includes('records have changed'), false)
    await addRecords(house.store, { pledges: [aPledge('q', 'harrow', { what: 'Join clinics' })] })
    assert.ok(wordsOn((await organiser.get(page)).text).includes('The records have changed since'))
    const anew = await fieldsOn(`${edit}?anew=yes`)
    assert.ok(anew.body.includes('Join clinics'))
    assert.equal((await report())?.title, 'What a day')
    await organiser.submit(edit, anew, `${edit}?anew=yes`)
    assert.ok((await report())?.body.includes('Join clinics'))
    assert.equal(wordsOn((await organiser.get(page)).text).includes('records have changed'), false)
  })

  test('is withdrawn, and its text stays', async () => {
    await organiser.submit(paths.reportWithdrawal(nouns), {}, page)
    assert.equal((await house.visitor().get(paths.post(nouns))).status, 404)
    assert.ok((await report())?.body.includes('Join clinics'))
    const words = wordsOn((await house.visitor().get(page)).text)
    assert.ok(words.includes('The organisers are working on this post') && !words.includes('Join clinics'))
  })

  test('an event to come is not reported', async () => {
    await addRecords(house.store, {
      events: [{ ...anEvent, id: 'later', on_day: '2027-06-01', join_code: 'LATERX' }],
    })
    const later = { network: 'north', event: 'later' }
    assert.ok(
      wordsOn((await organiser.get(paths.report(later))).text).includes('can be drafted from that day on'),
    )
    assert.equal((await organiser.submit(paths.reportPublication(later))).status, 409)
  })

  const run = async (place: string, options = {}) => {
    const lines: string[] = []
    const say = (line: string) => void lines.push(line)
    const terminal = {
      config: readConfig({}),
      store: async () => house.store,
      say,
      write: say,
      complain: say,
    }
    const code = await reportVerbs[0]!.run(terminal as unknown as Terminal, { places: [place], options })
    return { code, text: lines.join('\n') }
  }

  test('the terminal prints it, in Markdown or markup, with the mark of a demonstration', async () => {
    const { code, text } = await run('demo/day')
    assert.equal(code, 0)
    const lines = text.split('\n')
    assert.deepEqual([lines[0], lines.at(-1)], [`**${mark}**`, `**${mark}**`])
    const markup = (await run('demo/day', { html: true })).text
    assert.ok(markup.startsWith(`<p><strong>${mark}</strong></p>\n<h1>`))
  })

  test('the terminal says what it needs', async () => {
    await assert.rejects(run('north'), Misused)
    await assert.rejects(run('north/nothing'), Wrong)
  })
})
