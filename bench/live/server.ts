import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveFrom } from '../served.ts'

/** A process that is measured. */
export interface Measured {
  port: number
  pid: number
  stop(): Promise<void>
}

/** The service, over a folder that holds a room already. */
export async function ours(folder: string, environment: Record<string, string> = {}): Promise<Measured> {
  const served = await serveFrom(folder, environment, 'serve')
  return { port: Number(new URL(served.address).port), pid: served.process.pid!, stop: served.stop }
}

/** A file beside this one. */
export const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const baselineAt = fileURLToPath(new URL('../baseline/', import.meta.url))

/** Installs the packages of the baseline, which are not among ours; `false` where they cannot be had. */
export function baselineIsThere(): boolean {
  if (existsSync(join(baselineAt, 'node_modules', 'socket.io'))) return true
  process.stderr.write('Installing the baseline’s packages (express, socket.io) …\n')
  const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']
  const shell = process.platform === 'win32'
  const { status } = spawnSync('npm', args, { cwd: baselineAt, stdio: ['ignore', 2, 2], shell })
  if (status !== 0) process.stderr.write('They cannot be installed here; only our own figures follow.\n')
  return status === 0
}

export const baseline = (file: string): Promise<Measured> =>
  script(join(baselineAt, 'server.js'), [file], baselineAt)

/** A script that says on which port it listens. */
export async function script(path: string, args: string[] = [], cwd?: string): Promise<Measured> {
  const child: ChildProcess = spawn(process.execPath, [path, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(cwd && { cwd }),
  })
  const [port] = (await once(child.stdout!.setEncoding('utf8'), 'data')) as [string]
  return {
    port: Number(port.trim()),
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
