import type { EventRow } from '../../before/events/store.ts'
import type { NetworkRow, TeamRow } from '../../before/networks/store/networks.ts'
import type { CountedVote } from '../../day/ballots/counting/rules/count.ts'
import { resultOfVotes } from '../../day/ballots/counting/rules/result.ts'
import { sentenceOf } from '../../day/ballots/counting/rules/result-sentences.ts'
import type { BallotState, Method } from '../../day/ballots/ballot/rules/ballot.ts'
import type { BallotShown, OptionShown } from '../../day/ballots/counting/store/results.ts'
import type { PledgeView } from '../../day/pledges/record.ts'
import { plannedTimes, plus, positionOf } from '../../day/programme/rules/plan.ts'
import { untouched } from '../../day/programme/store/items.ts'
import type { ShownItem } from '../../day/programme/store/shown.ts'
import type { ItemKind } from '../../items.ts'
import type { TheDay } from '../now/day.ts'

/** Eleven in the morning of the day. */
export const now = '2027-01-27T11:00:00.000Z'
export const begins = '2027-01-27T09:30:00.000Z'
export const at = { network: 'made-up', event: 'the-day' }

export const network: NetworkRow = {
  id: at.network,
  name: 'Made-up Mental Health Collaborative',
  kind: 'real',
  organisation: 'Made-up NHS Foundation Trust',
  aim: 'Nobody waits longer than six weeks for a first appointment.',
  about: 'Eight services show each other what worked.\n\nEach tests one change of another in its own place.',
  team_noun: 'service',
  team_noun_plural: 'services',
  board_name: 'Quality board',
  qi_team_name: 'QI team',
  meets_every_weeks: 6,
  created_at: '2026-09-01T09:00:00.000Z',
  calendar: null,
}

export const teams: TeamRow[] = ['Brent', 'Harrow', 'Hillingdon and Uxbridge Community Memory Service'].map(
  (name, position) => ({ network_id: network.id, id: name.split(' ')[0]!.toLowerCase(), name, position }),
)

export const event = (changed: Partial<EventRow> = {}): EventRow => ({
  network_id: network.id,
  id: at.event,
  name: 'The first Spread-a-thon',
  on_day: '2027-01-27',
  starts_at: begins,
  ends_at: '2027-01-27T16:00:00.000Z',
  place: 'The Hub, 1 Station Road, Harrow',
  link: null,
  aims: null,
  attended_by: null,
  told_in: null,
  capacity: 60,
  join_code: 'K7QM2X',
  sign_ups_counted: null,
  sign_up_closed_at: null,
  sign_up_closed_by: null,
  cancelled_at: null,
  cancelled_by: null,
  not_recorded: '',
  sequence: 0,
  created_at: '2026-11-01T09:00:00.000Z',
  ...changed,
})

export const options: OptionShown[] = [
  { idea: 'one-go', title: 'Assess in one go', team: 'brent', teamName: 'Brent', place: 0 },
  { idea: 'talk-first', title: 'Talk first, write later', team: 'harrow', teamName: 'Harrow', place: 1 },
  {
    idea: 'letters',
    title: 'Write letters to the person, in words that they use themselves, and copy in the practice',
    team: 'hillingdon',
    teamName: teams[2]!.name,
    place: 2,
  },
]

const votes = (team: string, chosen: [string, number][]): CountedVote[] =>
  chosen.flatMap(([idea, many]) => Array.from({ length: many }, () => ({ team, choices: [idea] })))

const allVotes = [
  ...votes('brent', [
    ['talk-first', 7],
    ['letters', 2],
  ]),
  ...votes('harrow', [
    ['one-go', 6],
    ['letters', 4],
  ]),
  ...votes('hillingdon', [
    ['talk-first', 5],
    ['one-go', 3],
  ]),
]

