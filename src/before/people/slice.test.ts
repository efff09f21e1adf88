import assert from 'node:assert/strict'
import { describe, test, type TestContext } from 'node:test'
import { anotherInstance, openHouse, type House } from '../../../test/house.ts'
import { lettersOf } from '../../../test/letters.ts'
import { peopleOf, type People } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { errorsOn, mainOf, summaryOn, wordsOn, type Visitor } from '../../../test/visitor.ts'
import { operator } from '../../platform/store/actor.ts'
import { orThrow } from '../../platform/store/store.ts'
import { makeSignInLink } from './commands/sign-in.ts'
import { paths } from '../../paths.ts'
import { signInAddress } from './rules/secrets.ts'
import { personByEmail } from './store.ts'

const bea = 'bea.lead@example.invalid'

/** Asks for a link and reads the letter. */
async function asked(house: House, visitor: Visitor, email = bea, next = '') {
  const from = next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'
  const { status, location } = await visitor.submit(from, { email })
  assert.equal(status, 303)
  const link = location.split('asked=')[1]!
  const letter = (await lettersOf(house)).find((one) => one.links[0]!.includes(link))!
  const code = /^[A-Z2-9]{4} [A-Z2-9]{4}$/m.exec(letter.text)![0]
  return { codePage: location, link: letter.links[0]!, code, letter }
}

const nameOf = async (visitor: Visitor) =>
  /nhsuk-header__account[\s\S]*?<\/nav>/.exec((await visitor.get('/')).text)![0].includes('Bea Lead')

