import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PostFacts } from './facts.ts'
import { markdownOf, postMarkdown } from './markdown.ts'
import { bodyMarkup, postMarkup } from './markup.ts'
import { figuresOf, postOf } from './post.ts'

const bare: PostFacts = {
  network: {
    id: 'north',
    name: 'North',
    organisation: null,
    about: null,
    teamNoun: 'borough',
    teamNounPlural: 'boroughs',
    board: 'Psychosocial Board',
    qiTeam: 'QI team',
    meetsEveryWeeks: null,
  },
  event: {
    id: 'day',
    name: 'The day',
    on: '2023-04-18',
    place: null,
    aims: [],
    attendedBy: null,
    toldIn: null,
    notRecorded: [],
  },
  signUps: null,
  arrivals: null,
  teams: [],
  teamsInAll: 2,
  programme: [],
  ideas: [],
  ballots: [],
  pledges: [],
  asks: [],
  rooms: [],
  parts: [],
  plans: 0,
  meetings: { any: false, firstAfter: null },
}
const words = (facts: Partial<PostFacts>) =>
  markdownOf(postOf({ ...bare, ...facts })).replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
const teams = [
  { id: 'brent', name: 'Brent' },
  { id: 'harrow', name: 'Harrow' },
]

test('of an event of which only the day is known, the post says the day and no more', () => {
  assert.equal(words({}), 'The day was held on Tuesday 18 April 2023.\n')
  assert.equal(postOf(bare).headline, 'The day')
})

test('people are counted where they were, and said in words where they were not', () => {
  const event = { ...bare.event, attendedBy: 'Staff of all kinds.' }
  const second = (facts: Partial<PostFacts>) => words(facts).split('\n\n')[1]?.trim()
  assert.equal(second({ signUps: 75, event }), '75 people signed up: staff of all kinds.')
  assert.equal(second({ signUps: 75, arrivals: 60 }), '75 people signed up. 60 people came.')
  assert.equal(second({ signUps: 1 }), '1 person signed up.')
  assert.equal(second({ event }), 'Taking part: staff of all kinds.')
})

test('what a note says was not recorded is left out', () => {
  const event = { ...bare.event, notRecorded: ['votes'] }
  const programme = [
    { title: 'Talks', note: null, startedAt: null },
    { title: 'Vote', note: 'After lunch. How is not recorded.', startedAt: null },
  ]
  assert.ok(
    words({ event, programme }).endsWith('## The shape of the day\n\n1. Talks\n2. Vote (after lunch)\n'),
  )
})

const idea = (id: string, madeWith: string[], recruitedLocally = true) => ({
  id,
  title: `Idea ${id}`,
  team: 'Brent',
  madeWith,
  recruitedLocally,
})

test('co-production is said once where it is the same, and never counted', () => {
  assert.ok(
    words({ ideas: [idea('a', ['carers']), idea('b', ['carers'])] }).endsWith(
      'Every idea was co-produced with carers whom each borough had recruited locally.\n\n- Brent: Idea a\n- Brent: Idea b\n',
    ),
  )
  assert.ok(
    words({ ideas: [idea('a', ['carers', 'service users']), idea('b', [])] }).endsWith(
      '- Brent: Idea a, co-produced with carers and service users\n- Brent: Idea b\n',
    ),
  )
})

const pledge = (team: string, what: string | null = null) => ({ id: team, team, what, by: null })

test('pledges are told with the support asked; without their words nothing is made up', () => {
  const asks = [
    { id: 'a', team: 'Brent', toWhom: 'QI team', what: 'A coach', answer: 'Agreed' },
    { id: 'b', team: 'Harrow', toWhom: 'Board', what: 'A room', answer: null },
  ]
  const told = (facts: Partial<PostFacts>) => {
    const all = words({ teams, ...facts })
    return all.slice(all.indexOf('## The pledges'), all.indexOf('## What comes next')).trim()
  }
  assert.equal(
    told({ pledges: [pledge('Brent', 'Test it'), pledge('Harrow')], asks }),
    [
      '## The pledges',
      'Each borough made a pledge to commit to within its services.',
      '- Brent: Test it',
      'For this they asked for support:',
      '- Brent asked the QI team: A coach (agreed)\n- Harrow asked the Board: A room',
    ].join('\n\n'),
  )
  assert.equal(
    told({ pledges: [pledge('Brent')], event: { ...bare.event, notRecorded: ['asks'] } }),
    '## The pledges\n\nThe boroughs made one pledge to commit to within their services and said what support they would need from the Psychosocial Board and the QI team.',
  )
})

test('each figure leads to its record', () => {
  const post = postOf({ ...bare, signUps: 75, teams, pledges: [pledge('Brent')] })
  assert.deepEqual(
    figuresOf(post).map(({ text, href }) => [text, href]),
    [
      ['Tuesday 18 April 2023', '/networks/north/events/day'],
      ['two boroughs', '/networks/north'],
      ['75 people', '/networks/north/events/day'],
      ['one pledge', '/networks/north/events/day/pledges'],
    ],
  )
})

test('the mark stands above and below, in Markdown and in markup', () => {
  const written = { title: 'A *day*', body: 'See [it](/networks/north).', mark: 'Demonstration' }
  const lines = postMarkdown(written, 'https://spread.example.org').trim().split('\n\n')
  assert.deepEqual(lines, [
    '**Demonstration**',
    '# A \\*day\\*',
    'See [it](https://spread.example.org/networks/north).',
    '**Demonstration**',
  ])
  assert.equal(postMarkup(written).match(/Demonstration/g)?.length, 2)
  assert.equal(postMarkdown({ ...written, mark: undefined }).includes('Demonstration'), false)
})

test('what somebody typed is shown, never run', () => {
  const markup = bodyMarkup('# Big\n\nSay <script>alert(1)</script> [x](javascript:alert(1))')
  assert.equal(markup, '<h2>Big</h2>\n<p>Say &lt;script&gt;alert(1)&lt;/script&gt; <a href="#">x</a></p>')
})

test('words of records are shown as they are', () => {
  const rooms = [{ id: 'r', theme: 'Is 1 < 2 & [a](b) *or* <b>?', points: ['# One'] }]
  const markup = bodyMarkup(markdownOf(postOf({ ...bare, rooms })))
  assert.ok(markup.includes('<li>Is 1 &lt; 2 &amp; [a](b) *or* &lt;b&gt;? # One.</li>'), markup)
})
