import assert from 'node:assert/strict'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { example, inFolder } from './command-line.ts'

test('A network goes in, out and in again; a second time nothing changes', async (t) => {
  const { folder, say } = inFolder(t)
  const first = await say('import', example)
  assert.equal(first.code, 0, first.err)
  const exported = await say('export', 'adult-psychosocial')
  assert.equal(exported.code, 0, exported.err)
  const file = join(folder, 'out.yaml')
  writeFileSync(file, exported.out)
  assert.equal((await say('import', file)).code, 0)
  assert.equal((await say('export', 'adult-psychosocial')).out, exported.out)
})

test('A file with mistakes is refused with the line of each, and nothing is imported', async (t) => {
  const { folder, say } = inFolder(t)
  const file = join(folder, 'wrong.yaml')
  const text = readFileSync(example, 'utf8').replace(/^spreadathon: 1$/m, 'spreadathon: 1\nnonsense: 2')
  writeFileSync(file, text.replace('on: 2023-04-18', 'on: 2023-04-31'))
  const { code, err } = await say('import', file)
  assert.equal(code, 1)
  assert.match(err, /\d+.*nonsense/)
  assert.equal((await say('export', 'adult-psychosocial')).code, 1)
})

test('The drafted post is printed, and names its day', async (t) => {
  const { say } = inFolder(t)
  await say('import', example)
  const { code, out } = await say('report', 'adult-psychosocial/spread-a-thon-2023')
  assert.equal(code, 0)
  assert.match(out, /18 April 2023/)
  assert.match(out, /75/)
})

test('What was backed up can be restored, and what was there is not lost', async (t) => {
  const { folder, say } = inFolder(t)
  await say('import', example)
  const copy = join(folder, 'copy.db')
  assert.equal((await say('backup', copy)).code, 0)
  const refused = await say('restore', copy)
  assert.equal(refused.code, 1)
  rmSync(join(folder, 'data'), { recursive: true })
  const restored = await say('restore', copy)
  assert.equal(restored.code, 0, restored.err)
  assert.match((await say('export', 'adult-psychosocial')).out, /Adult Psychosocial/)
})

test('A backup of which a letter was changed, or the end lost, is not restored; one without a checksum says so', async (t) => {
  const { folder, say } = inFolder(t)
  await say('import', example)
  const database = join(folder, 'data', 'spreadathon.db')
  const bare = readFileSync(database)
  const copy = join(folder, 'copy.db')
  assert.equal((await say('backup', copy)).code, 0)
  const whole = readFileSync(copy)
  const changed = Buffer.from(whole)
  changed.write('Psychosociel', changed.indexOf('Psychosocial'))
  const cut = whole.subarray(0, whole.length - (whole.length % 4096))
  for (const wrong of [changed, cut]) {
    writeFileSync(copy, wrong)
    const { code, err } = await say('restore', copy, '--replace')
    assert.equal(code, 1)
    assert.match(err, /copy\.db cannot be restored: it is not as it was backed up/)
    assert.doesNotMatch(readdirSync(join(folder, 'data')).join(' '), /before|incoming/)
  }
  writeFileSync(copy, whole)
  const restored = await say('restore', copy, '--replace')
  assert.equal(restored.code, 0, restored.err)
  assert.doesNotMatch(restored.out, /checksum/)
  writeFileSync(copy, bare)
  const { code, out } = await say('restore', copy, '--replace')
  assert.equal(code, 0)
  assert.match(out, /It carries no checksum/)
  assert.match((await say('export', 'adult-psychosocial')).out, /Adult Psychosocial/)
  // The restored file is a database, not a backup any more.
  assert.equal((await say('backup', copy, '--replace')).code, 0)
  assert.equal((await say('restore', copy, '--replace')).code, 0)
})

test('The doctor sees a page that was lost; nothing is backed up of it, and a backup takes its place', async (t) => {
  const { folder, say } = inFolder(t)
  await say('import', example)
  const copy = join(folder, 'copy.db')
  await say('backup', copy)
  const good = readFileSync(copy)
  const database = join(folder, 'data', 'spreadathon.db')
  const lost = pageOf(database, 'ideas')
  writeFileSync(database, readFileSync(database).fill(0, (lost - 1) * 4096, lost * 4096))
  const { code, out } = await say('doctor')
  assert.equal(code, 1)
  assert.match(
    out,
    /problem {2}The database .* is damaged: .*Stop the server, and put your last backup in its place/,
  )
  const refused = await say('backup', copy, '--replace')
  assert.equal(refused.code, 1)
  assert.match(refused.err, /^The database is damaged, and so would be its copy .*an earlier backup stays/)
  assert.deepEqual(readFileSync(copy), good)
  assert.equal((await say('restore', copy, '--replace')).code, 0)
  assert.equal((await say('doctor')).code, 0)
})

function pageOf(file: string, table: string): number {
  const database = new DatabaseSync(file, { readOnly: true })
  const row = database.prepare('select rootpage from sqlite_master where name = ?').get(table)
  database.close()
  return Number(row?.['rootpage'])
}

