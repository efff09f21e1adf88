// npm run bench: what the service costs, each figure beside what the machine can do in the same run.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asTable, type Figure } from './figures.ts'
import { firstVisit } from './first-visit.ts'
import { pages } from './pages.ts'
import { starting } from './starting.ts'
import { votes } from './votes.ts'

const measurements: Record<string, (folder: string) => Promise<Figure[]>> = {
  starting,
  'first-visit': firstVisit,
  pages,
  votes,
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const unknown = positionals.filter((name) => !(name in measurements))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no measurement ${unknown.join(', ')}. There are: ${Object.keys(measurements).join(', ')}\n`,
  )
  process.exit(1)
}

const figures: Figure[] = []
for (const [name, measure] of Object.entries(measurements)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  process.stderr.write(`Measuring ${name} …\n`)
  const folder = mkdtempSync(join(tmpdir(), 'spreadathon-bench-'))
  try {
    figures.push(...(await measure(folder)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : asTable(figures))
