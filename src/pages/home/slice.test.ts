import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { dayOf } from '../../../test/day.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { elementsOf, wordsOn } from '../../../test/visitor.ts'
import { startNetwork } from '../../before/networks/commands.ts'
import { operator } from '../../platform/store/actor.ts'
import { orThrow } from '../../platform/store/store.ts'
import { takeIn } from '../../whole/moving/terminal/files.ts'
import { newestMessages } from '../../platform/mail/outbox.ts'

const headings = (text: string) =>
  elementsOf(text)
    .filter((one) => /^h[12]$/.test(one.tagName))
    .map((one) => wordsOf(one))

function wordsOf(node: object): string {
  const { value, childNodes = [] } = node as { value?: string; childNodes?: object[] }
  return (value ?? childNodes.map(wordsOf).join('')).replace(/\s+/g, ' ').trim()
}

const described = { teamNoun: 'team', teamNounPlural: 'teams', boardName: 'Board', qiTeamName: 'QI team' }

onBothDatabases('The start page', (database) => {
  test('an empty place says what a network is and how to begin', async (t) => {
    const house = await openHouse(t, { database })
    const { text } = await house.visitor().get('/')
    assert.deepEqual(headings(text), [
      'Spread the changes that work',
      'Join the day',
      'Start yours',
      'Networks here',
      'Support links',
    ])
    assert.ok(wordsOn(text).includes('There is none yet.'))
  })

  test('an attendee is not offered to start what only people with an account can start', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    const day = await dayOf(house, people, { perTeam: 1 })
    const offered = async (who: { get(url: string): Promise<{ text: string }> }) =>
      wordsOn((await who.get('/')).text).includes('Start a Spread-a-thon')
    assert.equal(await offered(await house.as(day.attendees[0]!)), false)
    assert.equal(await offered(await house.as(people.lead)), true)
  })

  test('networks of one’s own come first, and rehearsals are for those who rehearse', async (t) => {
    const house = await openHouse(t, { database })
    const people = await peopleOf(house.store)
    for (const kind of ['rehearsal', 'demonstration']) {
      const network = { name: `The ${kind}`, kind, ...described }
      orThrow(await house.store.dispatch(startNetwork, network, { actor: operator }))
    }
    const names = async (url: { get(url: string): Promise<{ text: string }> }) =>
      elementsOf((await url.get('/')).text)
        .filter((one) => one.attrs.some(({ value }) => value === 'nhsuk-card__link'))
        .map(wordsOf)
    assert.deepEqual(await names(house.visitor()), ['Elsewhere', 'North', 'The demonstration'])
    const lead = await house.as(people.lead)
    assert.deepEqual(await names(lead), ['North', 'Elsewhere', 'The demonstration'])
    assert.ok(headings((await lead.get('/')).text).includes('Your networks'))
  })

  test('the door to look round leads to a demonstration whose day is over, if there is one', async (t) => {
    const house = await openHouse(t, { database })
    const door = async () => {
      const { text } = await house.visitor().get('/')
      const link = elementsOf(text).find((one) => wordsOf(one) === 'Look round' && one.tagName === 'a')
      return [headings(text)[2], link?.attrs.find(({ name }) => name === 'href')?.value]
    }
    const example = (name: string) =>
      readFileSync(new URL(`../../../examples/${name}.yaml`, import.meta.url), 'utf8')
    await takeIn(house.store, example('demonstration'))
    assert.deepEqual(await door(), ['Look round one', '/networks/demonstration'])
    await takeIn(house.store, example('a-year-later'))
    assert.deepEqual(await door(), ['Look round a finished one', '/networks/a-year-later'])
  })

  test('the statements answer, and name who to write to', async (t) => {
    const house = await openHouse(t, { database, environment: { CONTACT_EMAIL: 'help@trust.example' } })
    for (const [url, title] of [
      ['/accessibility', 'Accessibility statement'],
      ['/privacy', 'Privacy notice'],
      ['/cookies', 'Cookies'],
      ['/help', 'Help'],
    ] as const) {
      const { status, text } = await house.visitor().get(url)
      assert.equal(status, 200)
      assert.equal(headings(text)[0], title)
      if (url !== '/cookies') assert.ok(text.includes('mailto:help@trust.example'))
    }
    const security = await house.visitor().get('/.well-known/security.txt')
    assert.equal(
      security.text,
      'Contact: mailto:help@trust.example\nExpires: 2027-07-11T00:00:00Z\nPreferred-Languages: en\n',
    )
  })
})

