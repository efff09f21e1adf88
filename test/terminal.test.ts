import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Misused, misused, type Terminal, type Verb, type Words } from '../src/platform/terminal/verb.ts'
import { follow } from '../src/platform/terminal/arguments.ts'
import { verbs } from '../src/verbs.ts'
import { example, inFolder, type Said } from './command-line.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** The verbs that help lists, each with the words that follow it. */
function verbsIn(help: string): string[] {
  const listed = help.slice(help.indexOf('Commands:'), help.indexOf('help [VERB]'))
  return [...listed.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name!)
}

test('The version is printed, and needs no settings', async (t) => {
  const { say } = inFolder(t, { PORT: 'nonsense' })
  assert.deepEqual(await say('--version'), { code: 0, out: `spreadathon ${version}\n`, err: '' })
})

/** The same without a process, for verbs that come to no store. */
async function say(...words: string[]): Promise<Said> {
  const said: Said = { code: null, out: '', err: '' }
  const program = {
    name: 'spreadathon',
    version,
    says: 'Runs it',
    verbs,
    write: (text: string) => void (said.out += text),
    complain: (text: string) => void (said.err += text),
    run: (verb: Verb, words: Words) => verb.run({} as Terminal, words),
  }
  try {
    said.code = await follow(words, program)
  } catch (error) {
    if (!(error instanceof Misused)) throw error
    said.code = misused
    said.err += error.message
  }
  return said
}

test('Help explains every verb, each word that follows it, and each of its options', async () => {
  const help = await say('help')
  assert.equal(help.code, 0)
  const listed = verbsIn(help.out)
  assert.deepEqual(
    listed,
    verbs.map(({ name }) => name),
  )
  for (const verb of listed) {
    const explained = await say('help', verb)
    assert.equal(explained.code, 0, explained.err)
    assert.deepEqual(await say(verb, '-h'), explained)
    const [usage] = explained.out.split('\n')
    for (const place of usage!
      .split(' ')
      .slice(3)
      .filter((word) => word !== '[options]'))
      assert.match(explained.out, new RegExp(`^  ${place} {2,}\\S`, 'm'))
    for (const line of explained.out.split('\n').filter((one) => one.startsWith('  -')))
      assert.match(line, /^ {2}--?[a-z-]+(, --[a-z-]+)?( <[A-Z]+>)? {2,}\S/)
  }
})

const misuses: [string, string[], RegExp][] = [
  ['nothing', [], /Usage: spreadathon VERB/],
  ['an unknown verb', ['dance'], /'dance'/],
  ['a verb that is nearly one', ['exprot', 'x'], /export/],
  ['help with what there is not', ['help', 'dance'], /Usage/],
  ['a missing word', ['import'], /'FILE'.*\nUse: spreadathon import FILE/],
  ['a word too many', ['backup', 'a', 'b'], /Too many.*\nUse: spreadathon backup FILE/],
  ['an unknown option', ['export', 'x', '--nonsense'], /'--nonsense'/],
  ['an option without what follows it', ['export', 'x', '--with'], /--with/],
  ['a word for a number', ['sign-in-link', 'a@b.example', '--minutes', 'ten'], /number/],
  ['a name that no address can hold', ['import', example, '--as', 'Not so'], /--as/],
  ['something private that there is not', ['export', 'x', '--with', 'nonsense'], /nonsense/],
  ['half an event', ['report', 'network'], /NETWORK\/EVENT/],
  ['half an event to rehearse', ['rehearse', 'network'], /NETWORK\/EVENT/],
]

test('Misuse ends with 2, says why on standard error, and prints nothing', async (t) => {
  for (const [what, words, why] of misuses) {
    const { code, out, err } = await say(...words)
    assert.deepEqual([code, out], [2, ''], `${what}: ${err}`)
    assert.match(err, why, what)
  }
  const { say: run } = inFolder(t)
  for (const words of [['--nonsense'], ['import', example, '--as', 'Not so']])
    assert.equal((await run(...words)).code, 2)
})

test('DATABASE_URL that is no address of PostgreSQL is refused, not taken for a folder', async (t) => {
  const nowhere = join(inFolder(t).folder, 'nonsense')
  const { say } = inFolder(t, { DATABASE_URL: nowhere })
  for (const words of [['doctor'], ['export', 'x'], ['serve']]) {
    const { code, err } = await say(...words)
    assert.equal(code, 1)
    assert.match(err, /^The setting DATABASE_URL is not right: .*\n$/)
  }
  assert.ok(!existsSync(nowhere))
})

test('A file comes by standard input, and programs read JSON', async (t) => {
  const { say, sayTo } = inFolder(t)
  const yaml = readFileSync(example, 'utf8')
  const first = await sayTo(yaml, 'import', '-', '--json')
  assert.equal(first.code, 0, first.err)
  const { network, imported, records } = JSON.parse(first.out) as Record<string, unknown>
  assert.deepEqual([network, imported], ['adult-psychosocial', true])
  assert.ok((records as { ideas: number }).ideas > 0)

  const exported = await say('export', 'adult-psychosocial', '--json')
  assert.equal((JSON.parse(exported.out) as { network: { id: string } }).network.id, 'adult-psychosocial')
  const again = await sayTo(exported.out, 'import', '-', '--json')
  assert.equal((JSON.parse(again.out) as { imported: boolean }).imported, false)

  const wrong = await sayTo(yaml.replace('on: 2023-04-18', 'on: 2023-04-31'), 'import', '-', '--json')
  const { problems } = JSON.parse(wrong.out) as { problems: { line: number; sentence: string }[] }
  assert.equal(wrong.code, 1)
  assert.equal(problems[0]!.line, 1 + yaml.split('\n').findIndex((line) => line.includes('on: 2023-04-18')))
  assert.match((await sayTo('nonsense: 1', 'import', '-')).err, /^standard input:1: /m)

  const findings = JSON.parse((await say('doctor', '--json')).out) as { state: string }[]
  assert.ok(findings.every(({ state }) => ['ok', 'note'].includes(state)))
})

test('A sign-in link for somebody new says that it made them; the link alone is printed', async (t) => {
  const { say } = inFolder(t)
  const made = await say('sign-in-link', 'ada@example.invalid')
  assert.match(made.out, /^http:\S+\n$/)
  assert.match(made.err, /ada@example\.invalid.* made/)
  const again = await say('sign-in-link', 'ada@example.invalid')
  assert.match(again.out, /^http:\S+\n$/)
  assert.equal(again.err, '')
  const json = JSON.parse((await say('sign-in-link', 'bo@example.invalid', '--json')).out) as object
  assert.deepEqual(Object.keys(json), ['link', 'person', 'made'])
})

/** A slow machine shows some. */
const withoutProgress = (err: string) => err.replace(/^Exporting .*\n/gm, '')

test('Output that ends early, or a full disk, is said in one sentence', async (t) => {
  const { say, start } = inFolder(t)
  await say('import', example)
  const early = start(['export', 'adult-psychosocial', '--with', 'all'])
  let err = ''
  early.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text))
  early.stdout!.destroy()
  assert.deepEqual(await once(early, 'close'), [1, null])
  assert.match(withoutProgress(err), /^[^\n]*ended early[^\n]*\n$/)

  if (!existsSync('/dev/full')) return
  const full = start(['export', 'adult-psychosocial', '--with', 'all'], openSync('/dev/full', 'w'))
  err = ''
  full.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text))
  assert.deepEqual(await once(full, 'close'), [1, null])
  assert.match(withoutProgress(err), /^[^\n]*the disk is full\n$/)
})
