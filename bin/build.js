// Makes what the browser loads: built/*.js from src/client, built/*.css from the Sass, the icon, each
// compressed once as well as it goes, and built/manifest.json with the hashes that go into their addresses.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { clientSources, ensurePackages, fingerprint, giveUp, root } from './setup.js'

ensurePackages()
const { build } = await import('esbuild')
const { compile } = await import('sass')

const started = Date.now()
const target = join(root, 'built')
const client = join(root, 'src', 'client')
const face = join(root, 'src', 'platform', 'face')
const stylesheets = ['face', 'wide', 'screen']
const icon = join(face, 'icon.svg')
for (const source of [
  join(client, 'client.ts'),
  ...stylesheets.map((name) => join(face, `${name}.scss`)),
  icon,
]) {
  if (!existsSync(source)) giveUp(`Nothing to build from: ${relative(root, source)} is missing.`)
}

async function scripts() {
  const entries = ['client.ts', 'screen.ts', 'service-worker.ts'].map((name) => join(client, name))
  const result = await build({
    entryPoints: entries.filter((path) => existsSync(path)),
    absWorkingDir: root,
    outdir: target,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    metafile: true,
    logLevel: 'warning',
  })
  return {
    files: result.outputFiles.map((file) => [relative(target, file.path), Buffer.from(file.contents)]),
    read: Object.keys(result.metafile.inputs).map((path) => join(root, path)),
  }
}

/** Looks of the design system that no page has; its Sass offers them only together with what pages do have. */
const unseen = new RegExp(
  [
    'nhsuk-[a-z-]+(__[a-z-]+)?--(reverse|brand|login|secondary-solid|interruption|text-colour|no-visited-state)',
    'nhsuk-(card--(care|primary|secondary)|card__content--(primary|secondary)|card--care)',
    'nhsuk-header(__(navigation|search|menu|drop-down)|--white)',
    'nhsuk-(expander|pagination__item|table__(panel|heading-tab)|lede-text--small)',
    'nhsuk-(input__(wrapper|prefix|suffix)|(caption|heading)-(xxl|xxs)|main-wrapper--[ls]|image)',
    'nhsuk-((checkboxes|radios)--small|body-m|link-image|list--(tick|cross)|width-container-fluid)',
  ]
    .map((name) => `\\.${name}`)
    .join('|'),
)

/** Commas between selectors, not those inside `:not(a, b)`. */
const betweenSelectors = /,(?![^(]*\))/

function withoutUnseen(css) {
  const rules = css.replace(/([^{}]+)(\{[^{}]*\})/g, (rule, selectors, body) => {
    if (selectors.startsWith('@')) return rule
    const seen = selectors
      .split(betweenSelectors)
      .filter((selector) => !unseen.test(selector.replace(/:not\([^)]*\)/g, '')))
    return seen.length === 0 ? '' : seen.join(',') + body
  })
  return rules.replace(/@media[^{}]+\{\}/g, '')
}

const pictures = join(root, 'node_modules', 'nhsuk-frontend', 'dist', 'nhsuk', 'assets', 'images')

/** The few small pictures that the design system points to come with the stylesheet: nothing serves them apart. */
const withPictures = (css) =>
  css.replace(/url\("?\/assets\/images\/([\w-]+\.svg)"?\)/g, (_all, name) => {
    const picture = readFileSync(join(pictures, name), 'utf8').replace(/\s+/g, ' ')
    return `url("data:image/svg+xml,${encodeURIComponent(picture)}")`
  })

async function styles() {
  const results = stylesheets.map((name) => ({
    name: `${name}.css`,
    ...compile(join(face, `${name}.scss`), {
      loadPaths: [join(root, 'node_modules')],
      style: 'compressed',
      quietDeps: true,
    }),
  }))
  return {
    files: results.map(({ name, css }) => [name, Buffer.from(withPictures(withoutUnseen(css)))]),
    read: results
      .flatMap(({ loadedUrls }) => loadedUrls)
      .filter((url) => url.protocol === 'file:')
      .map((url) => fileURLToPath(url)),
  }
}

async function write([name, content]) {
  const brotli = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  }
  writeFileSync(join(target, name), content)
  writeFileSync(join(target, `${name}.br`), await promisify(brotliCompress)(content, brotli))
  writeFileSync(join(target, `${name}.gz`), await promisify(gzip)(content, { level: 9 }))
}

const [script, style] = await Promise.all([scripts(), styles()]).catch((error) => giveUp(error.message))
const files = [...script.files, ...style.files, ['icon.svg', readFileSync(icon)]]
mkdirSync(target, { recursive: true })
// Without this file the folder counts as stale, so a build that is interrupted is done again.
rmSync(join(target, '.inputs.json'), { force: true })
await Promise.all(files.map(write))

const hash = (content) => createHash('sha256').update(content).digest('hex').slice(0, 8)
const manifest = Object.fromEntries(files.map(([name, content]) => [name, hash(content)]))
writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)

const kept = new Set(['manifest.json', ...files.flatMap(([name]) => [name, `${name}.br`, `${name}.gz`])])
for (const name of readdirSync(target)) if (!kept.has(name)) rmSync(join(target, name), { recursive: true })

// Packages are fixed by the lock; hashing it stands for hashing all of them.
const own = [...script.read, ...style.read].map((path) => relative(root, path))
const fixed = ['package-lock.json', join('bin', 'build.js'), relative(root, icon)]
const inputs = new Set([
  ...own.filter((path) => !path.split(sep).includes('node_modules')),
  ...fixed.filter((path) => existsSync(join(root, path))),
  ...clientSources(),
])
const read = [...inputs].sort().map((path) => [path, fingerprint(join(root, path))])
writeFileSync(join(target, '.inputs.json'), `${JSON.stringify(Object.fromEntries(read), null, 2)}\n`)

const size = (name, content) => `${name} ${(content.length / 1024).toFixed(1)} kB`
console.log(
  `Built ${files.map(([name, content]) => size(name, content)).join(', ')} in ${Date.now() - started} ms`,
)
