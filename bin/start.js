// npm start: from a fresh clone to a running Spread-a-thon with its example.
import { join } from 'node:path'
import { ensureBuilt, ensurePackages, rerun, root } from './setup.js'

ensurePackages()
ensureBuilt()
rerun(join(root, 'src', 'cli.ts'), ['start', ...process.argv.slice(2)])
