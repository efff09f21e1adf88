import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { asked } from '../stores.ts'

export interface OwnPostgres {
  url: string
  /** Ends with a signal, and starts it again. */
  end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>
  start(): Promise<void>
  /** Ends every connection but one's own. */
  cutEverybodyOff(): Promise<void>
}

/** A PostgreSQL that nobody else uses and that stores what it says it has stored, for tests that end it. */
export async function ownPostgres(t: Pick<TestContext, 'after'>): Promise<OwnPostgres> {
  const script = fileURLToPath(import.meta.resolve('../postgres.ts'))
  const guardian = spawn(process.execPath, [script], {
    env: { ...process.env, TEST_POSTGRES_DURABLE: 'yes' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(guardian, 'exit')
  t.after(async () => {
    guardian.stdin.end()
    await ended
  })
  const lines = createInterface({ input: guardian.stdout })[Symbol.asyncIterator]()
  const url = String((await lines.next()).value)
  async function tell(line: string) {
    guardian.stdin.write(`${line}\n`)
    await lines.next()
  }
  return {
    url,
    end: tell,
    start: () => tell('start'),
    cutEverybodyOff: () =>
      asked(url, 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()'),
  }
}
