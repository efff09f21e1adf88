// Runs the measurements of bench/ under the Node that the service runs on.
import { ensureBuilt, ensurePackages, rerun } from './setup.js'

ensurePackages()
ensureBuilt()
rerun('bench/run.ts', process.argv.slice(2))
