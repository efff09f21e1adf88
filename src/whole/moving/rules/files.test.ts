import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { paths } from '../../../paths.ts'
import { sections } from '../../../slices.ts'
import { checkFile } from './check.ts'
import { parseFile } from './parse.ts'

const moment = '2027-06-15T22:45:00.000Z'
const check = (text: string | Uint8Array) => checkFile(parseFile(text), { sections, moment })

function wrongWith(text: string | Uint8Array): string[] {
  const checked = check(text)
  return 'problems' in checked ? checked.problems.map(({ line, sentence }) => `${line}: ${sentence}`) : []
}

const head = 'spreadathon: 1\nnetwork: { id: spring, name: Spring }\n'
const teams = 'teams:\n  - { id: north, name: North }\n  - { id: south, name: South }\n'
const ideas = 'ideas:\n  - { id: tree, team: north, title: Tree }\n'
const events = 'events:\n  - { id: one, name: One, on: today }\n  - { id: two, name: Two, on: today }\n'
const ada = 'attendees:\n  - { id: ada, event: two, name: Ada }\n'
const ballot = (more: string) => `${head}${events}ballots:\n  - { id: b, event: one${more} }\n`

const contradictions: Record<string, [file: string, ...said: string[]]> = {
  'an end before its start': [
    `${head}events:\n  - { id: day, name: Day, on: 2027-05-04, startsAt: 2027-05-04 10:00, endsAt: 2027-05-04 09:00 }\n`,
    '4: events day: endsAt is before startsAt',
  ],
  'a start on another day': [
    `${head}events:\n  - id: day\n    name: Day\n    on: 2027-05-04\n    startsAt: 2026-05-04 10:00\n`,
    '7: events day: startsAt is not on 2027-05-04, which on says',
  ],
  'a meeting on another day': [
    `${head}reviews:\n  - { id: r, onDay: 2027-05-04, startsAt: 2027-06-04 10:00, endsAt: 2027-06-04 11:00 }\n`,
    '4: reviews r: startsAt is not on 2027-05-04, which onDay says',
  ],
  'a meeting that ends before it begins': [
    `${head}reviews:\n  - { id: r, onDay: 2027-05-04, startsAt: 2027-05-04 10:00, endsAt: 2027-05-04 09:00 }\n`,
    '4: reviews r: endsAt is before startsAt',
  ],
  'a time that the clock skips': [
    `${head}events:\n  - { id: day, name: Day, on: 2027-03-28, startsAt: 2027-03-28 01:30 }\n`,
    '4: events day: startsAt must be a time such as 2023-04-18T09:30:00Z (UTC), 2023-04-18 09:30 or today 09:30 (UK time), or now; it is “2027-03-28 01:30”, which the change of the clock skips',
  ],
  'a vote that closed before it opened': [
    ballot(', openedAt: today 10:00, closedAt: today 09:00'),
    '7: ballots b: closedAt is before openedAt',
  ],
  'a result shown before the vote closed': [
    ballot(', closedAt: today 10:00, revealedAt: today 09:00'),
    '7: ballots b: revealedAt is before closedAt',
  ],
  'a part of the day that was over before it began': [
    `${head}${events}programme:\n  - { id: p, event: one, position: 1, kind: talk, startedAt: today 10:00, finishedAt: today 09:00 }\n`,
    '7: programme p: finishedAt is before startedAt',
  ],
  'a run-off of itself': [ballot(', runOffOf: b'), '7: ballots b: runOffOf leads from “b” back to itself'],
  'run-offs in a ring': [
    `${ballot(', runOffOf: c')}  - { id: c, event: one, runOffOf: b }\n`,
    '7: ballots b: runOffOf leads from “b” back to itself',
  ],
  'a run-off at another event': [
    `${ballot('')}  - { id: c, event: two, runOffOf: b }\n`,
    '8: ballots c: runOffOf names “b”, which is of event “one”, not “two”',
  ],
  'a vote of another event in the programme': [
    `${ballot('')}programme:\n  - { id: p, event: two, position: 1, kind: ballot, ballot: b }\n`,
    '9: programme p: ballot names “b”, which is of event “one”, not “two”',
  ],
  'a room of another event': [
    `${head}${events}${ada}rooms:\n  - { id: r, event: one, theme: R }\nroomPlaces:\n  - { id: p, event: two, room: r, attendee: ada }\n`,
    '11: roomPlaces p: room names “r”, which is of event “one”, not “two”',
  ],
  'an attendee of another event': [
    `${head}${events}${ada}rooms:\n  - { id: r, event: one, theme: R, scribe: ada }\n`,
    '9: rooms r: scribe names “ada”, which is of event “two”, not “one”',
  ],
  'a voter of another event': [
    `${head}${teams}${events}${ada}ballots:\n  - { id: b, event: one }\nroll:\n  - { ballot: b, attendee: ada, team: north, voter: ada, voted: true }\n`,
    '14: roll number 1: attendee names “ada”, which is of event “two”, not “one”',
  ],
  'an answer to the feedback of another event': [
    `${head}${events}${ada}feedbackGiven:\n  - { event: one, attendee: ada }\n`,
    '9: feedbackGiven number 1: attendee names “ada”, which is of event “two”, not “one”',
  ],
  'a choice that was not on the ballot': [
    `${head}${teams}${ideas}${events}ballots:\n  - { id: b, event: one }\nteamChoices:\n  - { id: c, ballot: b, team: south, idea: tree, confirmedBy: x }\n`,
    '14: teamChoices c: no record in ballotOptions has the same ballot and idea',
  ],
  'an ask of another team': [
    `${head}${teams}${events}pledges:\n  - { id: p, event: one, team: north }\nasks:\n  - { id: a, pledge: p, team: south, toWhom: board, what: Time }\n`,
    '12: asks a: pledge names “p”, which is of team “north”, not “south”',
  ],
  'one address of two people': [
    `${head}people:\n  - { id: a, name: Ada, email: ada@example.invalid, role: viewer }\n  - { id: b, name: Bea, email: ada@example.invalid, role: board }\n`,
    '5: people b: email is that of line 4; one address is one person, who has one name',
  ],
  'one role twice': [
    `${head}people:\n  - { id: a, name: Ada, email: ada@example.invalid, role: viewer }\n  - { id: b, name: Ada, email: ada@example.invalid, role: viewer }\n`,
    '5: people b: email is that of line 4; nobody has the same role twice at a time',
  ],
  'one address twice at an event': [
    `${head}${events}attendees:\n  - { id: a, event: one, name: Ada, email: ada@example.invalid }\n  - { id: b, event: one, name: Bea, email: ada@example.invalid }\n`,
    '8: attendees b: event and email are the same as in line 7; each may stand there once',
  ],
  'an address in other letters': [
    `${head}${events}attendees:\n  - { id: a, event: one, name: Ada, email: Ada@example.invalid }\n`,
    '7: attendees a: email must be an address in small letters, such as name@example.org',
  ],
  'the id new': [
    `${head}teams:\n  - { id: new, name: New }\n`,
    '4: teams new: id may not be new: that is an address of its own',
  ],
  'a network called new': [
    'spreadathon: 1\nnetwork: { id: new, name: New }\n',
    '2: network: id may not be new: that is an address of its own',
  ],
}

