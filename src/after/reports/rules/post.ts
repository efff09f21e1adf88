import { day, time, weekday } from '../../../platform/face/dates.ts'
import { paths } from '../../../paths.ts'
import { everyFewWeeks } from '../../reviews/rules/series.ts'
import { list, paragraph, type Block, type Figure, type Piece } from '../../../before/events/report.ts'
import type { PostFacts } from './facts.ts'
import { capitalised, listed } from '../../../platform/text/english.ts'

export interface Post {
  headline: string
  blocks: Block[]
}

/** A part under its heading; without anything to say there is no heading either. */
const part = (text: string, ...blocks: (Block | false)[]): Block[] => {
  const said = blocks.filter((block) => block !== false)
  return said.length > 0 ? [{ kind: 'heading', text }, ...said] : []
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const inWords = (count: number): string => numbers[count] ?? String(count)
/** "Staff of" → "staff of", but "CNWL" stays. */
const small = (text: string): string =>
  /^[A-Z]([a-z]|\s)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
const unstopped = (text: string): string => text.replace(/\s*\.$/, '')

/** A news post drawn from the records alone: unrecorded facts are left out, and nobody is named. */
export function postOf(facts: PostFacts): Post {
  return {
    headline: headlineOf(facts),
    blocks: [
      ...opening(facts),
      ...part('What the day was for', facts.event.aims.length > 0 && aims(facts)),
      ...part('The shape of the day', facts.programme.length > 0 && programme(facts)),
      ...ideasPart(facts),
      ...part('The vote', ...facts.ballots.flatMap((ballot) => vote(facts, ballot))),
      ...pledgesPart(facts),
      ...part('Breakout rooms', ...rooms(facts)),
      ...facts.parts.flatMap(({ heading, blocks }) => part(heading, ...blocks)),
      ...part('What comes next', ...next(facts)),
      ...part(
        `About ${facts.network.name}`,
        facts.network.about !== null && paragraph(facts.network.about),
        facts.event.toldIn !== null &&
          paragraph(`The day was also told in ${small(unstopped(facts.event.toldIn))}.`),
      ),
    ],
  }
}

const at = ({ network, event }: PostFacts) => ({ network: network.id, event: event.id })

function headlineOf({ event, network, teams, ideas, pledges }: PostFacts): string {
  const counts = [
    [teams.length, teams.length === 1 ? network.teamNoun : network.teamNounPlural] as const,
    [ideas.length, ideas.length === 1 ? 'change idea' : 'change ideas'] as const,
    [pledges.length, pledges.length === 1 ? 'pledge' : 'pledges'] as const,
  ].filter(([count]) => count > 0)
  if (counts.length === 0) return event.name
  return `${event.name}: ${listed(counts.map(([count, noun]) => `${inWords(count)} ${noun}`))}`
}

function opening(facts: PostFacts): Block[] {
  const { network, event, teams } = facts
  const record = { href: paths.event(at(facts)), from: 'The event' }
  const on = { text: `${weekday(event.on)} ${day(event.on)}`, ...record }
  const by = network.organisation ? ` by ${network.organisation}` : ''
  const whose: Piece[] =
    teams.length > 0
      ? [
          ' It was a day for ',
          {
            text: `${inWords(teams.length)} ${teams.length === 1 ? network.teamNoun : network.teamNounPlural}`,
            href: paths.network({ network: network.id }),
            from: `The ${network.teamNounPlural} of the network`,
          },
          `: ${listed(teams.map(({ name }) => name))}.`,
        ]
      : []
  const where = event.place ? ` at ${event.place}` : ''
  return [
    paragraph(`${event.name} was held on `, on, `${where}${by}.`, ...whose),
    ...attendance(facts, record),
  ]
}

function attendance({ signUps, arrivals, event }: PostFacts, record: Omit<Figure, 'text'>): Block[] {
  const who = event.attendedBy && small(unstopped(event.attendedBy))
  const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)
  const signed: Piece[] =
    signUps === null
      ? []
      : [{ text: people(signUps), ...record, from: 'The sign-ups' }, ` signed up${who ? `: ${who}` : ''}.`]
  const came: Piece[] =
    arrivals === null ? [] : [` `, { text: people(arrivals), ...record, from: 'Who came in' }, ' came.']
  if (signed.length === 0 && who) return [paragraph(`Taking part: ${who}.`)]
  return signed.length + came.length > 0 ? [paragraph(...signed, ...came)] : []
}

const aims = ({ event }: PostFacts): Block => list(event.aims.map((aim) => [aim]))

/** The facts in a note about the day; parts of it that say "not recorded" are left out. */
const known = (note: string | null): string =>
  (note ?? '')
    .split(/(?<=\.)\s+/)
    .filter((sentence) => sentence !== '' && !/not recorded/i.test(sentence))
    .join(' ')

function programme(facts: PostFacts): Block {
  const past = facts.event.notRecorded.length > 0
  const items = facts.programme.map(({ title, note, startedAt }): Piece[] => {
    const when = startedAt ? `${time(startedAt)}: ` : ''
    // Notes of a day that is run here are for its helpers; those of a record from before are part of it.
    const said = past ? known(note) : ''
    return [`${when}${title}${said ? ` (${small(unstopped(said))})` : ''}`]
  })
  return { kind: 'list', ordered: true, items }
}