const mailKey = 'what-the-terminal-showed'

onBothDatabases('Outgoing mail', (database) => {
  test('is read by whoever has the key that the terminal showed, its links included', async (t) => {
    const house = await openHouse(t, { database, mailKey })
    await peopleOf(house.store)
    const visitor = house.visitor()
    const asking = await visitor.get('/sign-in')
    assert.ok(wordsOn(asking.text).includes('open the outgoing-mail address that the terminal showed'))
    assert.ok(!asking.text.includes(mailKey))
    await visitor.submit('/sign-in', { email: 'bea.lead@example.invalid' })
    const [message] = await newestMessages(house.store.db, 1)
    const list = await visitor.get(`/outgoing-mail/${mailKey}`)
    assert.ok(list.text.includes(`href="/outgoing-mail/${mailKey}/${message!.id}"`))
    const { text } = await visitor.get(`/outgoing-mail/${mailKey}/${message!.id}`)
    assert.ok(text.includes(`href="/outgoing-mail/${mailKey}"`), 'the way back')
    const link = /href="http:\/\/localhost(?::80)?(\/sign-in\/[^"]+)"/.exec(text)![1]!
    assert.equal((await visitor.submit(link)).status, 303)
    const later = await visitor.get(`/outgoing-mail/${mailKey}/${message!.id}`)
    assert.equal(headings(later.text)[0], 'This e-mail is out of date')
  })

  test('is there for nobody else: not without the key, not through a proxy, not by another name', async (t) => {
    const house = await openHouse(t, { database, mailKey })
    await peopleOf(house.store)
    const visitor = house.visitor()
    await visitor.submit('/sign-in', { email: 'bea.lead@example.invalid' })
    const [message] = await newestMessages(house.store.db, 1)
    const urls = (key: string) => [
      `/outgoing-mail/${key}`,
      `/outgoing-mail/${key}/${message!.id}`,
      `/outgoing-mail/${key}/${message!.id}/attachments/a.ics`,
    ]
    const keyless = [
      '/outgoing-mail',
      `/outgoing-mail/${message!.id}`,
      ...urls('another'),
      ...urls('undefined'),
    ]
    // Through a proxy that says nothing of itself it looks no different from here.
    for (const url of keyless) assert.equal((await visitor.get(url)).status, 404, url)
    for (const url of urls(mailKey)) {
      for (const headers of [
        { 'x-forwarded-for': '203.0.113.9' },
        { forwarded: 'for=203.0.113.9' },
        { host: 'spread.example' },
      ] as Record<string, string>[]) {
        assert.equal((await visitor.get(url, headers)).status, 404)
      }
    }
  })

  test('is nowhere where no terminal has shown a key; signing in says that no e-mail will come', async (t) => {
    const house = await openHouse(t, { database })
    const visitor = house.visitor()
    for (const key of [mailKey, 'undefined', '%20'])
      assert.equal((await visitor.get(`/outgoing-mail/${key}`)).status, 404)
    assert.ok(wordsOn((await visitor.get('/sign-in')).text).includes('cannot send e-mail yet'))
    const sends = await openHouse(t, { database, environment: { SMTP_URL: 'smtp://localhost:1' } })
    assert.ok(!/send(s no)? e-mail|terminal/.test(wordsOn((await sends.visitor().get('/sign-in')).text)))
  })
})
