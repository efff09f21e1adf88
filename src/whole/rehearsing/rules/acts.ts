import { choosableBy } from '../../../day/ballots/voting/rules/vote.ts'
import { mostChoices, type Method, type OwnIdeaRule } from '../../../day/ballots/ballot/rules/ballot.ts'
import { again, equal, useful } from '../../../day/feedback/rules.ts'
import { about, chance, likely, oneOf, shuffled } from './random.ts'
import type { Simulated } from './people.ts'
import { words } from './sample-texts.ts'

/** One thing that somebody does with their phone. */
export type Act =
  | { do: 'signUp' }
  | { do: 'arrive' }
  | { do: 'reflect'; idea: string; team: string; keep: string; change: string; firstTest: string }
  | { do: 'vote'; ballot: string; choice: string[]; device: 'own' | 'other' }
  | { do: 'pledge'; team: string; idea: string | null; what: string; firstStep: string }
  | { do: 'ask'; team: string; toWhom: 'board' | 'qi_team'; what: string }
  | { do: 'takePlace'; room: string }
  | { do: 'note'; text: string }
  | { do: 'feedback'; answers: Record<string, string> }

/** The number of a simulated person, or `lead` and a team for its lead, who signs in. */
export type Who = number | `lead ${string}`

export interface Intent {
  who: Who
  act: Act
  /** Seconds after the moment began, at the speed of life. */
  after: number
  /** Done once under this name, however often it is sent. */
  key: string
  /** The phone had no network when it was meant to be sent, and sends it when it has. */
  queued?: true
  /** The answer was lost on the way, so that the phone sends it again. */
  twice?: true
}

interface Idea {
  idea: string
  team: string
}

/** Something begins that people react to. */
export type Moment =
  | { what: 'reflection'; key: string; ideas: readonly Idea[] }
  | {
      what: 'ballot'
      key: string
      method: Method
      atMost: number | null
      ownIdea: OwnIdeaRule
      options: readonly Idea[]
    }
  | { what: 'pledges'; key: string; ideas: readonly Idea[] }
  | { what: 'rooms'; key: string; rooms: readonly string[] }
  | { what: 'feedback'; key: string }

type Bare = Pick<Intent, 'act' | 'after'> & { key?: string }

const abstains = 0.06
const changesMind = 0.1
const triesTwice = 0.02
const answersFeedback = 0.7
const losesWifi = 0.15
const answerLost = 0.05

/** Everyone's intents at a moment, in no order; the same for the same seed. */
export function intentsAt(moment: Moment, people: readonly Simulated[], seed: number): Intent[] {
  if (moment.what === 'ballot' && moment.method === 'team') return leadsVote(moment, people, seed)
  return people.flatMap((person) => {
    const acts = actsOf(moment, person, seed)
    return throughWifi(acts, person.number, moment.key, seed).map(({ key = '', ...one }) => ({
      ...one,
      who: person.number,
      key: `${moment.key} ${person.number} ${key}`,
    }))
  })
}

function actsOf(moment: Moment, person: Simulated, seed: number): Bare[] {
  if (moment.what === 'reflection') return reflections(moment, person, seed)
  if (moment.what === 'ballot') return votes(moment, person, seed)
  if (moment.what === 'pledges') return pledges(moment, person, seed)
  if (moment.what === 'rooms') return inRooms(moment, person, seed)
  return feedback(moment.key, person, seed)
}

type Of<What extends Moment['what']> = Extract<Moment, { what: What }>

function reflections({ ideas, key }: Of<'reflection'>, person: Simulated, seed: number): Bare[] {
  const { number, team, slow, place } = person
  if (!team || place > 2) return []
  // The two who write share the ideas of the others between them.
  const own = ideas.filter((one) => one.team !== team)
  return own.flatMap(({ idea }, at) => {
    const seeds = [seed, key, number, idea] as const
    if ((at + place) % 2 === 1) return []
    const act = {
      do: 'reflect' as const,
      idea,
      team,
      keep: oneOf(words.keep, ...seeds, 'keep'),
      change: oneOf(words.change, ...seeds, 'change'),
      firstTest: oneOf(words.firstTest, ...seeds, 'test'),
    }
    return [{ act, after: about(90, ...seeds) * slow * (1 + at / 2), key: idea }]
  })
}

/** Everyone has their own order of the ideas, in which some are liked by most. */
function choiceOf(moment: Of<'ballot'>, team: string, who: Who, seed: number, change = ''): string[] {
  const options = choosableBy(team, moment)
  const score = (idea: string) => chance(seed, 'liked', idea) + chance(seed, who, idea, change)
  const ranked = options.map(({ idea }) => idea).sort((a, b) => score(b) - score(a) || (a < b ? -1 : 1))
  const most = mostChoices(moment, ranked.length)
  const few = moment.method === 'ranked' ? Math.min(2, most) : 1
  return ranked.slice(0, few + Math.floor(chance(seed, who, 'how many') * (most - few + 1)))
}

