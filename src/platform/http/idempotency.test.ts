import { deepEqual, equal } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { hiddenFieldsOf } from '../../../test/visitor.ts'
import { personById } from '../../before/people/store.ts'
import { paths } from '../../paths.ts'

const page = paths.myName({})

async function open(t: TestContext, database: Database) {
  const house = await openHouse(t, { database })
  const { organiser } = await peopleOf(house.store)
  const id = organiser.kind === 'person' ? organiser.id : ''
  const visitor = await house.as(organiser)
  return {
    visitor,
    name: async () => (await personById(house.store.db, id))?.name,
    async renamed() {
      const entries = house.store.db.selectFrom('journal').select('revision')
      return (await entries.where('command', '=', 'people.renameMe').execute()).length
    },
    /** Sends a name from a page as it was when it was opened, as after Back. */
    async fromOnePage() {
      const hidden = hiddenFieldsOf((await visitor.get(page)).text, page)
      return async (name: string) => (await visitor.post(page, { ...hidden, name })).status
    },
  }
}

onBothDatabases('Sent again from one page', (database) => {
  test('a text, another, and the first once more are three changes; the same twice is one', async (t) => {
    const { fromOnePage, name, renamed } = await open(t, database)
    const send = await fromOnePage()
    const sent: unknown[] = []
    for (const typed of ['Ada', 'Ada', 'Bea', 'Ada', 'Ada', 'Bea', 'Bea']) {
      equal(await send(typed), 303)
      sent.push([await name(), await renamed()])
    }
    deepEqual(sent, [
      ['Ada', 1],
      ['Ada', 1],
      ['Bea', 2],
      ['Ada', 3],
      ['Ada', 3],
      ['Bea', 4],
      ['Bea', 4],
    ])
  })

  test('twice at one moment, it is done once', async (t) => {
    const { fromOnePage, name, renamed } = await open(t, database)
    const send = await fromOnePage()
    await send('Bea')
    deepEqual(await Promise.all(Array.from({ length: 8 }, async () => send('Ada'))), Array(8).fill(303))
    deepEqual([await name(), await renamed()], ['Ada', 2])
  })

  test('what was refused between leaves a repetition one', async (t) => {
    const { fromOnePage, renamed } = await open(t, database)
    const send = await fromOnePage()
    deepEqual([await send('Ada'), await send(''), await send('Ada')], [303, 422, 303])
    equal(await renamed(), 1)
  })

  test('a program that says so itself is answered as the first time, whatever it sent since', async (t) => {
    const { visitor, name, renamed } = await open(t, database)
    const send = async (called: string) => {
      const key = { 'idempotency-key': '5f0e1111222233334444' }
      return (await visitor.json('POST', `/api/v1${page}`, { name: called }, key)).status
    }
    deepEqual([await send('Ada'), await send('Bea'), await send('Ada')], [200, 200, 200])
    deepEqual([await name(), await renamed()], ['Bea', 2])
  })
})