test('Case by case, charts are computed as the field does', async (t) => {
  const { sayTo } = inFolder(t)
  const y = [5, 7, 4, 8, 6, 5, 9, 4, 7, 6, 8, 5]
  const input = {
    chart: 'run',
    y,
    n: null,
    freeze: null,
    partAfter: [],
    exclude: [],
    target: null,
    centreLine: null,
  }
  const { code, out, err } = await sayTo(
    JSON.stringify({ ...input, multiply: 1, method: 'anhoej', screenMovingRanges: true }),
    'spc',
  )
  assert.equal(code, 0, err)
  const { parts } = JSON.parse(out) as {
    parts: { nUseful: number; longestRunMax: number; crossingsMin: number }[]
  }
  assert.deepEqual(
    parts.map(({ nUseful, longestRunMax, crossingsMin }) => [nUseful, longestRunMax, crossingsMin]),
    [[10, 6, 2]],
  )
  assert.equal((await sayTo('{', 'spc')).code, 1)
})

test('Who asks for nothing, or for what there is not, is shown what there is', async (t) => {
  const { say } = inFolder(t)
  assert.match((await say('help')).out, /import FILE/)
  const { code, err, out } = await say('dance')
  assert.equal(code, 2)
  assert.match(err + out, /import FILE/)
})

test('The doctor says what is well', async (t) => {
  const { say } = inFolder(t)
  await say('import', example)
  const { code, out } = await say('doctor')
  assert.equal(code, 0, out)
  assert.match(out, /^ok +Forwarding headers are believed from nobody \(TRUST_PROXY is off\)$/m)
})

test('The doctor says which proxies are believed; a setting that names none is refused at the start', async (t) => {
  const { out } = await inFolder(t, { TRUST_PROXY: 'loopback,10.1.0.0/16' }).say('doctor')
  assert.match(out, /^ok +Forwarding headers are believed from loopback, 10\.1\.0\.0\/16 \(TRUST_PROXY\)/m)
  for (const verb of ['serve', 'doctor']) {
    const { code, err } = await inFolder(t, { TRUST_PROXY: '1' }).say(verb)
    assert.equal(code, 1)
    assert.match(err, /^The setting TRUST_PROXY is not right: “1” is no address of a proxy\. [^\n]+\n$/)
  }
})

test('What the service keeps is for whoever runs it alone, also what was there before', async (t) => {
  const { folder, start, say } = inFolder(t)
  const modeOf = (file: string) => (statSync(join(folder, file)).mode & 0o777).toString(8)
  await say('import', example)
  assert.equal(modeOf('data'), '700')
  const files = ['spreadathon.db', 'spreadathon.db-wal', 'spreadathon.db-shm', 'secret']
  for (const name of files) {
    const file = join(folder, 'data', name)
    if (!existsSync(file)) writeFileSync(file, '')
    chmodSync(file, 0o644)
  }
  const server = start(['serve'])
  await once(server.stdout!, 'data')
  assert.deepEqual(
    files.map((name) => modeOf(join('data', name))),
    files.map(() => '600'),
  )
  await say('backup', join(folder, 'kept', 'copy.db'))
  assert.deepEqual([modeOf('kept'), modeOf(join('kept', 'copy.db'))], ['700', '600'])
  const closed = once(server, 'close')
  server.kill('SIGTERM')
  await closed
})

test('A start on a file or folder that takes nothing says so in a sentence', async (t) => {
  const { folder, say } = inFolder(t)
  await say('import', example)
  const file = join(folder, 'data', 'spreadathon.db')
  const bytes = readFileSync(file)
  // A write version that this SQLite does not know: it may read the file, as where the file is read-only.
  const readOnly = Buffer.from(bytes)
  readOnly[18] = 3
  const damaged = Buffer.from(bytes).fill(7, 0, 4096)
  for (const [there, sentence] of [
    [readOnly, /^The database .*spreadathon\.db is read-only\. Whoever starts .*\n$/],
    [damaged, /^The database .*spreadathon\.db is damaged\. Put your last backup in its place: .*\n$/],
  ] as const) {
    writeFileSync(file, there)
    const { code, err } = await say('serve')
    assert.equal(code, 1)
    assert.match(err, sentence)
  }
  rmSync(file)
  mkdirSync(file)
  assert.match((await say('serve')).err, /^The database .*spreadathon\.db cannot be opened\. Whoever .*\n$/)
  rmSync(join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'data'), 'a file')
  assert.match((await say('serve')).err, /^The folder .*data \(DATA_DIR\) cannot be used: .*\n$/)
})

test('Told to stop, the server ends its streams and stops; its log holds no code and no address', async (t) => {
  const { start, say } = inFolder(t)
  await say('import', example)
  const server = start(['serve'])
  let log = ''
  server.stdout!.setEncoding('utf8')
  const address = await new Promise<string>((resolve, reject) => {
    server.once('close', () => reject(new Error(`The server did not start: ${log}`)))
    server.stdout!.on('data', (text: string) => {
      log += text
      const found = /http:\/\/localhost:\d+/.exec(log)
      if (found) resolve(found[0])
    })
  })
  await fetch(`${address}/sign-in?next=%2Fsecret-words`, { headers: { cookie: 'session=secret-words' } })
  const stream = await new Promise<IncomingMessage>((resolve) =>
    get(`${address}/networks/adult-psychosocial/events/spread-a-thon-2023/live`, resolve),
  )
  assert.equal(stream.headers['content-type'], 'text/event-stream; charset=utf-8')
  stream.resume()
  const ended = once(stream, 'close')
  server.kill('SIGTERM')
  const [code] = (await once(server, 'close')) as [number]
  await ended
  assert.equal(code, 0)
  assert.doesNotMatch(log, /secret-words/)
  for (const line of log
    .trim()
    .split('\n')
    .filter((one) => one.startsWith('{')))
    JSON.parse(line)
})
