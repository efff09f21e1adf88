// Test files that share a process: loading the service anew for each, and compiling what runs hot, took longer than
// many of them. Each still opens houses of its own, and none may rely on what another has done.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './setup.js'

/** How many at most: where a browser is driven few, so that no process is left at work when all others have ended. */
const sharing = [
  { below: join('test', 'browser'), most: 3 },
  { below: join('test', 'journeys'), most: 6 },
  { below: 'src', most: 15 },
]

/** Loads its files, and notes when they have run to the end. */
const loading = (files, noted) => `import { after } from 'node:test'
import { writeFileSync } from 'node:fs'
${files.map((file) => `import ${JSON.stringify(pathToFileURL(file).href)}`).join('\n')}
let finished = false
after(() => void (finished = true))
process.on('exit', () => finished && writeFileSync(${JSON.stringify(noted)}, ''))
`

/** Dealt out like cards, so that neighbours, which take about as long, lie in different piles. */
function dealt(files, most) {
  const piles = Math.ceil(files.length / most)
  return Array.from({ length: piles }, (_each, at) => files.filter((_file, card) => card % piles === at))
}

/**
 * What the test runner is to start in place of the files, what must be run again by itself, file by file, because its
 * process ended before all of it was done, and what takes all this away.
 */
export function together(files) {
  const folder = mkdtempSync(join(tmpdir(), 'spreadathon-together-'))
  const piles = sharing
    .flatMap(({ below, most }) =>
      dealt(
        files.filter((file) => relative(root, file).startsWith(below + sep)),
        most,
      ),
    )
    .filter((pile) => pile.length > 1)
    .map((pile, at) => ({ pile, path: join(folder, `${String(at + 1).padStart(3, '0')}.mjs`) }))
  for (const { pile, path } of piles) writeFileSync(path, loading(pile, `${path}.done`))
  const shared = new Set(piles.flatMap(({ pile }) => pile))
  return {
    started: [...piles.map(({ path }) => path), ...files.filter((file) => !shared.has(file))],
    cutShort: () => piles.filter(({ path }) => !existsSync(`${path}.done`)).flatMap(({ pile }) => pile),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
