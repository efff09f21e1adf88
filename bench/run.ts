// npm run bench: what the service costs, each figure beside what the machine can do in the same run.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { globalTeardown } from '../test/services.ts'
import { asTable, type Figure } from './figures.ts'
import { firstVisit } from './first-visit.ts'
import { live } from './live.ts'
import { pages } from './pages.ts'
import { spc } from './spc.ts'
import { starting } from './starting.ts'
import { votes } from './votes.ts'

const measurements: Record<string, (folder: string) => Promise<Figure[]>> = {
  starting,
  'first-visit': firstVisit,
  pages,
  votes,
  spc,
}
const names = [...Object.keys(measurements), 'live']

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const unknown = positionals.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`There is no measurement ${unknown.join(', ')}. There are: ${names.join(', ')}\n`)
  process.exit(1)
}

async function measured<Said>(name: string, measure: (folder: string) => Promise<Said>): Promise<Said> {
  process.stderr.write(`Measuring ${name} …\n`)
  const folder = mkdtempSync(join(tmpdir(), 'spreadathon-bench-'))
  try {
    return await measure(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const print = (one: unknown) => process.stdout.write(`${JSON.stringify(one, null, 2)}\n`)

// The live load takes minutes and says rows rather than figures: it runs when it is asked for by name.
if (positionals.includes('live')) {
  const { rows, figures } = await measured('live', live).finally(globalTeardown)
  if (values.json) print(rows)
  ;(values.json ? process.stderr : process.stdout).write(asTable(figures))
}
const figures: Figure[] = []
for (const [name, measure] of Object.entries(measurements))
  if (positionals.length === 0 || positionals.includes(name)) figures.push(...(await measured(name, measure)))
if (figures.length > 0 && values.json) print(figures)
else if (figures.length > 0) process.stdout.write(asTable(figures))