function ideasPart(facts: PostFacts): Block[] {
  const { ideas, network } = facts
  if (ideas.length === 0) return []
  const together = ideas.every((idea) => idea.madeWith.length > 0)
  const same = new Set(ideas.map((idea) => listed(idea.madeWith))).size === 1
  const locally = ideas.every((idea) => idea.recruitedLocally)
  const all = together && same && ideas.length > 1
  const items = ideas.map((idea): Piece[] => {
    const href = paths.idea({ network: network.id, idea: idea.id })
    const withWhom = !all && idea.madeWith.length > 0 ? `, co-produced with ${listed(idea.madeWith)}` : ''
    return [`${idea.team}: `, { text: idea.title, href, from: `The idea of ${idea.team}` }, withWhom]
  })
  const recruited = locally ? ` whom each ${network.teamNoun} had recruited locally` : ''
  return part(
    ideas.length === 1 ? 'The change idea' : 'The change ideas',
    all && paragraph(`Every idea was co-produced with ${listed(ideas[0]!.madeWith)}${recruited}.`),
    list(items),
  )
}

function vote(facts: PostFacts, { id, sentence, choices }: PostFacts['ballots'][number]): Block[] {
  const href = paths.ballot({ ...at(facts), ballot: id })
  return [
    paragraph({ text: unstopped(sentence), href, from: 'The result of the vote' }, '.'),
    ...(choices.length > 0
      ? [
          paragraph(`The ideas that the ${facts.network.teamNounPlural} chose to test:`),
          list(choices.map(({ team, idea }) => [`${team}: ${idea}`])),
        ]
      : []),
  ]
}

function pledgesPart(facts: PostFacts): Block[] {
  const { pledges, asks, network, event } = facts
  if (pledges.length === 0) return []
  const makers = new Set(pledges.map(({ team }) => team))
  const everyone = makers.size === facts.teamsInAll && pledges.length === makers.size
  const count = inWords(pledges.length)
  const figure = {
    text: everyone ? 'a pledge' : `${count} ${pledges.length === 1 ? 'pledge' : 'pledges'}`,
    href: paths.pledges(at(facts)),
    from: 'The pledges',
  }
  const who = everyone ? `Each ${network.teamNoun}` : `The ${network.teamNounPlural}`
  const needs =
    asks.length === 0 && event.notRecorded.includes('asks')
      ? ` and said what support ${everyone ? 'it' : 'they'} would need from the ${network.board} and the ${network.qiTeam}`
      : ''
  const worded = pledges.filter(({ what }) => what !== null)
  return part(
    'The pledges',
    paragraph(`${who} made `, figure, ` to commit to within ${everyone ? 'its' : 'their'} services${needs}.`),
    worded.length > 0 && list(worded.map((pledge) => pledgeItem(facts, pledge))),
    ...asked(facts),
  )
}

const pledgeItem = (facts: PostFacts, { id, team, what, by }: PostFacts['pledges'][number]): Piece[] => [
  `${team}: `,
  { text: what!, href: paths.pledge({ ...at(facts), pledge: id }), from: `The pledge of ${team}` },
  by ? `, by ${day(by)}` : '',
]

function asked({ asks, network }: PostFacts): Block[] {
  if (asks.length === 0) return []
  const items = asks.map(({ id, team, toWhom, what, answer }): Piece[] => {
    const href = paths.ask({ network: network.id, ask: id })
    const figure = { text: what, href, from: `What ${team} asked for` }
    return [`${team} asked the ${toWhom}: `, figure, answer ? ` (${answer.toLowerCase()})` : '']
  })
  return [paragraph('For this they asked for support:'), list(items)]
}

function rooms(facts: PostFacts): Block[] {
  const { rooms: all } = facts
  if (all.length === 0) return []
  const figure = {
    text: `${capitalised(inWords(all.length))} breakout ${all.length === 1 ? 'room' : 'rooms'}`,
    href: paths.rooms(at(facts)),
    from: 'The breakout rooms',
  }
  const items = all.map(({ theme, points }): Piece[] => [
    points.length > 0 ? `${theme} ${points.map((point) => `${unstopped(point)}.`).join(' ')}` : theme,
  ])
  return [
    paragraph(figure, ` took up ${all.length === 1 ? 'this question' : 'these questions'}:`),
    list(items),
  ]
}

function next(facts: PostFacts): Block[] {
  const { pledges, plans, network } = facts
  const begun: Piece[] =
    plans > 0
      ? [
          ' So far the plans of ',
          {
            text: `${inWords(plans)} of ${inWords(facts.teamsInAll)}`,
            href: paths.network({ network: network.id }),
            from: 'The plans for the year',
          },
          ' have been begun.',
        ]
      : []
  return [
    ...meetings(facts),
    ...(pledges.length > 0
      ? [
          paragraph(
            `The pledges are where the plans of the ${network.teamNounPlural} for the next year begin.`,
            ...begun,
          ),
        ]
      : []),
  ]
}

function meetings({ meetings: some, network }: PostFacts): Block[] {
  const weeks = network.meetsEveryWeeks ?? (some.any ? 6 : null)
  if (weeks === null) return []
  const record = { href: paths.reviews({ network: network.id }), from: 'The six-weekly meetings' }
  const nextOne: Piece[] = some.firstAfter
    ? [' The first meeting after the day is that of ', { text: day(some.firstAfter), ...record }, '.']
    : []
  return [
    paragraph(
      `The ${network.teamNounPlural} meet `,
      { text: everyFewWeeks(weeks), ...record },
      ` to discuss their change ideas and put questions to senior leaders.`,
      ...nextOne,
    ),
  ]
}

/** Every figure of a post, in its order, each once. */
export function figuresOf(post: Post): Figure[] {
  const pieces = post.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.pieces : block.kind === 'list' ? block.items.flat() : [],
  )
  const figures = pieces.filter((piece): piece is Figure => typeof piece !== 'string')
  return figures.filter(
    (one, place) =>
      figures.findIndex((other) => other.text === one.text && other.href === one.href) === place,
  )
}
