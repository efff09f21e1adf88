import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { someNetwork } from '../../../test/networks.ts'
import { checkFile } from './rules/check.ts'
import { nearest } from './rules/spelling.ts'
import { fieldTables, pageMark } from './rules/page.ts'
import { parseFile } from './rules/parse.ts'
import { schemaOf } from './rules/schema.ts'
import { writeFile } from './rules/write.ts'
import { dayFrom, instantFrom } from './rules/times.ts'
import { sections } from '../../slices.ts'

const moment = '2027-06-15T22:45:00.000Z'
function check(text: string | Uint8Array, notIdentifiers = false) {
  const checked = checkFile(parseFile(text), { sections, moment, notIdentifiers })
  if ('problems' in checked) return checked
  const { network, without } = checked
  const rows = Object.fromEntries(sections.map((section) => [section.name, [...checked.rowsOf(section)]]))
  return { network, without, rows }
}

/** The problems of a file, as they are printed. */
function wrongWith(text: string | Uint8Array): string[] {
  const checked = check(text)
  return 'problems' in checked ? checked.problems.map(({ line, sentence }) => `${line}: ${sentence}`) : []
}

const head = 'spreadathon: 1\nnetwork: { id: spring, name: Spring }\n'

const mistakes: Record<string, [file: string, ...said: string[]]> = {
  'an empty file': [
    '',
    '1: A network file begins with the line “spreadathon: 1” and then has one key for each section',
  ],
  'another form': [
    'spreadathon: 2\nnetwork: { id: spring, name: Spring }\n',
    '1: A network file begins with the line “spreadathon: 1”: this is the form it is written in',
  ],
  'no network': ['spreadathon: 1\n', '1: The section network is missing: it says what the network is'],
  'a section that is not there': [
    `${head}taems: []\n`,
    '3: “taems” is not a section here; did you mean teams?',
  ],
  'a section of another shape': [
    `${head}teams: North\n`,
    '3: teams must be a list of records, each begun with -',
  ],
  'a record of another shape': [
    `${head}teams:\n  - North\n`,
    '4: teams: each item must be a record with fields such as id, name, position',
  ],
  'a field that is not there': [
    `${head}teams:\n  - id: north\n    nmae: North\n    name: North\n`,
    '5: teams north: “nmae” is not a field here; did you mean name?',
  ],
  'a field of every object': [
    `${head}teams:\n  - id: north\n    constructor: x\n    name: North\n`,
    '5: teams north: “constructor” is not a field here. There are: id, name, position',
  ],
  'a field that is missing': [
    `${head}teams:\n  - id: north\n`,
    '4: teams north: name is missing. Its name, unique in the network',
  ],
  'another kind': [
    `${head}teams:\n  - { id: north, name: North, position: first }\n  - { id: south, name: [South] }\n`,
    '4: teams north: position must be a whole number; it is “first”',
    '5: teams south: name must be text of at most 100,000 characters without control characters, not a list or a record',
  ],
  'a choice that is not there': [
    'spreadathon: 1\nnetwork: { id: spring, name: Spring, kind: demo }\n',
    '2: network: kind must be one of real, demonstration, rehearsal; it is “demo”',
  ],
  'one thing twice': [
    `${head}teams:\n  - { id: north, name: North }\n  - { id: north, name: North }\n`,
    '5: teams north: id is the same as in line 4; each may stand there once',
    '5: teams north: name is the same as in line 4; each may stand there once',
  ],
  'a name of nothing': [
    `${head}teams:\n  - { id: north, name: North }\nideas:\n  - { id: a, team: nort, title: A }\n  - { id: b, team: zzzzz, title: B }\n`,
    '6: ideas a: team names “nort”, which is not in teams; did you mean north?',
    '7: ideas b: team names “zzzzz”, which is not in teams. There are: north',
  ],
  'a vote for what is not on the ballot': [
    `${head}teams:\n  - { id: north, name: North }\nideas:\n  - { id: a, team: north, title: A }\nevents:\n  - { id: day, name: Day, on: today }\nballots:\n  - { id: b, event: day }\nvotes:\n  - { id: v, ballot: b, choices: [a], team: north }\n`,
    '12: votes v: no record in ballotOptions has the same ballot and idea',
  ],
  'no day': [
    `${head}events:\n  - { id: day, name: Day, on: 2023-02-29 }\n`,
    '4: events day: on must be a day such as 2023-04-18, or today, or today+42; it is “2023-02-29”',
  ],
  'a lead without a team': [
    `${head}people:\n  - id: a\n    name: A\n    email: a@example.invalid\n    role: lead\n`,
    '7: people a: team is missing: a lead belongs to a team',
  ],
  'what looks like an NHS number': [
    'spreadathon: 1\nnetwork:\n  id: spring\n  name: Spring\n  about: Ask 943 476 5919\n',
    '5: network: about holds what looks like an NHS number. Take it out, or import with --not-identifiers if it is none',
  ],
  'a name that is no address': [
    'spreadathon: 1\nnetwork: { id: Spring Spread, name: Spring }\n',
    '2: network: id must be a short name of letters, digits, - and _; it is “Spring Spread”',
  ],
  'a tab': [
    'spreadathon: 1\nnetwork:\n\tid: spring\n',
    '3: Indent with spaces: YAML does not allow tabs here',
  ],
  'a name twice in a record': [
    'spreadathon: 1\nnetwork:\n  id: a\n  id: b\n',
    '4: This name stands twice in the same record; take one away',
  ],
  'two documents': [`${head}---\nb: 1\n`, '3: A network file is one document: take away the line ---'],
  'an alias': [
    'spreadathon: 1\nnetwork: { id: &a spring, name: *a }\n',
    '2: network: name must be written out; names with * are not followed',
  ],
}

