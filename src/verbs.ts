import { backup, restore } from './platform/terminal/backup.ts'
import { doctor } from './platform/terminal/doctor.ts'
import type { Verb } from './platform/terminal/verb.ts'
import { slices } from './slices.ts'
import { whole } from './whole.ts'

// Only the verbs that serve load the code that serves pages.
const start: Verb = {
  name: 'start',
  says: 'Load the examples the first time, serve, and say where to look',
  // People read its output.
  settings: { LOG_LEVEL: 'warn' },
  run: async (terminal) => (await import('./main.ts')).serveUntilStopped(terminal, { examples: true }),
}

const serve: Verb = {
  name: 'serve',
  says: 'Serve, for real use: without examples',
  run: async (terminal) => (await import('./main.ts')).serveUntilStopped(terminal, { examples: false }),
}

const brought = await Promise.all([...slices, ...whole].map((slice) => slice.terminal?.()))

/** Every verb, in the order in which help shows them. */
export const verbs: Verb[] = [
  start,
  serve,
  backup,
  restore,
  ...brought.flatMap((terminal) => terminal?.verbs ?? []),
  doctor,
]
