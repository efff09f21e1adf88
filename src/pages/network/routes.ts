import { z } from 'zod'
import { reviewsOf } from '../../after/reviews/store/meetings.ts'
import { isNotRecorded } from '../../before/events/rules.ts'
import { eventsOf } from '../../before/events/store.ts'
import { shownIdea, ShownIdeaSchema } from '../../before/ideas/record.ts'
import { coProducersOf, ideaBringers } from '../../before/ideas/store.ts'
import { membersOf, networkById, teamsOf } from '../../before/networks/store/networks.ts'
import { insiders, organisers } from '../../before/networks/store/roles.ts'
import { answering } from '../../day/asks/rules.ts'
import { askViews } from '../../day/asks/store.ts'
import { pledgesOf } from '../../day/pledges/store.ts'
import { dayOf } from '../../platform/face/dates.ts'
import { everyone } from '../../platform/store/command.ts'
import type { Db } from '../../platform/store/database.ts'
import type { Site, RequestContext } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { waitingFor } from '../home/waiting.ts'
import { uptakeOf } from '../spread/uptake.ts'
import { cardsOn } from '../cards.ts'
import { networkPage } from './views/network.ts'
import { checksOfYear, dueOf, yearOf } from './year.ts'

/** The events, the next one first and then the latest, each with how many pledges stand of it. */
export async function eventsShown(db: Db, network: string, today: string) {
  const pledges = (await pledgesOf(db, network)).filter((pledge) => !pledge.released_at)
  return (await eventsOf(db, network)).map((event) => {
    const count = pledges.filter((pledge) => pledge.event_id === event.id).length
    return {
      id: event.id,
      name: event.name,
      onDay: event.on_day,
      past: event.on_day < today,
      cancelled: event.cancelled_at !== null,
      place: event.place,
      // None on record does not mean that no pledge was made where nobody wrote them down.
      pledges: count === 0 && isNotRecorded(event, 'pledges') ? null : count,
    }
  })
}

async function meetingsShown(db: Db, network: string, now: string) {
  const meetings = (await reviewsOf(db, network)).filter((one) => !one.cancelled_at)
  const next = meetings.find((one) => one.ends_at >= now && !one.held_at)
  return {
    all: meetings.map((one) => ({ id: one.id, onDay: one.on_day, held: one.held_at !== null })),
    next: next ? { id: next.id, startsAt: next.starts_at, endsAt: next.ends_at, place: next.place } : null,
    held: meetings.filter((one) => one.held_at !== null).length,
    planned: meetings.length,
  }
}

async function read(visit: RequestContext<{ network: string }>) {
  const { db, nouns, actor, now } = visit
  const network = await networkById(db, nouns.network)
  if (!network) return undefined
  const teams = await teamsOf(db, network.id)
  const organising = await organisers.allows(db, nouns, actor)
  const uptake = await uptakeOf(db, network.id)
  const events = await eventsShown(db, network.id, dayOf(now))
  const meetings = await meetingsShown(db, network.id, now)
  return {
    network: {
      id: network.id,
      name: network.name,
      kind: network.kind,
      organisation: network.organisation,
      aim: network.aim,
      about: network.about,
      teamNoun: network.team_noun,
      teamNounPlural: network.team_noun_plural,
      boardName: network.board_name,
      qiTeamName: network.qi_team_name,
      meetsEveryWeeks: network.meets_every_weeks,
    },
    teams: teams.map(({ id, name }) => ({ id, name })),
    ideas: uptake.ideas.map((idea) => shownIdea(idea, teams)),
    events,
    meetings,
    uptake,
    asks: answering(await askViews(db, network.id)),
    year: yearOf({
      network: network.id,
      today: dayOf(now),
      events,
      meetings: meetings.all,
      due: dueOf(uptake),
      checks: await checksOfYear(db, network.id, teams),
    }),
    coProduced: new Set((await coProducersOf(db, network.id)).map((one) => one.idea_id)).size,
    waiting: await waitingFor(visit, network.id),
    today: dayOf(now),
    organising,
    people: organising ? (await membersOf(db, network.id)).length : 0,
    inside: await insiders.allows(db, nouns, actor),
    mayAddIdea: await ideaBringers.allows(db, nouns, actor),
    cards: await cardsOn('network', visit, network.id),
  }
}

const text = z.string()
const maybeText = z.string().nullable()

const NetworkAnswer = z.object({
  network: z.object({
    id: text,
    name: text,
    kind: text,
    organisation: maybeText,
    aim: maybeText,
    about: maybeText,
    teamNoun: text,
    teamNounPlural: text,
    boardName: text,
    qiTeamName: text,
    meetsEveryWeeks: z.number().nullable(),
  }),
  teams: z.array(z.object({ id: text, name: text })),
  ideas: z.array(ShownIdeaSchema),
  events: z.array(
    z.object({
      id: text,
      name: text,
      onDay: text,
      past: z.boolean(),
      cancelled: z.boolean(),
      place: maybeText,
      pledges: z.number().nullable(),
    }),
  ),
  meetings: z.object({
    next: z.object({ id: text, startsAt: text, endsAt: text, place: maybeText }).nullable(),
    held: z.number(),
    planned: z.number(),
  }),
})

export function networkPages(site: Site): void {
  site.page({
    at: paths.network,
    who: everyone,
    read,
    show: (data) => ({
      title: data.network.name,
      body: networkPage(data),
      crumbs: [{ href: paths.home({}), text: 'Home' }],
      wide: true,
    }),
    answer: NetworkAnswer,
  })
}
