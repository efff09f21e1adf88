import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'

export interface Served {
  address: string
  /** Its output so far: the lines of its log, and on standard error. */
  said(): readonly string[]
  complaints(): string
  lives(): boolean
  signal(signal: NodeJS.Signals): void
  /** Its exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>
}

export const secret = 'a secret for tests, as long as a real one'

/** `spreadathon serve` as a process of its own. */
export async function served(
  t: Pick<TestContext, 'after'>,
  environment: Record<string, string>,
): Promise<Served> {
  const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
  const settings = { PORT: '0', DATABASE_URL: '', PUBLIC_URL: '', SECRET: secret, LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [cli, 'serve'], {
    env: { ...process.env, ...settings, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string)
  t.after(async () => {
    child.kill('SIGKILL')
    await ended
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const said: string[] = []
  const lines = createInterface({ input: child.stdout }).on('line', (line) => said.push(line))
  await Promise.race([once(lines, 'line'), ended])
  const address = /http:\S+(?=\/)/.exec(said[0] ?? '')?.[0]
  if (!address) throw new Error(`It did not start:\n${complaints}`)
  return {
    address,
    said: () => said,
    complaints: () => complaints,
    lives: () => child.exitCode === null && child.signalCode === null,
    signal: (signal) => void child.kill(signal),
    ended,
  }
}