for (const [what, [file, ...said]] of Object.entries(contradictions)) {
  test(`refuses what contradicts itself: ${what}`, () => assert.deepEqual(wrongWith(file), said))
}

test('one person may have several roles, and one again that has ended', () => {
  const record = (id: string, role: string, more = '') =>
    `  - { id: ${id}, name: Ada, email: ada@example.invalid, role: ${role}${more} }\n`
  const roles = [record('a', 'viewer', ', endedAt: now'), record('b', 'viewer'), record('c', 'board')]
  assert.deepEqual(wrongWith(`${head}people:\n${roles.join('')}`), [])
})

test('what is an address of its own is no id where it would stand in its place', () => {
  const named: Record<string, string> = { membership: 'people', item: 'programme' }
  const all = Object.values(paths).map((path) => path.pattern.split('/'))
  const compared = new Set<string>()
  for (const parts of all)
    for (const [at, part] of parts.entries()) {
      const noun = part.slice(1)
      const section = sections.find(({ name }) => name === (named[noun] ?? `${noun}s`) || name === noun)
      if (!part.startsWith(':') || !section?.fields['id']) continue
      const alike = (one: string, i: number) =>
        i === at || one === parts[i] || one.startsWith(':') || parts[i]!.startsWith(':')
      for (const other of all.filter((one) => one.length === parts.length && one.every(alike))) {
        const literal = other[at]!
        if (literal.startsWith(':')) continue
        compared.add(literal)
        assert.ok(literal === 'new' || section.taken?.includes(literal), `${section.name}: ${literal}`)
      }
    }
  assert.ok(compared.size > 3, [...compared].join())
})

