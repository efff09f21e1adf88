import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openOutput } from './output.ts'
import { Wrong } from './verb.ts'

/** Streams that keep what is written, by a clock that is moved by hand. */
function opened(t: TestContext, { isTTY = false, fails = '' } = {}) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  let time = 0
  const said = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => {
    let onError: (error: Error) => void = () => {}
    return {
      isTTY,
      on(_event: string, listener: (error: Error) => void) {
        onError = listener
      },
      write(text: string, written?: () => void) {
        if (fails && name === 'out' && text !== '') onError(Object.assign(new Error(fails), { code: fails }))
        else said[name] += text
        written?.()
      },
    }
  }
  const output = openOutput(stream('out') as never, stream('err') as never, () => time)
  const pass = (ms: number) => {
    time += ms
    t.mock.timers.tick(ms)
  }
  return { output, said, pass }
}

test('What is quickly done shows no progress', async (t) => {
  const { output, said, pass } = opened(t)
  output.progress('Copying: 10 %')
  pass(900)
  output.write('Done\n')
  await output.ended()
  pass(5000)
  assert.deepEqual(said, { out: 'Done\n', err: '' })
})

test('Long work says how far it is, seldom, on standard error alone', (t) => {
  const { output, said, pass } = opened(t)
  for (let share = 0; share < 100; share++) {
    output.progress(`Copying: ${share} %`)
    pass(250)
  }
  assert.deepEqual(said, { out: '', err: 'Copying: 39 %\nCopying: 79 %\n' })
})

test('A step that is long in itself is shown while it lasts', (t) => {
  const { output, said, pass } = opened(t)
  output.progress('Checking')
  pass(10_000)
  assert.equal(said.err, 'Checking\n')
})

test('On a screen progress stands in one line, which goes before anything else is written', async (t) => {
  const { output, said, pass } = opened(t, { isTTY: true })
  pass(1000)
  output.progress('Copying: 10 %')
  pass(200)
  output.progress('Copying: 20 %')
  output.write('Done\n')
  await output.ended()
  assert.equal(said.err, 'Copying: 10 %\r\x1b[KCopying: 20 %\r\x1b[K')
})

for (const [code, sentence] of [
  ['EPIPE', /ended early/],
  ['ENOSPC', /the disk is full/],
  ['EBADF', /EBADF/],
] as const)
  test(`Output that cannot be written (${code}) is a sentence at the end`, async (t) => {
    const { output, said } = opened(t, { fails: code })
    output.write('some')
    output.write('more')
    await assert.rejects(output.ended(), (error) => error instanceof Wrong && sentence.test(error.message))
    assert.equal(said.out, '')
  })
