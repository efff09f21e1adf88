import type { PledgeRow } from '../../day/pledges/store.ts'
import { dayOf } from '../../platform/face/dates.ts'
import { yearOf } from '../network/year.ts'
import type { Uptake, Way } from '../spread/uptake.ts'
import { at, event, now, options, teams } from './made-up.ts'

const pledge = (team: string, idea: string | null, changed: Partial<PledgeRow> = {}): PledgeRow => ({
  network_id: at.network,
  id: `of-${team}`,
  event_id: at.event,
  team_id: team,
  idea_id: idea,
  what: 'From May every new referral has one conversation.',
  first_step: null,
  by_day: '2027-03-01',
  lead: null,
  made_at: now,
  made_by: null,
  claimed_at: null,
  updated_at: now,
  released_at: null,
  released_by: null,
  release_reason: null,
  completed_at: null,
  completed_by: null,
  ...changed,
})

const way = (team: string, idea: string | null, changed: Partial<Way> = {}): Way => ({
  team,
  idea,
  home: false,
  reflectedOn: dayOf(now),
  choseOn: null,
  pledges: [],
  asks: [],
  plannedOn: null,
  cycles: [],
  adoption: undefined,
  ...changed,
})

const [brent, harrow, hillingdon] = teams.map(({ id }) => id) as [string, string, string]
const [first, second, third] = options.map(({ idea }) => idea) as [string, string, string]

const cycle = {
  network_id: at.network,
  id: 'test',
  pledge_id: `of-${harrow}`,
  team_id: harrow,
  question: 'Does one conversation suffice?',
  prediction: 'For eight of ten people.',
  after_id: null,
  confidence: null,
  scale: null,
  starts_on: null,
  plan: null,
  data: null,
  happened: null,
  as_expected: null,
  learnt: null,
  decision: null,
  next: null,
  breakthrough_at: null,
  planned_at: now,
  planned_by: 'operator',
  decided_at: null,
  decided_by: null,
}

/** Teams that have come to every stage with each other's ideas. */
export const uptake: Uptake = {
  unrecorded: new Set(),
  ideas: options.map(({ idea, title, team }) => ({
    network_id: at.network,
    id: idea,
    team_id: team,
    title,
    problem: null,
    changes: null,
    evidence: null,
    needs: null,
    slides_url: null,
    came_from: null,
    created_at: now,
    updated_at: now,
  })),
  teams,
  ways: [
    ...options.map(({ idea, team }) => way(team, idea, { home: true, reflectedOn: null })),
    way(harrow, first, {
      choseOn: dayOf(now),
      pledges: [pledge(harrow, first)],
      cycles: [cycle],
      plannedOn: dayOf(now),
    }),
    way(hillingdon, first, { choseOn: dayOf(now) }),
    way(brent, second, { choseOn: dayOf(now), pledges: [pledge(brent, second, { by_day: '2027-01-01' })] }),
    way(hillingdon, second),
    way(brent, third, {
      pledges: [
        pledge(brent, third, {
          id: 'ended',
          released_at: now,
          release_reason: 'Nobody has the time for it now.',
        }),
      ],
    }),
    way(hillingdon, null, { reflectedOn: null, pledges: [pledge(hillingdon, null, { by_day: null })] }),
  ],
}

export const year = yearOf({
  network: at.network,
  today: '2027-02-20',
  events: [{ id: at.event, name: event().name, onDay: event().on_day, cancelled: false }],
  meetings: [
    { id: 'one', onDay: '2027-02-10', held: true },
    { id: 'two', onDay: '2027-03-24', held: false },
    { id: 'three', onDay: '2027-05-05', held: false },
  ],
  due: [
    { id: `of-${brent}`, event: at.event, team: 'Brent', byDay: '2027-01-30' },
    { id: `of-${harrow}`, event: at.event, team: 'Harrow', byDay: '2027-03-01' },
  ],
})