test('what is not UTF-8 is refused by line', () => {
  const file = Buffer.from(
    `${head}${teams}`.replace('North', 'Caf\u00e9').replace('South', 'Na\u00efve'),
    'latin1',
  )
  const said = 'This line is not in UTF-8. Save the file with the encoding UTF-8, not Windows or Latin-1'
  assert.deepEqual(wrongWith(file), [`4: ${said}`, `5: ${said}`])
  assert.deepEqual(wrongWith(Buffer.from(`\ufeff${head}`)), [])
  assert.deepEqual(wrongWith(Buffer.from(head, 'utf16le')), ['1: This is not a text file'])
  assert.deepEqual(wrongWith(Buffer.from(`\ufeff${head}`, 'utf16le')), [
    '1: The file is in UTF-16. Save it with the encoding UTF-8',
  ])
  assert.deepEqual(wrongWith(Buffer.from([0x1f, 0x8b, 8, 0, 0xff])), ['1: This is not a text file'])
  assert.deepEqual(wrongWith(Buffer.from([0x89, 0x50, 0x01, 0xff])), ['1: This is not a text file'])
})

const nests: Record<string, string> = {
  'lists in brackets': '['.repeat(5000),
  'lists in brackets, closed': `a: ${'['.repeat(5000)}${']'.repeat(5000)}`,
  'records in braces': '{a: '.repeat(20_000),
  'lists with dashes': '- '.repeat(20_000),
  'records in lines': `${head}teams:\n${Array.from({ length: 1500 }, (_, at) => `${' '.repeat(at + 2)}a:`).join('\n')}`,
  'a section of a network': `${head}teams:\n  - id: ${'[a, '.repeat(20_000)}\n`,
}
for (const [what, text] of Object.entries(nests)) {
  test(`deep nesting gets one sentence: ${what}`, () => {
    const said = wrongWith(text)
    assert.equal(said.length, 1, said.slice(0, 3).join('\n').slice(0, 500))
    assert.ok(said[0]!.length < 700)
  })
}

test('nothing that a terminal obeys is repeated', () => {
  const escape = '\u001b[31mred\u0007\u009b2J\u202e'
  const quotedEscape = JSON.stringify(escape)
  const files = [
    `${head}teams:\n  - { id: ${quotedEscape}, name: N }\n`,
    `${head}teams:\n  - { id: n, name: N, ${quotedEscape}: 1 }\n`,
    `${head}${quotedEscape}: []\n`,
    `${head}without: [${quotedEscape}]\n`,
    `${head}teams:\n  - { id: ${quotedEscape.replaceAll('\\', '\\\\')}, name: ${quotedEscape} }\n`,
    `${head}${teams}ideas:\n  - { id: a, title: A, team: ${quotedEscape} }\n`,
    `${head}\u001b[31m: [\n`,
  ]
  for (const file of files) {
    const said = wrongWith(file)
    assert.ok(said.length > 0)
    assert.doesNotMatch(said.join(''), /[\p{Cc}\p{Cf}]/u)
  }
})

