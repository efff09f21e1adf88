// Writes docs/network-file.schema.json, and the tables in docs/network-file.md, from the sections in src.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages, rerun, root } from './setup.js'

if (Number.parseInt(process.versions.node, 10) < 26) {
  ensurePackages()
  rerun(fileURLToPath(import.meta.url), [])
} else {
  const moving = join(root, 'src', 'whole', 'moving')
  const { sections } = await import(join(root, 'src', 'slices.ts'))
  const { schemaOf } = await import(join(moving, 'rules', 'schema.ts'))
  const { fieldTables, pageMark } = await import(join(moving, 'rules', 'page.ts'))
  const page = join(root, 'docs', 'network-file.md')
  writeFileSync(
    join(root, 'docs', 'network-file.schema.json'),
    `${JSON.stringify(schemaOf(sections), undefined, 2)}\n`,
  )
  const [prose] = readFileSync(page, 'utf8').split(pageMark)
  writeFileSync(page, prose + fieldTables(sections))
}
