import { readConfig, type Config } from './config.ts'
import { about } from './platform/about.ts'
import { openOutput, refusedBySystem } from './platform/terminal/output.ts'
import {
  failed,
  Misused,
  misused,
  Wrong,
  type Terminal,
  type Verb,
  type Words,
} from './platform/terminal/verb.ts'
import { follow } from './platform/terminal/arguments.ts'
import type { Store } from './platform/store/store.ts'
import { verbs } from './verbs.ts'

const output = openOutput(process.stdout, process.stderr)

async function standardInput(most = 64 * 1024 ** 2): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most)
      throw new Wrong(`More than ${Math.round(most / 1024 ** 2)} MB came on standard input: that is too much`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function configured({ settings }: Verb): Config {
  try {
    return readConfig({ ...settings, ...process.env })
  } catch (error) {
    throw new Wrong((error as Error).message)
  }
}

async function runVerb(verb: Verb, words: Words): Promise<number> {
  const config = configured(verb)
  let store: Promise<Store> | undefined
  const terminal: Terminal = {
    config,
    store: () => (store ??= import('./main.ts').then((main) => main.openForVerb(config))),
    say: (line) => output.write(`${line}\n`),
    write: output.write,
    complain: (line) => output.complain(`${line}\n`),
    progress: output.progress,
    read: standardInput,
  }
  try {
    return await verb.run(terminal, words)
  } catch (error) {
    if (error instanceof Wrong || refusedBySystem(error)) throw error
    throw (await import('./platform/terminal/unusable.ts')).interrupted(error)
  } finally {
    await (await store?.catch(() => undefined))?.close()
  }
}

/** Runs the verb; a failure is one sentence, unless it is a bug. */
async function run(words: string[]): Promise<number> {
  try {
    const ended = await follow(words, {
      name: about.name,
      version: about.version,
      says: 'Runs Spread-a-thons, and looks after what is kept of them',
      verbs,
      write: output.write,
      complain: output.complain,
      run: runVerb,
    })
    await output.ended()
    return ended
  } catch (error) {
    const said =
      error instanceof Wrong ? error.message : (refusedBySystem(error) ?? (error as Error).stack ?? error)
    output.complain(`${String(said)}\n`)
    return error instanceof Misused ? misused : failed
  }
}

process.exitCode = await run(process.argv.slice(2))
