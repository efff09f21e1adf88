import { parseArgs } from 'node:util'
import { measureVerbs } from './after/measures/terminal.ts'
import { reportVerbs } from './after/reports/terminal.ts'
import { peopleVerbs } from './before/people/terminal.ts'
import { readConfig, type Config } from './config.ts'
import { backup, restore } from './platform/terminal/backup.ts'
import { doctor } from './platform/terminal/doctor.ts'
import { done, failed, misused, Wrong, type Terminal, type Verb } from './platform/terminal/verb.ts'
import type { Store } from './platform/store/store.ts'
import { rehearsingVerbs } from './whole/rehearsing/terminal.ts'
import { movingVerbs } from './whole/moving/terminal/files.ts'

// What serves pages is loaded only by the verbs that do.
const start: Verb = {
  name: 'start',
  says: 'Load the examples the first time, serve, and say where to look',
  // What it says is read by people.
  settings: { LOG_LEVEL: 'warn' },
  run: async (terminal) => (await import('./main.ts')).serveUntilStopped(terminal, { examples: true }),
}

const serve: Verb = {
  name: 'serve',
  says: 'Serve, for real use: without examples',
  run: async (terminal) => (await import('./main.ts')).serveUntilStopped(terminal, { examples: false }),
}

/** Every verb, in the order in which help shows them. */
const verbs: Verb[] = [
  start,
  serve,
  ...movingVerbs,
  backup,
  restore,
  ...peopleVerbs,
  ...rehearsingVerbs,
  ...reportVerbs,
  ...measureVerbs,
  doctor,
]

const usage = ({ name, takes = '' }: Verb) => `spreadathon ${name} ${takes}`.trim()

function help(): string {
  const lines = verbs.map((verb) => `  ${`${verb.name} ${verb.takes ?? ''}`.trim()}\n      ${verb.says}`)
  return `spreadathon VERB …\n\n${lines.join('\n')}\n\nSettings come from the environment: docs/running.md has them all.`
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function configured({ settings }: Verb): Config {
  try {
    return readConfig({ ...settings, ...process.env })
  } catch (error) {
    throw new Wrong((error as Error).message)
  }
}

async function runVerb(verb: Verb, words: string[]): Promise<number> {
  const { places = 0, options = {} } = verb
  let parsed
  try {
    parsed = parseArgs({ args: words, options, allowPositionals: true })
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nUse: ${usage(verb)}\n`)
    return misused
  }
  if (parsed.positionals.length !== places) {
    process.stderr.write(`Use: ${usage(verb)}\n`)
    return misused
  }
  let store: Promise<Store> | undefined
  const config = configured(verb)
  const terminal: Terminal = {
    config,
    store: () => (store ??= import('./main.ts').then((main) => main.openForVerb(config))),
    say: (line) => process.stdout.write(`${line}\n`),
    write: (text) => process.stdout.write(text),
    complain: (line) => process.stderr.write(`${line}\n`),
    read: standardInput,
  }
  try {
    return await verb.run(terminal, { places: parsed.positionals, options: parsed.values as never })
  } finally {
    await (await store?.catch(() => undefined))?.close()
  }
}

async function run([name = 'help', ...words]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    process.stdout.write(`${help()}\n`)
    return done
  }
  const verb = verbs.find((one) => one.name === name)
  if (!verb) {
    process.stderr.write(`There is no verb ${name}.\n\n${help()}\n`)
    return misused
  }
  if (words.includes('--help')) {
    process.stdout.write(`${usage(verb)}\n${verb.says}\n`)
    return done
  }
  try {
    return await runVerb(verb, words)
  } catch (error) {
    const said = error instanceof Wrong ? error.message : error instanceof Error ? error.stack : String(error)
    process.stderr.write(`${said}\n`)
    return failed
  }
}

process.exitCode = await run(process.argv.slice(2))
