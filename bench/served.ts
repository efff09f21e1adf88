import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))

export interface Served {
  process: ChildProcess
  /** Its address, without a slash at the end. */
  address: string
  /** From the start of the process to the first page that it answered, in milliseconds. */
  firstPageMs: number
  stop(): Promise<void>
}

/** The service in a process of its own, over a folder; by default as `npm start` starts it, without the installing. */
export async function serveFrom(
  folder: string,
  environment: Record<string, string> = {},
  verb: 'start' | 'serve' = 'start',
): Promise<Served> {
  const began = performance.now()
  // The bench is started by the same launcher as the service, and hands its choices for Node on.
  const server = spawn(process.execPath, [...process.execArgv, cli, verb], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await addressOf(server)
  const page = await fetch(`${address}/`)
  await page.arrayBuffer()
  const firstPageMs = performance.now() - began
  return {
    process: server,
    address,
    firstPageMs,
    async stop() {
      if (server.exitCode !== null) return
      server.kill('SIGTERM')
      await once(server, 'exit')
    },
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  let said = ''
  server.stdout!.setEncoding('utf8')
  for await (const chunk of server.stdout!.iterator({ destroyOnReturn: false })) {
    said += chunk
    const found = /^home\s+(http\S+?)\/?$/m.exec(said)
    if (found) {
      server.stdout!.resume()
      return found[1]!
    }
  }
  throw new Error(`The service did not start. It said:\n${said}`)
}

/** Resident memory of a process in megabytes, as the kernel counts it (Linux only; NaN elsewhere). */
export function residentMb(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(kilobytes?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
