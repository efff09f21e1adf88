import { aimsOf, heldBefore, isNotRecorded } from '../../../before/events/rules.ts'
import { eventById, type EventRow } from '../../../before/events/store.ts'
import { coProducerNames } from '../../../before/ideas/rules.ts'
import { coProducersOf, ideasOf, type IdeaRow } from '../../../before/ideas/store.ts'
import {
  networkById,
  teamsOf,
  type NetworkRow,
  type TeamRow,
} from '../../../before/networks/store/networks.ts'
import { attendeesOf, type AttendeeRow } from '../../../before/sign-ups/store.ts'
import { answerNames } from '../../../day/asks/rules.ts'
import { asksOf } from '../../../day/asks/store.ts'
import {
  ballotsOf,
  optionsOf,
  teamChoicesOf,
  type BallotRow,
} from '../../../day/ballots/ballot/store/ballots.ts'
import { resultOf } from '../../../day/ballots/counting/store/results.ts'
import { pledgesAt, type PledgeRow } from '../../../day/pledges/store.ts'
import { itemsOf, type ItemRow } from '../../../day/programme/store/items.ts'
import { namer } from '../../../day/programme/store/shown.ts'
import { roomsOf } from '../../../day/rooms/store/rooms.ts'
import type { Db } from '../../../platform/store/database.ts'
import { plansOf } from '../../plans/store.ts'
import { reviewsOf } from '../../reviews/store/meetings.ts'
import { parts } from '../parts.ts'
import type { PostFacts } from '../rules/facts.ts'

interface Of {
  db: Db
  network: NetworkRow
  event: EventRow
  teams: TeamRow[]
  items: ItemRow[]
  ideas: IdeaRow[]
  pledges: PledgeRow[]
  attendees: AttendeeRow[]
  ballots: BallotRow[]
}

/** All that a post may tell of an event, drawn from the records of every slice. */
export async function factsOf(db: Db, networkId: string, eventId: string): Promise<PostFacts | undefined> {
  const network = await networkById(db, networkId)
  const event = network && (await eventById(db, network.id, eventId))
  if (!event) return undefined
  const [items, teams, ideas, made, attendees, ballots] = await Promise.all([
    itemsOf(db, network.id, event.id),
    teamsOf(db, network.id),
    ideasOf(db, network.id),
    pledgesAt(db, network.id, event.id),
    attendeesOf(db, network.id, event.id),
    ballotsOf(db, network.id, event.id),
  ])
  const of = { db, network, event, items, teams, ideas, pledges: made, attendees, ballots }
  const pledges = pledgeFacts(of)
  const rooms = await roomFacts(of)
  return {
    network: {
      id: network.id,
      name: network.name,
      organisation: network.organisation,
      about: network.about,
      teamNoun: network.team_noun,
      teamNounPlural: network.team_noun_plural,
      board: network.board_name,
      qiTeam: network.qi_team_name,
      meetsEveryWeeks: network.meets_every_weeks,
    },
    event: {
      id: event.id,
      name: event.name,
      on: event.on_day,
      place: event.place,
      aims: aimsOf(event),
      attendedBy: event.attended_by,
      toldIn: event.told_in,
      notRecorded: event.not_recorded.split(' ').filter((thing) => thing !== ''),
    },
    ...peopleFacts(of),
    teams: teamsThere(of).map(({ id, name }) => ({ id, name })),
    teamsInAll: of.teams.length,
    programme: await programmeFacts(of),
    ideas: await ideaFacts(of),
    ballots: await ballotFacts(of),
    pledges,
    asks: await askFacts(of, new Set(pledges.map(({ id }) => id))),
    rooms,
    parts: await addedParts(of),
    plans: await plansBegun(of),
    meetings: await meetingFacts(of),
  }
}

const nameIn = ({ teams, network }: Of, id: string): string =>
  teams.find((team) => team.id === id)?.name ?? `A ${network.team_noun}`

function peopleFacts({ attendees, event }: Of) {
  const arrived = attendees.filter(({ arrived_at }) => arrived_at !== null).length
  const unknown = attendees.length === 0 || isNotRecorded(event, 'people')
  return {
    signUps: event.sign_ups_counted ?? (unknown ? null : attendees.length),
    arrivals: arrived === 0 || isNotRecorded(event, 'arrivals') ? null : arrived,
  }
}

async function programmeFacts({ db, network, event, items }: Of): Promise<PostFacts['programme']> {
  const named = await namer(db, network.id)
  return items
    .filter(({ kind, started_at }) => kind !== 'break' && (started_at !== null || heldBefore(event)))
    .map((item) => ({ title: named(item).title, note: item.note, startedAt: item.started_at }))
}

