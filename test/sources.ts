import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))

const listedIn = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/import\('\.\/(\w+\/[\w-]+)\//g)].map(
    ([, slice]) => slice!,
  )

/** The story, in order: a slice may import what stands before it, never what comes after. */
export const order = [...new Set([...listedIn('src/slices.ts'), ...listedIn('src/whole.ts')])]

/** Each file of a slice, and the kinds of file of slices that it may import, its own and earlier ones'. */
export const mayImport: Record<string, string[]> = {
  // The blocks that a slice adds to the report of an event; a rule of the report is made of them.
  rules: ['rules', 'report'],
  record: ['rules', 'record'],
  store: ['rules', 'record', 'store', 'report', 'parts'],
  parts: ['report'],
  commands: ['rules', 'record', 'store', 'commands', 'item'],
  views: ['rules', 'record', 'store', 'views', 'report'],
  mail: ['rules', 'store', 'views'],
  routes: ['rules', 'record', 'store', 'commands', 'views', 'mail'],
  jobs: ['rules', 'store', 'commands'],
  terminal: ['rules', 'store', 'commands', 'jobs'],
  // The two halves of a slice: what the writer loads, and what the server loads.
  data: ['rules', 'store', 'commands', 'holding'],
  holding: ['rules', 'store', 'commands'],
  server: ['mail', 'routes', 'jobs', 'now', 'cards', 'todo'],
  // The files that add to a list in pages/.
  item: ['rules', 'store', 'commands', 'item'],
  now: ['rules', 'record', 'store', 'views'],
  cards: ['rules', 'record', 'store', 'commands', 'views'],
  todo: ['rules', 'store'],
  follower: ['rules', 'record', 'store', 'follower'],
  report: ['rules', 'record', 'store', 'report'],
  thread: ['rules', 'record', 'store'],
  agenda: ['rules', 'record', 'store'],
}
export const kinds = Object.keys(mayImport)

export interface Source {
  /** From the root: src/day/ballots/store.ts */
  path: string
  text: string
  imports: { path: string; names: string; onlyTypes: boolean }[]
}

export function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(path) : path.endsWith('.ts') ? [path] : []
  })
}

const importing = /^(?:import|export)\s+(type\s+)?([^'"]*?)from\s+'([^']+)'|^import\s+'([^']+)'/gm

export function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const imports = [...text.matchAll(importing)].map(([, type, names = '', from, bare]) => {
    const target = from ?? bare!
    const resolved = target.startsWith('.')
      ? relative(root, normalize(join(root, dirname(path), target)))
      : target
    return { path: resolved, names, onlyTypes: type !== undefined }
  })
  return { path, text, imports }
}

export const all = [...filesIn('src'), ...filesIn('test')].map(read)
export const isTest = (path: string) => /(\.test|\/sample)\.ts$/.test(path) || path.startsWith('test/')
export const product = all.filter(({ path }) => !isTest(path))

export const sliceOf = (path: string): string | undefined =>
  order.find((slice) => path.startsWith(`src/${slice}/`))

/**
 * rules, store, views …: a file of that name, or any file in a folder of that name. A large slice has folders first for
 * what people do in it, each with kinds of its own: ballots/voting/rules/vote.ts.
 */
export const kindOf = (path: string): string | undefined => {
  const slice = sliceOf(path)
  if (!slice) return undefined
  const names = path
    .slice(`src/${slice}/`.length)
    .split('/')
    .map((name) => name.replace(/(\.test)?\.ts$/, ''))
  return names.find((name) => kinds.includes(name)) ?? names[0]
}

export function none(wrong: string[], teach: string) {
  assert.ok(wrong.length === 0, `${wrong.join('\n')}\n\n${teach}\n`)
}