export function ballot(state: BallotState, method: Method = 'person'): BallotShown {
  const result = resultOfVotes(allVotes, options, method, 'excluded')
  const sentence = sentenceOf(result, new Map(options.map(({ idea, title }) => [idea, title])), method)
  const over = state === 'closed' || state === 'revealed'
  return {
    ballot: 'the-vote',
    event: at.event,
    question: 'Which idea will you test in your own service?',
    method,
    atMost: null,
    ownIdea: 'excluded',
    state,
    closedAt: over ? now : null,
    revealedAt: state === 'revealed' ? now : null,
    teamNoun: network.team_noun,
    teamNounPlural: network.team_noun_plural,
    options,
    onScreen: false,
    ...(state === 'revealed' && { result: { ...result, sentence } }),
    turnout: teams.map(({ id, name }, place) => ({
      team: id,
      teamName: name,
      voted: state === 'made' ? 0 : [9, 10, 8][place]!,
      mayVote: 12,
      present: over ? [9, 10, 8][place]! : 11,
      toCome: over ? 0 : 11 - [9, 10, 8][place]!,
    })),
  }
}

const part = (kind: ItemKind, title: string, minutes: number, more: Partial<ShownItem> = {}) => ({
  kind,
  title,
  minutes,
  ...more,
})

const programme = [
  part('talk', 'How ideas spread', 20),
  part('idea', 'Assess in one go', 15, { idea_id: 'one-go', team: 'Brent' }),
  part('reflection', 'What would you keep?', 20),
  part('ballot', 'The vote', 10, { ballot_id: 'the-vote' }),
  part('break', 'Lunch', 45),
  part('rooms', 'Breakout rooms', 30),
  part('pledges', 'What we pledge', 30),
  part('feedback', 'How was the day?', 10),
]

/** The programme as far as it has gone: what comes before a kind is over, and that is on. */
export function items(on: ItemKind | 'over' | 'nothing' = 'nothing'): ShownItem[] {
  const reached =
    on === 'over' ? programme.length : on === 'nothing' ? 0 : programme.findIndex(({ kind }) => kind === on)
  const made = programme.map((one, position): Omit<ShownItem, 'slot'> => ({
    network_id: network.id,
    event_id: at.event,
    id: `part-${position}`,
    position,
    planned_at: null,
    idea_id: null,
    ballot_id: null,
    link: null,
    note: null,
    ...untouched,
    team: null,
    slides: null,
    ...one,
    started_at: position < reached ? begins : position === reached && on !== 'nothing' ? plus(now, -5) : null,
    finished_at: position < reached ? plus(now, -5) : null,
  }))
  const slots = plannedTimes(made, begins)
  return made.map((one) => ({ ...one, slot: slots.get(one.id)! }))
}

/** The day while a kind of part is on. */
export function day(on: ItemKind | 'over' | 'nothing' = 'nothing', changed: Partial<TheDay> = {}): TheDay {
  const all = items(on)
  return {
    at,
    network,
    event: event(),
    items: all,
    standing: positionOf(all),
    ballot: on === 'ballot' ? ballot('open') : undefined,
    openAside: false,
    votesOver: on === 'over' ? [{ ballot: 'the-vote', revealed: true }] : [],
    feedback: { state: on === 'feedback' ? 'open' : 'made', answered: on === 'feedback' ? 7 : 0, there: 33 },
    ...(on === 'idea' && {
      idea: {
        id: 'one-go',
        together: true,
        evidence: 'People wait 18 % fewer days for their first appointment.',
        changes: 'One conversation takes the place of three assessments.',
        needs: 'A room for an hour, and a team that trusts what its neighbours wrote.',
      },
    }),
    of: undefined,
    now,
    ...changed,
  }
}

export const pledge = (changed: Partial<PledgeView> = {}): PledgeView => ({
  id: 'the-pledge',
  team: { id: 'harrow', name: 'Harrow' },
  idea: { id: 'one-go', title: 'Assess in one go' },
  what: 'We test one visit instead of three, with ten people from February.',
  firstStep: 'Ask Brent for its form',
  lead: null,
  byDay: '2027-02-26',
  madeAt: now,
  claimedAt: null,
  state: 'open',
  releasedAt: null,
  releaseReason: null,
  completedAt: null,
  ...changed,
})

export const pledges: PledgeView[] = [
  pledge(),
  pledge({ id: 'second', team: { id: 'brent', name: 'Brent' }, idea: null, what: null, byDay: null }),
  pledge({
    id: 'third',
    team: { id: 'hillingdon', name: teams[2]!.name },
    what: 'We stop sending the second letter, because nobody reads it and it takes four hours a week.',
    state: 'completed',
    completedAt: now,
  }),
]
