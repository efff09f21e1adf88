import assert from 'node:assert/strict'
import { test } from 'node:test'
import { product } from './sources.ts'

const contract = product.find(({ path }) => path === 'src/platform/contract.ts')!

const listed = [
  ...contract.text.slice(contract.text.indexOf('interface PageData')).matchAll(/^ {2}(\w+): /gm),
].map(([, name]) => name!)

const camel = (name: string) => name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase())

/** Names of data attributes in markup, selectors and `dataset`. */
const namesIn = (text: string): string[] => [
  ...[...text.matchAll(/data-([a-z]+(?:-[a-z]+)*)/g)].map(([, name]) => camel(name!)),
  ...[...text.matchAll(/dataset(?:\??\.|\[')(\w+)/g)].map(([, name]) => name!),
  ...[...text.matchAll(/'(\w+)' in [\w.]+\.dataset/g)].map(([, name]) => name!),
  ...[...text.matchAll(/const \{([^}]*)\} = [^\n]*dataset/g)].flatMap(([, names]) =>
    names!.split(',').map((name) => name.trim().split(/[\s:=]/)[0]!),
  ),
]

const named = (isHere: (path: string) => boolean) =>
  new Set(product.filter(({ path }) => isHere(path)).flatMap(({ text }) => namesIn(text)))

const byScripts = named((path) => path.startsWith('src/client/'))
const byPages = named(
  (path) =>
    path !== contract.path && !path.startsWith('src/client/') && !/\/(gallery|samples|fixtures)\//.test(path),
)

/** The library's own behaviours, which no script of ours reads. */
const ofLibrary = new Set(['module'])

test('a data attribute that pages write and scripts read stands in the contract', () => {
  const shared = [...byPages].filter((name) => byScripts.has(name) && !ofLibrary.has(name))
  assert.ok(shared.length > 20)
  assert.deepEqual(
    shared.filter((name) => !listed.includes(name)),
    [],
    'Add it to PageData in src/platform/contract.ts, with what it says.',
  )
})

test('an attribute of the contract is written by a page and read by a script', () => {
  assert.deepEqual(
    listed.filter((name) => !byPages.has(name) || !byScripts.has(name)),
    [],
    'Take it out of PageData, or see why one side has lost it.',
  )
})
