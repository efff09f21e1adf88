import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSignInLink } from '../src/before/people/commands/sign-in.ts'
import { signInAddress } from '../src/before/people/rules/secrets.ts'
import { operator } from '../src/platform/store/actor.ts'
import { orThrow, type Store } from '../src/platform/store/store.ts'
import { openDay } from './signed-up.ts'
import { onBothDatabases } from './stores.ts'
import { hiddenFieldsOf, type Answered, type Visitor } from './visitor.ts'

async function signInLink(store: Store): Promise<string> {
  const asked = { email: 'bea.lead@example.invalid', next: '/me', minutes: 30 }
  const { id } = orThrow(await store.dispatch(makeSignInLink, asked, { actor: operator }))
  return signInAddress(store.keyedHash, id)
}

const cookiesOf = (visitor: Visitor) =>
  Object.fromEntries(visitor.cookies.split('; ').map((one) => one.split('=') as [string, string]))
const setBy = ({ headers }: Answered) =>
  [headers['set-cookie'] ?? []].flat().map((one) => one.slice(0, one.indexOf('=')))

onBothDatabases('A visitor', (database) => {
  test('is a new one after coming in, as a person or as an attendee, and after leaving', async (t) => {
    const { store, visitor: open, link, named } = await openDay(t, database)
    const visitor = open()
    const ways: { url: string; from?: string }[] = [
      { url: await signInLink(store) },
      { url: '/sign-out' },
      { url: link((await named('Nurse 1, Brent'))!) },
      { url: '/sign-out' },
      { url: await signInLink(store) },
      { url: '/me/sessions', from: '/me' },
    ]
    await visitor.get('/')
    const seen = [cookiesOf(visitor)['visitor']]
    for (const { url, from = url } of ways) {
      const answer = await visitor.submit(url, {}, from)
      assert.equal(answer.status, 303, url)
      // Cookies for a ballot, or of a tablet, stay.
      assert.deepEqual(
        setBy(answer).filter((name) => !['session', 'visitor', 'flash'].includes(name)),
        [],
      )
      seen.push(cookiesOf(visitor)['visitor'])
    }
    assert.ok(seen.every((one) => one?.length === 16))
    assert.equal(new Set(seen).size, ways.length + 1)
  })

  test('that somebody planted before is worth nothing to them after', async (t) => {
    const { store, visitor: open } = await openDay(t, database)
    const stranger = open()
    const theirs = hiddenFieldsOf((await stranger.get('/sign-in')).text, '/sign-in')
    const planted = cookiesOf(stranger)['visitor']!
    const victim = open()
    victim.adopt(stranger, 'visitor')
    assert.equal((await victim.submit(await signInLink(store))).status, 303)
    const { session, visitor } = cookiesOf(victim)
    const rename = (cookie: string) =>
      victim.post('/me/name', { name: 'Somebody', _token: theirs['_token']! }, { cookie })
    for (const one of [visitor, planted])
      assert.equal((await rename(`visitor=${one}; session=${session}`)).status, 403)
    assert.ok((await victim.get('/me')).text.includes('Bea Lead'))
    assert.equal((await victim.submit('/me/name', { name: 'Beatrice' })).status, 303)
  })

  test('keeps what was typed into a form that was open meanwhile', async (t) => {
    const { store, visitor: open, nouns } = await openDay(t, database)
    const visitor = open()
    const url = `/networks/${nouns.network}/events/${nouns.event}/sign-up`
    const form = hiddenFieldsOf((await visitor.get(url)).text, url)
    await visitor.submit(await signInLink(store))
    const typed = { ...form, name: 'Ada Nurse', profession: 'Nurse' }
    const again = await visitor.post(url, typed)
    assert.equal(again.status, 403)
    assert.match(again.text, /name="name"[^>]*value="Ada Nurse"/)
    const { _token } = hiddenFieldsOf(again.text, url)
    assert.equal((await visitor.post(url, { ...typed, _token: _token! })).status, 422)
    // A browser that says that a page of ours sends it is heard at once.
    assert.equal((await visitor.post(url, typed, { 'sec-fetch-site': 'same-origin' })).status, 422)
    for (const from of ['same-site', 'cross-site'])
      assert.equal((await visitor.post(url, typed, { 'sec-fetch-site': from })).status, 403)
  })
})
