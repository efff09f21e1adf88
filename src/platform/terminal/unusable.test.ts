import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { Unavailable } from '../store/writer.ts'
import { interrupted } from './unusable.ts'
import { Wrong } from './verb.ts'

function full(): unknown {
  const database = new DatabaseSync(':memory:')
  try {
    database.exec('create table few (one text); pragma max_page_count = 2')
    database.prepare('insert into few values (?)').run('x'.repeat(100_000))
    return undefined
  } catch (error) {
    return error
  } finally {
    database.close()
  }
}

for (const [what, error, sentence] of [
  ['a full disk', full(), /the disk is full/],
  ['a full disk below the writer', new Unavailable(full()), /the disk is full/],
  ['a database that went away', new Unavailable(), /does not answer/],
] as const)
  test(`A verb that is kept from its end by ${what} says so in a sentence`, () => {
    const said = interrupted(error)
    assert.ok(said instanceof Wrong && sentence.test(said.message), String(said))
  })

test('What is a bug stays one', () => {
  const bug = new TypeError('x is not a function')
  assert.equal(interrupted(bug), bug)
})