test('the first hundred problems are said, and how many more there are', () => {
  const many = Array.from({ length: 4000 }, (_, at) => `  - { id: team-${at}, name: Team ${at} }\n`)
  const wrong = Array.from({ length: 4000 }, (_, at) => `  - { id: i-${at}, team: taem-${at}, title: T }\n`)
  const checked = check(`${head}teams:\n${many.join('')}ideas:\n${wrong.join('')}`)
  assert.ok('problems' in checked)
  assert.deepEqual([checked.problems.length, checked.more], [100, 3900])
  assert.equal(
    checked.problems[0]!.sentence,
    'ideas i-0: team names “taem-0”, which is not in teams; did you mean team-0?',
  )
  assert.ok(checked.problems.every(({ sentence }) => sentence.length <= 600))
})

test('no sentence is long, however long what is wrong is', () => {
  const long = 'x'.repeat(50_000)
  for (const file of [
    `${head}teams:\n  - { id: ${long}, name: N, position: x }\n`,
    `${head}teams:\n  - { id: n, name: N, ${long}: 1 }\n`,
    `${head}${long}: []\n`,
    `${head}without: [${long}]\n`,
  ])
    for (const said of wrongWith(file)) assert.ok(said.length < 700, said.slice(0, 100))
})

test('a file is read the same in pieces as whole', () => {
  const records = (many: number) =>
    Array.from(
      { length: many },
      (_, at) =>
        `- id: p-${at}\n  name: |-\n    - Person\n    ${at}: x\n  email: p${at}@example.invalid\n  role: viewer\n`,
    )
  fc.assert(
    fc.property(
      fc.constantFrom('', '  ', '    '),
      fc.constantFrom('\n', '\r\n'),
      fc.nat(3),
      (indent, end, remarks) => {
        const list = records(900).map(
          (one) => one.replaceAll(/^/gm, indent).trimEnd() + '\n'.repeat(1 + remarks),
        )
        const text = `${head}# People\npeople: # all\n\n${list.join(`${remarks ? '# between\n' : ''}`)}`
        const checked = check(text.replaceAll('\n', end))
        assert.ok('rowsOf' in checked, JSON.stringify(checked).slice(0, 300))
        const rows = [...checked.rowsOf(sections.find(({ name }) => name === 'people')!)]
        assert.equal(rows.length, 900)
        assert.deepEqual([rows[7]!['id'], rows[899]!['name']], ['p-7', '- Person\n899: x'])
      },
    ),
    { numRuns: 12 },
  )
})

test('what is not written in lines of records is read too, up to a size', () => {
  const file = { spreadathon: 1, network: { id: 'spring', name: 'Spring' }, teams: [{ id: 'n', name: 'N' }] }
  for (const text of [JSON.stringify(file), JSON.stringify(file, null, 2)])
    assert.deepEqual(wrongWith(text), [])
  const large = JSON.stringify({ ...file, note: 'x'.repeat(3 * 1024 * 1024) })
  assert.equal(
    wrongWith(large)[0]!,
    '1: A file of this size must be written as “spreadathon export” does: each section once, its records in lines of their own',
  )
})

test('a mistake in a large file is said with its line', () => {
  const long = 'x'.repeat(2000)
  const rest = Array.from({ length: 1500 }, (_, at) => `  - id: n-${at}\n    name: Team ${at} ${long}\n`)
  rest[1000] = `  - id: n-1000\n    name: "Team\n`
  const said = wrongWith(`${head}teams:\n${rest.join('')}`)
  // Line 2004 opens a quote that nothing closes.
  assert.ok(said.length > 0)
  assert.ok(
    said.some((one) => /^20[0-4]\d: /.test(one)),
    String(said),
  )
})