function votes(moment: Of<'ballot'>, { number, team, slow }: Simulated, seed: number): Bare[] {
  const seeds = [seed, moment.key, number] as const
  if (!team || chance(...seeds, 'abstains') < abstains) return []
  const vote = (device: 'own' | 'other', change = ''): Act => ({
    do: 'vote',
    ballot: moment.key,
    choice: choiceOf(moment, team, number, seed, change),
    device,
  })
  const first = about(25, ...seeds, 'vote') * slow
  const acts: Bare[] = [{ act: vote('own'), after: first, key: 'vote' }]
  if (acts[0]!.act.do === 'vote' && acts[0]!.act.choice.length === 0) return []
  if (chance(...seeds, 'changes') < changesMind)
    acts.push({ act: vote('own', 'changed'), after: first + about(20, ...seeds, 'changes'), key: 'changed' })
  if (chance(...seeds, 'tries') < triesTwice)
    acts.push({ act: vote('other', 'tries'), after: first + about(30, ...seeds, 'tries'), key: 'tries' })
  return acts
}

/** The vote of each team, where it has one: its lead gives it after the team has talked. */
function leadsVote(moment: Of<'ballot'>, people: readonly Simulated[], seed: number): Intent[] {
  const teams = [...new Set(people.flatMap(({ team }) => team ?? []))]
  return teams.flatMap((team) => {
    const choice = choiceOf(moment, team, `lead ${team}`, seed)
    if (choice.length === 0) return []
    const act: Act = { do: 'vote', ballot: moment.key, choice, device: 'own' }
    const after = about(60, seed, moment.key, team)
    return [{ who: `lead ${team}` as const, act, after, key: `${moment.key} lead ${team} vote` }]
  })
}

function pledges({ ideas, key }: Of<'pledges'>, person: Simulated, seed: number): Bare[] {
  const { number, team, slow, place } = person
  const seeds = [seed, key, number] as const
  if (!team || place > 1) return []
  const others = ideas.filter((one) => one.team !== team)
  const idea = others.length > 0 ? likely(shuffled(others, seed, 'liked'), ...seeds).idea : null
  const pledge: Act = {
    do: 'pledge',
    team,
    idea,
    what: oneOf(words.pledge, ...seeds, 'what'),
    firstStep: oneOf(words.firstTest, ...seeds, 'step'),
  }
  const ask: Act = {
    do: 'ask',
    team,
    toWhom: oneOf(['board', 'qi_team'], ...seeds, 'whom'),
    what: oneOf(words.ask, ...seeds, 'ask'),
  }
  const after = about(120, ...seeds, 'pledge') * slow
  return [
    { act: pledge, after, key: 'pledge' },
    { act: ask, after: after + about(60, ...seeds, 'ask'), key: 'ask' },
  ]
}

function inRooms({ rooms, key }: Of<'rooms'>, { number, slow }: Simulated, seed: number): Bare[] {
  if (rooms.length === 0) return []
  const seeds = [seed, key, number] as const
  const after = about(20, ...seeds, 'place') * slow
  const acts: Bare[] = [
    { act: { do: 'takePlace', room: oneOf(rooms, ...seeds, 'room') }, after, key: 'place' },
  ]
  const notes = Math.floor(chance(...seeds, 'notes') * 2.4)
  for (let at = 0; at < notes; at += 1) {
    const text = oneOf(words.note, ...seeds, 'note', at)
    acts.push({
      act: { do: 'note', text },
      after: after + about(240, ...seeds, at) * (at + 1),
      key: `note ${at}`,
    })
  }
  return acts
}

function feedback(key: string, { number, team, livedExperience, slow }: Simulated, seed: number): Bare[] {
  const seeds = [seed, key, number] as const
  if (chance(...seeds, 'answers') >= answersFeedback) return []
  const tells = (what: string) => chance(...seeds, what) < 0.5
  const answers = {
    useful: likely(useful, ...seeds, 'useful'),
    equal: likely(equal, ...seeds, 'equal'),
    again: likely(again, ...seeds, 'again'),
    takeHome: tells('take home') ? oneOf(words.pledge, ...seeds, 'home') : '',
    different: tells('different') ? oneOf(words.different, ...seeds, 'else') : '',
    team: tells('team') ? (team ?? '') : '',
    part: tells('part') ? (livedExperience === 'none' ? 'staff' : 'lived') : '',
  }
  return [
    { act: { do: 'feedback', answers }, after: about(90, ...seeds, 'feedback') * slow, key: 'feedback' },
  ]
}

/** Some phones lose the network for a while, and send their forms when it is back. */
function throughWifi(acts: Bare[], who: number, moment: string, seed: number) {
  const lost = chance(seed, moment, who, 'wifi') < losesWifi
  const from = 10 + 60 * chance(seed, moment, who, 'from')
  const until = from + about(45, seed, moment, who, 'until')
  return acts.map((one, at): Bare & Pick<Intent, 'queued' | 'twice'> => {
    const twice = chance(seed, moment, who, 'lost', at) < answerLost && { twice: true as const }
    if (!lost || one.after < from || one.after > until) return { ...one, ...twice }
    return { ...one, ...twice, after: until + at / 10, queued: true }
  })
}

/** Signing up and coming in, in seconds from the beginning, of a time of so many seconds before the day begins. */
export const comingIn = (people: readonly Simulated[], opening: number): Intent[] =>
  people.flatMap(({ number, signsUpAt, arrivesAt }) => [
    { who: number, act: { do: 'signUp' }, after: signsUpAt * opening, key: `sign-up ${number}` },
    { who: number, act: { do: 'arrive' }, after: arrivesAt * opening, key: `arrival ${number}` },
  ])
