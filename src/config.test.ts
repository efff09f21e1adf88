import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

const refused: [string, Record<string, string>, RegExp][] = [
  ['a word for the database', { DATABASE_URL: 'nonsense' }, /DATABASE_URL.*DATA_DIR/],
  ['a folder for the database', { DATABASE_URL: './data' }, /DATABASE_URL/],
  ['another kind of database', { DATABASE_URL: 'mysql://host/database' }, /DATABASE_URL/],
  ['a password that is not encoded', { DATABASE_URL: 'postgres://user:se#cret@host/x' }, /DATABASE_URL/],
  ['an address without its kind', { PUBLIC_URL: 'localhost:3000' }, /PUBLIC_URL/],
  ['a mail server without its kind', { SMTP_URL: 'mail.example.org:587' }, /SMTP_URL/],
  ['a port that is a word', { PORT: 'http' }, /PORT/],
]

for (const [what, environment, sentence] of refused)
  test(`Settings: ${what} is refused by name, and not repeated`, () => {
    assert.throws(
      () => readConfig(environment),
      ({ message }: Error) => sentence.test(message) && !message.includes('se#cret'),
    )
  })

test('Settings: PostgreSQL may be named in each of its ways', () => {
  for (const url of [
    'postgres://a:b%23@h:5432/x',
    'postgresql://h',
    'postgres:///x?host=/var/run/postgresql',
  ])
    assert.equal(readConfig({ DATABASE_URL: url }).databaseUrl, url)
})

test('Settings: what is set to nothing is not set', () => {
  const none = readConfig({})
  const names = [
    'PORT',
    'HOST',
    'DATA_DIR',
    'DATABASE_URL',
    'PUBLIC_URL',
    'LOG_LEVEL',
    'SERVICE_NAME',
    'SMTP_URL',
  ]
  for (const nothing of ['', ' '])
    assert.deepEqual(readConfig(Object.fromEntries(names.map((name) => [name, nothing]))), none)
})
