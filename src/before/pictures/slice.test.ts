import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { orThrow } from '../../platform/store/store.ts'
import { addIdea } from '../ideas/commands.ts'
import { aPoint } from './sample.ts'
import { picturesOf } from './store.ts'

const point = { alt: 'A red point', content: aPoint }

/** A network in which Brent brought one idea. */
async function opened(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const people = await peopleOf(house.store)
  const asked = { network: 'north', team: 'brent', title: 'Talk first' }
  const made = await house.store.dispatch(addIdea, asked, { actor: people.lead })
  const at = { network: 'north', idea: (orThrow(made) as { id: string }).id }
  const lead = await house.as(people.lead)
  const rows = () => picturesOf(house.store.db, at.network, at.idea)
  const add = (values = point) => lead.json('POST', `/api/v1${paths.newPicture(at)}`, values)
  return { ...house, people, at, lead, rows, add }
}

onBothDatabases('Pictures of an idea', (database) => {
  test('one is added as a browser sends it, shown without what stood beside it, taken off and put back', async (t) => {
    const { app, at, lead, rows, visitor } = await opened(t, database)
    const hidden = /name="_token" value="([^"]+)"/.exec((await lead.get(paths.newPicture(at))).text)![1]!
    const line = 'a-line-between-parts'
    const part = (name: string, value: string) =>
      Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    const file = `--${line}\r\ncontent-disposition: form-data; name="content"; filename="p.txt"\r\n\r\n`
    const sent = await app.server.inject({
      method: 'POST',
      url: paths.newPicture(at),
      headers: {
        'content-type': `multipart/form-data; boundary=${line}`,
        cookie: lead.cookies,
        origin: 'http://localhost:80',
        host: 'localhost:80',
      },
      payload: Buffer.concat([
        part('_token', hidden),
        part('alt', 'A red point'),
        Buffer.from(file),
        Buffer.from(aPoint, 'base64url'),
        Buffer.from(`\r\n--${line}--\r\n`),
      ]),
    })
    equal(sent.statusCode, 303)
    const { id: picture } = (await rows())[0]!
    const one = { ...at, picture }
    const page = (await visitor().get(paths.idea(at))).text
    match(page, /<img src="[^"]+" alt="A red point"/)
    const shown = await app.server.inject({ url: paths.picture(one) })
    equal(shown.headers['content-type'], 'image/png')
    equal(shown.headers['x-content-type-options'], 'nosniff')
    ok(shown.rawPayload.includes('IDAT') && !shown.rawPayload.includes('home'))
    const { location } = await lead.submit(paths.removePicture(one), {}, paths.idea(at))
    equal((await app.server.inject({ url: paths.picture(one) })).statusCode, 404)
    match(wordsOn((await lead.get(location!)).text), /“A red point” was taken off\. Put it back/)
    await lead.submit(paths.restorePicture(one), {}, location!)
    equal((await rows()).length, 1)
  })

  test('a stranger may not, nor another team; what is no picture changes nothing', async (t) => {
    const { as, people, at, rows, add } = await opened(t, database)
    await add()
    const before = await rows()
    const one = { ...at, picture: before[0]!.id }
    for (const who of [people.stranger, people.harrowLead, people.viewer])
      for (const url of [paths.newPicture(at), paths.removePicture(one), paths.restorePicture(one)])
        equal((await (await as(who)).json('POST', `/api/v1${url}`, point)).status, 403, url)
    for (const values of [
      { ...point, alt: '' },
      { ...point, content: '' },
      { ...point, content: Buffer.from('<svg onload="alert(1)">').toString('base64url') },
    ])
      equal((await add(values)).status, 422)
    deepEqual(await rows(), before)
  })

  test('a list of 1 and of 3, in order; of two at once beyond that, none', async (t) => {
    const { add, rows } = await opened(t, database)
    const told = async () => (await rows()).map(({ alt }) => alt)
    await add()
    deepEqual(await told(), ['A red point'])
    await add({ ...point, alt: 'Another' })
    await Promise.all(['Third', 'Fourth'].map((alt) => add({ ...point, alt })))
    equal((await told()).length, 3)
    equal((await add({ ...point, alt: 'Fifth' })).status, 409)
  })
})
