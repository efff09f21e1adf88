import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runOff, type RunOff } from './rounds.ts'

/** '42 M>N>C' is 42 votes that put M first, N second and C third. */
const votesIn = (written: readonly string[]) =>
  written.map((line) => {
    const [number = '', order = ''] = line.split(' ')
    return { team: '', choices: order.split('>').filter(Boolean), votes: Number(number) }
  })

/** Each round in short: 'M 42, N 26, C 15, K 17 | spent 0 | out C, fewest'. */
const inShort = ({ rounds }: RunOff) =>
  rounds.map(({ counts, spent, out, because, tied, between }) =>
    [
      Object.entries(counts)
        .map((each) => each.join(' '))
        .join(', '),
      `spent ${spent}`,
      ...(tied ? [`tied ${tied.join(' ')}`] : []),
      ...(out.length > 0
        ? [`out ${out.join(' ')}, ${because}${between ? ` of ${between.join(' ')}` : ''}`]
        : []),
      ...(because === 'undecided' ? [because] : []),
    ].join(' | '),
  )

interface Example {
  /** The source of the example, or its point. */
  name: string
  options: string
  votes: string[]
  rounds: string[]
  outcome: RunOff['outcome']
}

const examples: readonly Example[] = [
  {
    name: 'Memphis, Nashville, Chattanooga, Knoxville: the capital of Tennessee (Wikipedia, Instant-runoff voting)',
    options: 'MNCK',
    votes: ['42 M>N>C>K', '26 N>C>K>M', '15 C>K>N>M', '17 K>C>N>M'],
    rounds: [
      'M 42, N 26, C 15, K 17 | spent 0 | out C, fewest',
      'M 42, N 26, K 32 | spent 0 | out N, fewest',
      'M 42, K 58 | spent 0',
    ],
    outcome: { winner: 'K' },
  },
  {
    name: 'Lenihan, Robinson, Currie: President of Ireland 1990 (Wikipedia, 1990 Irish presidential election)',
    options: 'LRC',
    votes: ['694484 L', '612265 R', '205565 C>R', '36789 C>L', '25548 C'],
    rounds: ['L 694484, R 612265, C 267902 | spent 0 | out C, fewest', 'L 731273, R 817830 | spent 25548'],
    outcome: { winner: 'R' },
  },
  {
    // Its votes among the three agree with the pairs that electowiki prints: K to M 3477 to 4067, W to M 3668 to 4597.
    name: 'Montroll, Kiss, Wright: mayor of Burlington 2009 (electowiki, 2009 Burlington mayoral election)',
    options: 'MKW',
    votes: [
      '1332 M>K>W',
      '767 M>W>K',
      '455 M',
      '2043 K>M>W',
      '371 K>W>M',
      '568 K',
      '1513 W>M>K',
      '495 W>K>M',
      '1289 W',
    ],
    rounds: ['M 2554, K 2982, W 3297 | spent 0 | out M, fewest', 'K 4314, W 4064 | spent 455'],
    outcome: { winner: 'K' },
  },
  {
    name: 'more than half wins at once',
    options: 'ABC',
    votes: ['6 A', '3 B', '2 C'],
    rounds: ['A 6, B 3, C 2 | spent 0'],
    outcome: { winner: 'A' },
  },
  {
    name: 'half is not more than half',
    options: 'ABC',
    votes: ['4 A', '3 B', '1 C>A'],
    rounds: ['A 4, B 3, C 1 | spent 0 | out C, fewest', 'A 5, B 3 | spent 0'],
    outcome: { winner: 'A' },
  },
  {
    name: 'those without votes, or with too few together, are taken out at once',
    options: 'ABCDE',
    votes: ['4 A', '5 B', '1 C>A', '1 D>A'],
    rounds: [
      'A 4, B 5, C 1, D 1, E 0 | spent 0 | out E, fewest',
      'A 4, B 5, C 1, D 1 | spent 0 | tied C D | out C D, together',
      'A 6, B 5 | spent 0',
    ],
    outcome: { winner: 'A' },
  },
  {
    name: 'of those tied for fewest, the one with fewer in the round before goes',
    options: 'ABCDE',
    votes: ['6 A', '5 B', '4 C>A', '3 D>B', '1 E>D>B'],
    rounds: [
      'A 6, B 5, C 4, D 3, E 1 | spent 0 | out E, fewest',
      'A 6, B 5, C 4, D 4 | spent 0 | tied C D | out D, earlier',
      'A 6, B 9, C 4 | spent 0 | out C, fewest',
      'A 10, B 9 | spent 0',
    ],
    outcome: { winner: 'A' },
  },
  {
    name: 'never apart, but the same wins whichever goes: one goes, and the rounds go on',
    options: 'ABC',
    votes: ['4 A', '2 B>A', '2 C>A', '1 B>C', '1 C>B'],
    rounds: ['A 4, B 3, C 3 | spent 0 | tied B C | out B, either of B C', 'A 6, C 4 | spent 0'],
    outcome: { winner: 'A' },
  },
  {
    name: 'never apart, and whichever goes the same two end tied',
    options: 'ABCDEFG',
    votes: ['5 A', '4 B', '3 C>A', '2 D>B', '2 E>B', '1 F>B>A', '1 G>A>B'],
    rounds: [
      'A 5, B 4, C 3, D 2, E 2, F 1, G 1 | spent 0 | tied F G | out F, either of F G',
      'A 5, B 5, C 3, D 2, E 2, G 1 | spent 0 | out G, fewest',
      'A 6, B 5, C 3, D 2, E 2 | spent 0 | tied D E | out D, either of D E',
      'A 6, B 7, C 3, E 2 | spent 0 | out E, fewest',
      'A 6, B 9, C 3 | spent 0 | out C, fewest',
      'A 9, B 9 | spent 0 | tied A B',
    ],
    outcome: { tied: ['A', 'B'] },
  },
  {
    name: 'never apart, and in one order one wins, in the other two end tied: that is not the same end',
    options: 'ABC',
    votes: ['4 A', '3 B>C', '3 C'],
    rounds: ['A 4, B 3, C 3 | spent 0 | tied B C | undecided'],
    outcome: { tied: ['A', 'C'] },
  },
  {
    name: 'never apart, and it matters: a tie between those who can win',
    options: 'ABC',
    votes: ['4 A', '3 B>C', '3 C>B'],
    rounds: ['A 4, B 3, C 3 | spent 0 | tied B C | undecided'],
    outcome: { tied: ['B', 'C'] },
  },
  {
    name: 'all tied at once: a tie of all, however the others are ordered',
    options: 'ABCD',
    votes: ['2 A>B', '2 B>C', '2 C>D', '2 D>A'],
    rounds: ['A 2, B 2, C 2, D 2 | spent 0 | tied A B C D'],
    outcome: { tied: ['A', 'B', 'C', 'D'] },
  },
  {
    name: 'three tied for last of whom an earlier round saves one: only the other two may go',
    options: 'ABCDE',
    // Were B taken out, C would win; but B had more than the others in round 1.
    votes: ['11 A', '4 B>C', '3 C>A', '3 D>B>C', '1 E>C>A', '1 E>D>B>C'],
    rounds: [
      'A 11, B 4, C 3, D 3, E 2 | spent 0 | out E, fewest',
      'A 11, B 4, C 4, D 4 | spent 0 | tied B C D | out C, either of C D',
      'A 15, B 4, D 4 | spent 0',
    ],
    outcome: { winner: 'A' },
  },
  {
    name: 'a last tie stays one',
    options: 'ABC',
    votes: ['4 A', '3 B', '1 C>B'],
    rounds: ['A 4, B 3, C 1 | spent 0 | out C, fewest', 'A 4, B 4 | spent 0 | tied A B'],
    outcome: { tied: ['A', 'B'] },
  },
  {
    name: 'nobody chose any',
    options: 'AB',
    votes: ['2 '],
    rounds: ['A 0, B 0 | spent 2'],
    outcome: { none: true },
  },
]
for (const { name, options, votes, rounds, outcome } of examples) {
  test(name, () => {
    const result = runOff(votesIn(votes), [...options])
    assert.deepEqual(inShort(result), rounds)
    assert.deepEqual(result.outcome, outcome)
  })
}

test('a choice that is not on the ballot is an error, never left out', () => {
  assert.throws(() => runOff(votesIn(['1 A>X']), ['A', 'B']), RangeError)
})

test('so many ties that not every order can be tried: all that are in are tied', () => {
  const options = Array.from({ length: 12 }, (_, at) => `o${at}`)
  const votes = [
    ...options.slice(1).map((option) => ({ team: '', choices: [option], votes: 2 })),
    { team: '', choices: ['o0'], votes: 3 },
  ]
  assert.deepEqual(runOff(votes, options).outcome, { tied: options })
})
