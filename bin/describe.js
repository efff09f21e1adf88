// Writes what is made from the source into docs/: the schema and the tables of the network file, and the pictures of
// the tables and of the slices in docs/house.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages, rerun, root } from './setup.js'

if (Number.parseInt(process.versions.node, 10) < 26) {
  ensurePackages()
  rerun(fileURLToPath(import.meta.url), [])
} else {
  const docs = join(root, 'docs')
  const moving = join(root, 'src', 'whole', 'moving')
  const { sections } = await import(join(root, 'src', 'slices.ts'))
  const { schemaOf } = await import(join(moving, 'rules', 'schema.ts'))
  const { fieldTables, pageMark } = await import(join(moving, 'rules', 'page.ts'))
  const { housePage } = await import(join(root, 'test', 'house-page.ts'))
  const schema = `${JSON.stringify(schemaOf(sections), undefined, 2)}\n`
  writeFileSync(join(docs, 'network-file.schema.json'), schema)
  const page = join(docs, 'network-file.md')
  const [prose] = readFileSync(page, 'utf8').split(pageMark)
  writeFileSync(page, prose + fieldTables(sections))
  writeFileSync(join(docs, 'house.md'), housePage())
  console.log('Wrote docs/network-file.schema.json, docs/network-file.md and docs/house.md')
}