onBothDatabases('Signing in', (database) => {
  const opened = async (t: TestContext): Promise<{ house: House; people: People }> => {
    const house = await openHouse(t, { database })
    return { house, people: await peopleOf(house.store) }
  }

  test('a link signs in once, by its button and never by being followed', async (t: TestContext) => {
    const { house } = await opened(t)
    const visitor = house.visitor()
    const { link, letter } = await asked(house, visitor)
    assert.equal(letter.to, bea)
    for (const scanner of [house.visitor(), visitor]) {
      const landing = await scanner.get(link)
      assert.equal(landing.status, 200)
      assert.ok(wordsOn(landing.text).includes(`You are signing in as ${bea}.`))
    }
    assert.equal(await nameOf(visitor), false)
    const done = await visitor.submit(link)
    assert.deepEqual([done.status, done.location], [303, '/'])
    assert.equal(await nameOf(visitor), true)
    const again = await house.visitor().get(link)
    assert.ok(wordsOn(again.text).includes('This link has been used already, and each link works only once.'))
    const pressed = await visitor.submit('/sign-out')
    assert.equal(pressed.location, '/')
    assert.equal(await nameOf(visitor), false)
  })

  test('who is called by their address is asked for their name first, and then goes on', async (t) => {
    const { house } = await opened(t)
    const signIn = async (name?: string) => {
      const input = { email: 'cho.lee@example.invalid', name, next: '/help?about=codes' }
      const { id } = orThrow(await house.store.dispatch(makeSignInLink, input, { actor: operator }))
      const visitor = house.visitor()
      const done = await visitor.submit(signInAddress(house.store.keyedHash, id))
      return { visitor, location: done.location }
    }
    const { visitor, location } = await signIn()
    assert.equal(location, `/me/name?next=${encodeURIComponent('/help?about=codes')}`)
    const page = await visitor.get(location)
    assert.equal(
      mainOf(page.text),
      'What is your name? You have signed in. Until now you are called by your e-mail address here. Name As others should see it in your networks Save Go on without it',
    )
    assert.doesNotMatch(page.text, /value="cho\.lee"/)
    const saved = await visitor.submit(location, { name: 'Cho Lee' })
    assert.deepEqual([saved.status, saved.location], [303, '/help?about=codes'])
    assert.deepEqual(summaryOn((await visitor.get('/me')).text), {
      Name: 'Cho Lee',
      'E-mail address': 'cho.lee@example.invalid',
      'Known here since': '12 January 2027',
    })
    assert.equal((await signIn()).location, '/help?about=codes')
  })

  test('the typed code signs in and leads to the page that was wanted', async (t: TestContext) => {
    const { house } = await opened(t)
    const visitor = house.visitor()
    const { codePage, code } = await asked(house, visitor, bea, '/help?about=codes')
    const typed = `${code.toLowerCase().replace(' ', '-')} `
    const done = await visitor.submit(codePage, { code: typed })
    assert.deepEqual([done.status, done.location], [303, '/help?about=codes'])
    assert.equal(await nameOf(visitor), true)
  })

  test('the answer is the same for an address that nobody has', async (t: TestContext) => {
    const { house } = await opened(t)
    const [known, unknown] = [house.visitor(), house.visitor()]
    const posted = (await lettersOf(house)).length
    const words: string[] = []
    for (const [visitor, email] of [
      [known, 'hal.lead@example.invalid'],
      [unknown, 'nobody@example.invalid'],
    ] as const) {
      const { location } = await visitor.submit('/sign-in', { email })
      assert.match(location, /^\/sign-in\/code\?asked=[0-9a-f-]{36}$/)
      const refused = await visitor.submit(location, { code: 'WRNG CDXX' })
      assert.equal(refused.status, 422)
      words.push(wordsOn(refused.text))
    }
    assert.equal(words[0], words[1])
    assert.equal((await lettersOf(house)).length, posted + 1)
  })

  test('five wrong codes end the code and its link', async (t: TestContext) => {
    const { house } = await opened(t)
    const visitor = house.visitor()
    const { codePage, code, link } = await asked(house, visitor, 'mo.member@example.invalid')
    for (const left of ['4 more times', '3 more times', '2 more times', 'once more']) {
      const refused = await visitor.submit(codePage, { code: 'WRNGCDXX' })
      assert.ok(
        wordsOn(refused.text).includes(
          `This is not the code in the e-mail. Check it and try again: you can try ${left}.`,
        ),
      )
      assert.ok(refused.text.includes('value="WRNGCDXX"'))
    }
    const ended = 'A wrong code was entered 5 times, so this code does not work any more. Ask for a new one.'
    assert.ok(wordsOn((await visitor.submit(codePage, { code: 'WRNGCDXX' })).text).includes(ended))
    const late = await visitor.submit(codePage, { code })
    assert.equal(late.status, 422)
    assert.ok(wordsOn(late.text).includes(ended))
    assert.ok(wordsOn((await visitor.get(link)).text).includes('so this link does not work any more'))
  })

  test('asking again leaves the earlier link valid; both end after half an hour', async (t: TestContext) => {
    const { house } = await opened(t)
    const visitor = house.visitor()
    const email = 'sam.sponsor@example.invalid'
    const first = await asked(house, visitor, email)
    const second = await asked(house, visitor, email)
    assert.equal((await house.visitor().submit(first.link)).status, 303)
    house.clock.move(31)
    const refused = await visitor.post(second.link, hidden(await visitor.get('/sign-in')))
    assert.equal(refused.status, 409)
    const sentence = 'This link is too old: links work for 30 minutes. Ask for a new one.'
    assert.ok(wordsOn(refused.text).includes(sentence))
    assert.ok(wordsOn((await visitor.get(second.link)).text).includes(sentence))
    const typed = await visitor.submit(second.codePage, { code: second.code })
    assert.ok(wordsOn(typed.text).includes('This code is too old: codes work for 30 minutes.'))
  })

  test('five e-mails in a quarter of an hour are enough, with a new cookie too and everywhere', async (t: TestContext) => {
    const { house } = await opened(t)
    const other = await anotherInstance(t, house)
    const visitor = house.visitor()
    for (const email of ['vi.viewer@example.invalid', 'nobody.else@example.invalid']) {
      for (let time = 0; time < 5; time += 1) {
        assert.equal((await visitor.submit('/sign-in', { email })).status, 303)
      }
      for (const { visitor: asks } of [{ visitor: () => visitor }, house, other]) {
        const refused = await asks().submit('/sign-in', { email })
        assert.deepEqual([refused.status, refused.headers['retry-after']], [429, '900'])
        assert.deepEqual(errorsOn(refused.text), [
          '5 e-mails were asked for with this address in the last 15 minutes. Use the newest of them, or ask again in 15 minutes.',
        ])
        assert.ok(refused.text.includes(`value="${email}"`))
      }
    }
    house.clock.move(16)
    assert.equal((await visitor.submit('/sign-in', { email: 'vi.viewer@example.invalid' })).status, 303)
  })

  test('a link that was tampered with is not ours', async (t: TestContext) => {
    const { house } = await opened(t)
    const { link } = await asked(house, house.visitor(), 'bo.board@example.invalid')
    const visitor = house.visitor()
    const bent = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`
    for (const wrong of [bent, '/sign-in/none/at-all']) {
      const refused = await visitor.submit(wrong, {}, '/sign-in')
      assert.ok(wordsOn(refused.text).includes('This link is not one of ours, or a part of it is missing.'))
      assert.equal(await nameOf(visitor), false)
    }
  })

  test('the same form sent twice opens one session, which both answers carry', async (t: TestContext) => {
    const { house } = await opened(t)
    const { link } = await asked(house, house.visitor(), 'ray.representative@example.invalid')
    const visitor = house.visitor()
    const fields = hidden(await visitor.get(link))
    const answers = await Promise.all([visitor.post(link, fields), visitor.post(link, fields)])
    const cookies = answers.map(({ headers }) => String(headers['set-cookie']).split(';')[0])
    assert.match(cookies[0]!, /^session=/)
    assert.equal(cookies[0], cookies[1])
    const other = await house.visitor().submit(link, {}, '/sign-in')
    assert.equal(other.status, 409)
  })

  test('a session ends when it is left idle', async (t: TestContext) => {
    const { house } = await opened(t)
    const visitor = house.visitor()
    const { link } = await asked(house, visitor)
    await visitor.submit(link)
    house.clock.move(59)
    assert.equal(await nameOf(visitor), true)
    house.clock.move(200)
    assert.equal(await nameOf(visitor), false)
  })

  test('signing out ends the session itself, not only the cookie', async (t: TestContext) => {
    const { house } = await opened(t)
    const visitor = house.visitor()
    const { link } = await asked(house, visitor)
    const { headers } = await visitor.submit(link)
    const token = /session=([^;]+)/.exec(String(headers['set-cookie']))![1]!
    const program = { authorization: `Bearer ${token}` }
    const sees = async () => (await house.visitor().get('/', program)).text.includes('Bea Lead')
    assert.equal(await sees(), true)
    await visitor.submit('/sign-out')
    assert.equal(await sees(), false)
    assert.ok(wordsOn((await visitor.get('/sign-out')).text).includes('You are signed out'))
  })

  test('whoever runs the server can make a link, also for somebody new', async (t: TestContext) => {
    const { house, people } = await opened(t)
    const by = { actor: operator }
    const made = orThrow(await house.store.dispatch(makeSignInLink, { email: 'new@example.invalid' }, by))
    const visitor = house.visitor()
    assert.equal((await visitor.submit(signInAddress(house.store.keyedHash, made.id))).status, 303)
    const refused = await house.store.dispatch(
      makeSignInLink,
      { email: 'other@example.invalid' },
      { actor: people.organiser },
    )
    assert.ok('refused' in refused && refused.kind === 'forbidden')
  })
})

const hidden = ({ text }: { text: string }) =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )

describe('Where one goes on to', () => {
  const nexts: [string, string][] = [
    ['/networks/north', '/networks/north'],
    ['/me?x=1#y', '/me?x=1#y'],
    ['//evil.example', ''],
    ['/\\evil.example', ''],
    ['https://evil.example/', ''],
    ['javascript:alert(1)', ''],
    ['/sign-in?next=/x', ''],
    ['/\t/evil.example', ''],
    ['', ''],
  ]
  for (const [next, kept] of nexts) {
    test(`"${next}" leads to "${kept}"`, async () => {
      const { pathWithin } = await import('./rules/sign-in.ts')
      assert.equal(pathWithin(next), kept)
    })
  }
})

onBothDatabases('On the computer that runs the server', (database) => {
  const mailKey = 'what-the-terminal-showed'
  const at = paths.startHere({})

  test('what its terminal shows lets somebody new start a network', async (t) => {
    const house = await openHouse(t, { database, mailKey })
    const visitor = house.visitor()
    const email = 'new@example.invalid'
    const wrong = await visitor.submit(at, { email, secret: 'a-guess' })
    assert.deepEqual(
      [wrong.status, errorsOn(wrong.text)],
      [422, ['This is not the address that the terminal shows after “mail”']],
    )
    assert.ok(wrong.text.includes(email), 'what was typed stays')
    assert.equal(await personByEmail(house.store.db, email), undefined)
    const led = await visitor.submit(at, { email, secret: `http://localhost:3000/outgoing-mail/${mailKey}` })
    const opened = await visitor.submit(led.location, {})
    assert.ok(opened.location.startsWith(paths.myName({})) || opened.location === paths.newNetwork({}))
    assert.equal((await visitor.get(paths.newNetwork({}))).status, 200)
  })

  test('nobody elsewhere is let in, nor whoever makes the proof up', async (t) => {
    const open = await openHouse(t, { database, mailKey, environment: { HOST: '0.0.0.0' } })
    assert.equal((await open.visitor().get(at)).status, 404)
    const house = await openHouse(t, { database, mailKey })
    const typed = { email: 'new@example.invalid', secret: 'a-guess', proof: mailKey }
    assert.equal((await house.visitor().submit(at, typed)).status, 422)
    assert.equal(await personByEmail(house.store.db, typed.email), undefined)
  })
})