/** The teams that had a part in a day that was run here: their idea on the programme, a sign-up or a pledge. */
function teamsThere({ event, items, teams, ideas, attendees, pledges }: Of): TeamRow[] {
  if (heldBefore(event)) return teams
  const shown = new Set(items.map(({ idea_id }) => idea_id))
  const there = new Set([
    ...ideas.filter(({ id }) => shown.has(id)).map(({ team_id }) => team_id),
    ...attendees.map(({ team_id }) => team_id),
    ...pledges.map(({ team_id }) => team_id),
  ])
  return teams.filter(({ id }) => there.has(id))
}

/** The rooms, if they were begun or something was noted in them; a plan of rooms alone tells nothing of the day. */
async function roomFacts({ db, network, event, items }: Of): Promise<PostFacts['rooms']> {
  const rooms = (await roomsOf(db, network.id, event.id)).map((room) => ({
    id: room.id,
    theme: room.theme,
    points: [room.point_1, room.point_2, room.point_3].filter((point) => point !== null),
  }))
  const begun = heldBefore(event) || items.some(({ kind, started_at }) => kind === 'rooms' && started_at)
  return begun ? rooms : rooms.filter(({ points }) => points.length > 0)
}

/** The ideas on the programme, voted on or pledged; of an event from before, where that is not known, all. */
async function ideaFacts(of: Of): Promise<PostFacts['ideas']> {
  const { db, network, event, teams, items, ballots, pledges, ideas } = of
  const options = (await Promise.all(ballots.map(({ id }) => optionsOf(db, network.id, id)))).flat()
  const shown = new Set(
    [...items, ...options, ...pledges].map(({ idea_id }) => idea_id).filter((id) => id !== null),
  )
  const makers = await coProducersOf(db, network.id)
  const place = (team: string) => teams.findIndex(({ id }) => id === team)
  return ideas
    .filter(({ id }) => shown.has(id) || (shown.size === 0 && heldBefore(event)))
    .toSorted((a, b) => place(a.team_id) - place(b.team_id))
    .map((idea) => {
      const own = makers.filter(({ idea_id, kind }) => idea_id === idea.id && kind !== 'staff')
      return {
        id: idea.id,
        title: idea.title,
        team: nameIn(of, idea.team_id),
        madeWith: [...new Set(own.map(({ kind }) => coProducerNames[kind].toLowerCase()))],
        recruitedLocally: own.length > 0 && own.every(({ recruited_by }) => recruited_by === idea.team_id),
      }
    })
}

/** Only what was revealed; a choice is the one that the team confirmed. */
async function ballotFacts(of: Of): Promise<PostFacts['ballots']> {
  const { db, network, ideas, ballots } = of
  const titles = new Map(ideas.map(({ id, title }) => [id, title]))
  const choices = await teamChoicesOf(db, network.id)
  const facts: PostFacts['ballots'] = []
  for (const ballot of ballots) {
    const result = await resultOf(db, network.id, ballot)
    if (!result) continue
    const confirmed = choices
      .filter(({ ballot_id }) => ballot_id === ballot.id)
      .map((choice) => ({ team: nameIn(of, choice.team_id), idea: titles.get(choice.idea_id) ?? '' }))
    facts.push({ id: ballot.id, sentence: result.sentence, choices: confirmed })
  }
  return facts
}

function pledgeFacts(of: Of): PostFacts['pledges'] {
  const place = (team: string) => of.teams.findIndex(({ id }) => id === team)
  return of.pledges
    .filter(({ released_at }) => released_at === null)
    .toSorted((a, b) => place(a.team_id) - place(b.team_id))
    .map(({ id, team_id, what, by_day }) => ({ id, team: nameIn(of, team_id), what, by: by_day }))
}

async function askFacts(of: Of, pledges: ReadonlySet<string>): Promise<PostFacts['asks']> {
  const { network } = of
  return (await asksOf(of.db, network.id))
    .filter((ask) => pledges.has(ask.pledge_id) && !ask.withdrawn_at)
    .map((ask) => ({
      id: ask.id,
      team: nameIn(of, ask.team_id),
      toWhom: ask.to_whom === 'board' ? network.board_name : network.qi_team_name,
      what: ask.what,
      answer: ask.answer ? answerNames[ask.answer.kind] : null,
    }))
}

/** Parts that say nothing are left out. */
async function addedParts({ db, network, event }: Of): Promise<PostFacts['parts']> {
  const at = { network: network.id, event: event.id }
  const all = await Promise.all(
    parts.map(async ({ heading, read }) => ({ heading, blocks: await read(db, at) })),
  )
  return all.filter(({ blocks }) => blocks.length > 0)
}

const plansBegun = async ({ db, network, event }: Of): Promise<number> =>
  new Set(
    (await plansOf(db, network.id))
      .filter((plan) => plan.ends_on >= event.on_day)
      .map((plan) => plan.team_id),
  ).size

async function meetingFacts({ db, network, event }: Of): Promise<PostFacts['meetings']> {
  const meetings = (await reviewsOf(db, network.id)).filter(({ cancelled_at }) => cancelled_at === null)
  return {
    any: meetings.length > 0,
    firstAfter: meetings.find(({ on_day }) => on_day > event.on_day)?.on_day ?? null,
  }
}
