import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse, type House } from '../../../test/house.ts'
import { openMailbox } from '../../../test/mailbox.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases, type Database } from '../../../test/stores.ts'
import { askSignInLink } from '../../before/people/commands/sign-in.ts'
import { letters } from '../../jobs.ts'
import { html } from '../face/html.ts'
import { doingOf, type Log } from '../jobs/scheduler.ts'
import { anyone } from '../store/actor.ts'
import { orThrow } from '../store/store.ts'
import { claimMessages } from './claims.ts'
import { deliverMail } from './delivery.ts'
import { letterOf } from './letters.ts'
import { messageById, newestMessages, type LetterKind } from './outbox.ts'
import { smtpSender } from './smtp.ts'

const bea = 'bea.lead@example.invalid'

const plain: LetterKind[] = [
  {
    kind: 'people.signIn',
    write: async () => ({ to: bea, subject: 'The day', text: 'Come', html: html`<p>Come</p>` }),
  },
]

async function opened(t: TestContext, database: Database, kinds: readonly LetterKind[] = letters) {
  const house = await openHouse(t, { database })
  await peopleOf(house.store)
  const mailbox = await openMailbox()
  const from = 'Spreadathon <no-reply@localhost>'
  const sender = smtpSender({ smtpUrl: mailbox.url, from, host: 'spread.example' })
  t.after(async () => {
    sender.close()
    await mailbox.close()
  })
  const logged: string[] = []
  const log: Log = { error: (facts, message) => logged.push(`${message} ${JSON.stringify(facts)}`) }
  const job = deliverMail({ kinds, sender, address: (path) => `https://spread.example${path}` })
  const { store } = house
  const run = () => job.run(doingOf(store, job, store.now(), log))
  return { house, mailbox, sender, run, logged }
}

const ask = async ({ store }: House, email = bea) =>
  orThrow(await store.dispatch(askSignInLink, { email }, { actor: anyone }))

const only = async ({ store }: House) => (await newestMessages(store.db, 2))[0]!

onBothDatabases('Sending mail', (database) => {
  test('a letter is sent once, as text and as a page, under the id of its message', async (t) => {
    const { house, mailbox, run } = await opened(t, database)
    await ask(house)
    await run()
    await run()
    const row = await only(house)
    assert.equal(row.sent_at, house.store.now())
    assert.equal(mailbox.received.length, 1)
    const [mail] = mailbox.received
    assert.equal(mail!.messageId, `<${row.id}@spread.example>`)
    assert.equal(mail!.to!.text, bea)
    assert.equal(mail!.from!.text, '"Spreadathon" <no-reply@localhost>')
    assert.equal(mail!.headers.get('auto-submitted'), 'auto-generated')
    assert.match(mail!.subject!, /^Sign in with the code [A-Z2-9]{4} [A-Z2-9]{4}$/)
    assert.match(mail!.text!, /^https:\/\/spread\.example\/sign-in\/[\w-]+\/[\w-]+$/m)
    assert.match(
      String(mail!.html),
      /<html lang="en-GB">[\s\S]*<a href="https:\/\/spread\.example\/sign-in\//,
    )
  })

  test('what the mail server refuses is tried again, ever later, and given up after eight times', async (t) => {
    const { house, mailbox, run, logged } = await opened(t, database, plain)
    await ask(house)
    mailbox.refusing = 'no such mailbox'
    const waits: number[] = []
    for (let time = 1; time <= 8; time += 1) {
      await run()
      await run()
      const { tries, problem, due_at } = await only(house)
      assert.deepEqual([tries, problem], [time, 'The mail server refused it (550)'])
      waits.push((Date.parse(due_at) - Date.parse(house.store.now())) / 60_000)
      house.clock.move(due_at)
    }
    assert.equal((await only(house)).failed_at !== null, true)
    mailbox.refusing = undefined
    await run()
    assert.deepEqual(waits, [1, 5, 30, 30, 30, 30, 30, 30])
    assert.ok(logged.every((line) => !line.includes('bea')))
    assert.equal(mailbox.received.length, 0)
  })

  test('what was sent before a crash is sent again under the same id, and no earlier than it is taken for lost', async (t) => {
    const { house, mailbox, sender, run } = await opened(t, database)
    await ask(house)
    const { store } = house
    const by = { actor: { kind: 'job', id: 'mail' } } as const
    const { messages } = orThrow(await store.dispatch(claimMessages, { most: 5 }, by))
    const row = (await messageById(store.db, messages[0]!))!
    const writing = {
      db: store.db,
      now: store.now(),
      keyedHash: store.keyedHash,
      address: (path: string) => path,
    }
    await sender.send((await letterOf(letters, writing, row))!, row.id)
    await run()
    assert.equal(mailbox.received.length, 1)
    house.clock.move(6)
    await run()
    assert.equal(mailbox.received.length, 2)
    assert.equal(mailbox.received[0]!.messageId, mailbox.received[1]!.messageId)
  })

  test('two who send at once send each letter once', async (t) => {
    const { house, mailbox, run } = await opened(t, database)
    const emails = ['bea.lead', 'hal.lead', 'mo.member', 'bo.board', 'vi.viewer'].map(
      (name) => `${name}@example.invalid`,
    )
    for (const email of emails) await ask(house, email)
    await Promise.all([run(), run(), run()])
    assert.deepEqual(mailbox.received.map((mail) => mail.to!.text).toSorted(), emails.toSorted())
  })

  test('attachments arrive as they are, and a letter with nobody to go to is put away', async (t) => {
    const calendar = {
      name: 'day.ics',
      type: 'text/calendar; method=PUBLISH',
      body: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    }
    const kinds: LetterKind[] = [
      {
        kind: 'people.signIn',
        write: async ({ now }) =>
          now < '2027-01-12T09:05:00.000Z'
            ? { to: bea, subject: 'The day', text: 'Come', html: html`<p>Come</p>`, attachments: [calendar] }
            : undefined,
      },
    ]
    const { house, mailbox, run } = await opened(t, database, kinds)
    await ask(house)
    await run()
    const [attached] = mailbox.received[0]!.attachments
    assert.deepEqual([attached!.filename, attached!.contentType], ['day.ics', 'text/calendar'])
    assert.equal(attached!.content.toString(), calendar.body)
    house.clock.move(10)
    await ask(house)
    await run()
    assert.equal(mailbox.received.length, 1)
    assert.equal((await only(house)).problem, 'There was nobody to send it to any more')
  })
})
