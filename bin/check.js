// Types, lint and layout in one go. Everything runs even when something failed, so one run shows it all.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages, node26, root } from './setup.js'

ensurePackages()
const folders = ['src', 'test', 'bin', 'bench'].filter((name) => existsSync(join(root, name)))
/** Which files were in order, by what is in them. */
const laidOut = join('node_modules', '.cache', 'layout')
const checks = [
  // Several checkers each work out much of the same: one takes half the computing, and no longer than the layout.
  { name: 'types', file: 'typescript/bin/tsc', args: ['--noEmit', '-p', '.', '--checkers', '1'] },
  { name: 'lint', file: 'oxlint/bin/oxlint', args: ['--deny-warnings', ...folders] },
  {
    name: 'layout',
    file: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level=warn', '--cache', `--cache-location=${laidOut}`, ...folders],
    hint: 'To repair: npx prettier --write src test bin bench',
  },
]

function run({ name, file, args, hint }) {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  return new Promise((resolve) => {
    const child = spawn(node26(), [join(root, 'node_modules', file), ...args], {
      cwd: root,
      env: { ...process.env, ...colour },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => resolve({ name, failed: code !== 0, output, hint }))
  })
}

const results = await Promise.all(checks.map(run))
const failed = results.filter((result) => result.failed)
for (const { name, output, hint } of failed) {
  console.log(`✖ ${name}\n${output.trim()}\n${hint ? `${hint}\n` : ''}`)
}
const names = (list) => list.map((result) => result.name).join(', ')
console.log(failed.length > 0 ? `✖ check failed: ${names(failed)}` : `✔ check: ${names(results)}`)
process.exitCode = failed.length > 0 ? 1 : 0
