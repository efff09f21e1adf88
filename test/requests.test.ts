// The laws of what comes in and what is answered; those of the house as a whole stand in architecture.test.ts.
import { test } from 'node:test'
import { kindOf, none, product } from './sources.ts'

test('Nothing is written by reading: only what is sent is dispatched', () => {
  // The last use of a session is noted where a visit begins, at most every five minutes.
  const dispatching = ['command-endpoint.ts', 'request-context.ts'].map((name) => `src/platform/http/${name}`)
  const reading = ['routes', 'views', 'mail', 'now', 'cards', 'thread', 'agenda', 'server']
  const wrong = product.filter(
    ({ path, text }) =>
      (/^src\/(pages|platform\/(http|live|face))\//.test(path) || reading.includes(kindOf(path) ?? '')) &&
      !dispatching.includes(path) &&
      /\bdispatch\b/.test(text),
  )
  none(
    wrong.map(({ path }) => path),
    'Give it a command and an address of its own (site.form, site.button); what a page does by itself is a form that its script sends (autoSubmittedForm).',
  )
})

test('A refusal is of one kind, and the phone knows the kinds by the type of the server', () => {
  const home = 'src/platform/store/refusal.ts'
  const said = product.find(({ path }) => path === home)!.text
  const wrong = product.filter(
    ({ path, text, imports }) =>
      path.startsWith('src/client/') &&
      (path.endsWith('/refusals.ts')
        ? !imports.some((one) => one.path === home && one.onlyTypes)
        : /\brefused\??:|\.(refused|fields\?)\b/.test(text.replaceAll('said.refused', ''))),
  )
  none(
    [...wrong.map(({ path }) => path), ...(/\?: (true|boolean)/.test(said) ? [home] : [])],
    'A new kind is a member of the union in platform/store/refusal.ts; the compiler names where it is to be handled. What the phone does about it stands in client/refusals.ts.',
  )
})

test('Server and phone have the names of what is sent from one file', () => {
  const contract = 'src/platform/contract.ts'
  const names = [...product.find(({ path }) => path === contract)!.text.matchAll(/= ('[^']+')/g)].map(
    ([, name]) => name!,
  )
  const wrong = product.filter(
    ({ path, text }) =>
      /^src\/(client|platform)\//.test(path) &&
      path !== contract &&
      names.some((name) => text.includes(name)),
  )
  none(
    wrong.map(({ path }) => path),
    `Import it from ${contract}, so that both sides change together.`,
  )
})

test('A request fits its route: its type is not talked away', () => {
  const wrong = product.filter(
    ({ path, text }) => /^src\/(platform\/http|before\/sign-ups)\//.test(path) && /\bas never\b/.test(text),
  )
  none(
    wrong.map(({ path }) => path),
    'Ask for RequestContext<Nouns<P>> where the nouns matter and RequestContext<unknown> where they do not.',
  )
})
