import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'

const spreadathon = fileURLToPath(new URL('../bin/spreadathon', import.meta.url))
export const example = fileURLToPath(new URL('../examples/adult-psychosocial-2023.yaml', import.meta.url))

export interface Said {
  code: number | null
  out: string
  err: string
}

/** `bin/spreadathon` on data of its own. */
export function inFolder(t: TestContext, environment: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'spreadathon-cli-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const start = (words: string[], output: 'pipe' | number = 'pipe') =>
    spawn(spreadathon, words, {
      stdio: ['pipe', output, 'pipe'],
      env: {
        ...process.env,
        DATA_DIR: join(folder, 'data'),
        PORT: '0',
        DATABASE_URL: '',
        PUBLIC_URL: '',
        ...environment,
      },
    })
  async function say(input: string, ...words: string[]): Promise<Said> {
    const child = start(words)
    const said: Said = { code: null, out: '', err: '' }
    child.stdout!.setEncoding('utf8').on('data', (text: string) => (said.out += text))
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (said.err += text))
    child.stdin!.end(input)
    const [code] = (await once(child, 'close')) as [number]
    return { ...said, code }
  }
  return { folder, start, say: (...words: string[]) => say('', ...words), sayTo: say }
}