for (const [what, [file, ...said]] of Object.entries(mistakes)) {
  test(`says what is wrong: ${what}`, () => assert.deepEqual(wrongWith(file), said))
}

test('an NHS number that is none is taken when told so', () => {
  const file = 'spreadathon: 1\nnetwork: { id: spring, name: Ask 943 476 5919 }\n'
  assert.ok('rows' in check(file, true))
})

test('the digits of an id of whoever did something are no NHS number', () => {
  const by = (doer: string) =>
    `${head}events:\n  - { id: day, name: Day, on: today, cancelledBy: '${doer}' }\n`
  assert.deepEqual(wrongWith(by('person:01a30920-2a80-734a-9434-765919000000')), [])
  assert.deepEqual(wrongWith(by('person:a-943-476-5919')), [])
})

test('a file that is meant to hurt gets one sentence', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
  )
  assert.ok(wrongWith(`a0: &a0 [lol]\n${laughs.join('\n')}\n`).length > 0)
  assert.deepEqual(wrongWith('['.repeat(200_000)), ['1: The file is nested too deeply to be read as YAML'])
  assert.deepEqual(wrongWith(Buffer.alloc(64 * 1024 * 1024 + 1, 'x')), [
    '1: The file is larger than 64 MB, more than a network can be',
  ])
  assert.ok(wrongWith('a: [1, {b: "c\n').length > 0)
  assert.ok(wrongWith('\u0000\u0001').length > 0)
})

test('numbers and yes may stand for text', () => {
  const checked = check('spreadathon: 1\nnetwork: { id: 2027, name: 12.50, about: yes, aim: ~ }\n')
  assert.ok('rows' in checked)
  const { id, name, about, aim } = checked.rows['network']![0]!
  assert.deepEqual([id, name, about, aim], ['2027', '12.50', 'yes', null])
})

for (const [written, day] of Object.entries({
  '2023-04-18': '2023-04-18',
  // A quarter to midnight in summer time.
  today: '2027-06-15',
  'today+42': '2027-07-27',
  'today - 15': '2027-05-31',
  '2023-02-30': undefined,
  '18 April 2023': undefined,
  tomorrow: undefined,
})) {
  test(`the day ${written} is ${day ?? 'none'}`, () => assert.equal(dayFrom(written, moment), day))
}

for (const [written, instant] of Object.entries({
  now: moment,
  '2023-04-18T09:30:00Z': '2023-04-18T09:30:00.000Z',
  '2023-04-18T09:30:00.123+01:00': '2023-04-18T08:30:00.123Z',
  'today 09:30': '2027-06-15T08:30:00.000Z',
  '2023-01-18 9:30': '2023-01-18T09:30:00.000Z',
  '2023-04-18': '2023-04-17T23:00:00.000Z',
  '2023-04-18 25:00': undefined,
  '2023-04-18T09:30:00': undefined,
  soon: undefined,
})) {
  test(`the time ${written} is ${instant ?? 'none'}`, () =>
    assert.equal(instantFrom(written, moment), instant))
}

test('the name that was meant is near the one that was written', () => {
  assert.equal(nearest('coproducers', ['ideas', 'coProducers']), 'coProducers')
  assert.equal(nearest('x', ['ideas', 'events']), undefined)
  assert.equal(nearest('', []), undefined)
})

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const stale = 'Run: node bin/describe.js'

test('the schema and the page in docs say what the sections say', () => {
  assert.deepEqual(JSON.parse(read('docs/network-file.schema.json')), schemaOf(sections), stale)
  assert.equal(pageMark + read('docs/network-file.md').split(pageMark)[1], fieldTables(sections), stale)
})

test('the examples are right by the schema and by the checks, and the page’s smallest file too', () => {
  const fits = new Ajv({ allowUnionTypes: true }).compile(schemaOf(sections))
  const [, smallest = ''] = /```yaml\n(.*?)```/s.exec(read('docs/network-file.md')) ?? []
  for (const text of [
    read('examples/adult-psychosocial-2023.yaml'),
    read('examples/demonstration.yaml'),
    smallest,
  ]) {
    assert.deepEqual(wrongWith(text), [])
    assert.ok(fits(parse(text)), JSON.stringify(fits.errors))
  }
})

test('every record that is named has its section, which stands before or is the same', () => {
  const names = sections.map(({ name }) => name)
  for (const [at, { name, fields }] of sections.entries())
    for (const [field, { section }] of Object.entries(fields))
      if (section) assert.ok(names.slice(0, at + 1).includes(section), `${name}.${field} names ${section}`)
})

test('what is written is read again as it was, whatever the texts', () => {
  fc.assert(
    fc.property(someNetwork(sections), (sample) => {
      const rows = sample('random')
      const checked = check(writeFile(rows, { sections, without: [] }), true)
      assert.deepEqual(checked, { network: 'random', without: [], rows })
    }),
    { numRuns: 60 },
  )
})
