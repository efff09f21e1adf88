import { z } from 'zod'
import { aimsOf, zone, dayState, refuseSignUp, type AtEvent } from '../../before/events/rules.ts'
import { eventById, type EventRow } from '../../before/events/store.ts'
import { ideasOf } from '../../before/ideas/store.ts'
import { networkById, teamsOf, type TeamRow } from '../../before/networks/store/networks.ts'
import { insiders, organisers } from '../../before/networks/store/roles.ts'
import { attendeeOf } from '../../before/sign-ups/store.ts'
import { countsNow } from '../../before/sign-ups/store/places.ts'
import { ballotsOf } from '../../day/ballots/ballot/store/ballots.ts'
import { ballotShown } from '../../day/ballots/counting/store/results.ts'
import { lineOf } from '../../day/programme/rules/line.ts'
import { programmeLine } from '../../day/programme/views/line.ts'
import { pastTheEnd, programmeEnds } from '../../day/programme/rules/times.ts'
import { programmeOf } from '../../day/programme/store/shown.ts'
import { todayIn } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import type { Site, RequestContext } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import type { Db } from '../../platform/store/database.ts'
import { eventView } from './views.ts'
import type { EventPage } from './shown.ts'

const Answer = z.object({
  id: z.string(),
  name: z.string(),
  on: z.string(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  place: z.string().nullable(),
  aims: z.array(z.string()),
  capacity: z.number().nullable(),
  signUpIsOpen: z.boolean(),
  signUps: z.object({
    total: z.number().nullable(),
    teams: z.array(z.object({ id: z.string().nullable(), name: z.string(), people: z.number() })),
  }),
  programme: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      team: z.string().nullable(),
      minutes: z.number().nullable(),
      plannedAt: z.string().nullable(),
    }),
  ),
  ideas: z.array(z.object({ id: z.string(), title: z.string(), team: z.string() })),
})

/** Sign-ups, in all and by team; for an event whose people were never listed, the number alone. */
async function signUpsOf(db: Db, event: EventRow, teams: TeamRow[]): Promise<EventPage['signUps']> {
  const counted = new Map(
    (await countsNow(db, { network: event.network_id, event: event.id })).map((one) => [
      one.team_id,
      one.many,
    ]),
  )
  const total = [...counted.values()].reduce((all, one) => all + one, 0)
  if (total === 0 && event.sign_ups_counted !== null) return { total: event.sign_ups_counted, teams: [] }
  const named = teams.map((team) => ({ id: team.id, name: team.name, people: counted.get(team.id) ?? 0 }))
  const others = counted.get(null) ?? 0
  return {
    total,
    teams:
      total === 0 ? [] : others ? [...named, { id: null, name: 'None of these', people: others }] : named,
  }
}

async function programmeAndIdeas(db: Db, event: EventRow, teams: TeamRow[], now: string) {
  const { network_id: network, id, on_day, starts_at, ends_at } = event
  const items = await programmeOf(db, { network, event: id })
  const all = await ideasOf(db, network)
  const shown = items.flatMap((item) => (item.idea_id ? [item.idea_id] : []))
  const ideas = shown.length ? shown.flatMap((one) => all.filter((idea) => idea.id === one)) : all
  const teamName = (team: string) => teams.find((one) => one.id === team)?.name ?? team
  return {
    line: items.some(({ slot }) => slot.at)
      ? programmeLine({
          parts: lineOf(items, starts_at, now, dayState(event, now) === 'today'),
          onDay: on_day,
          now,
        })
      : undefined,
    runsPast: pastTheEnd(programmeEnds(items, starts_at), { on_day, starts_at, ends_at }),
    programme: items.map(({ id: item, kind, title, team, minutes, slot }) => ({
      id: item,
      kind,
      title,
      team,
      minutes,
      plannedAt: slot.at ?? null,
    })),
    ideas: [...new Set(ideas)].map((idea) => ({
      id: idea.id,
      title: idea.title,
      team: teamName(idea.team_id),
    })),
  }
}

/** The vote whose result came out last: a second vote, where one decided what another left open. */
async function lastResult(db: Db, { network, event }: AtEvent): Promise<EventPage['result']> {
  const last = (await ballotsOf(db, network, event))
    .filter(({ revealed_at }) => revealed_at)
    .toSorted((a, b) => (a.revealed_at! < b.revealed_at! ? 1 : -1))[0]
  return last && ballotShown(db, network, event, last.id)
}

async function readEvent(visit: RequestContext<AtEvent>): Promise<EventPage | undefined> {
  const { db, nouns, actor, now } = visit
  const [network, event] = [
    await networkById(db, nouns.network),
    await eventById(db, nouns.network, nouns.event),
  ]
  if (!network || !event) return undefined
  const teams = await teamsOf(db, network.id)
  const own = await attendeeOf(db, actor, network.id, event.id)
  const mayOrganise = await organisers.allows(db, nouns, actor)
  const refusal = refuseSignUp(event, now)
  const signUps = await signUpsOf(db, event, teams)
  const full = event.capacity !== null && (signUps.total ?? 0) >= event.capacity
  return {
    id: event.id,
    name: event.name,
    on: event.on_day,
    today: todayIn(zone, now),
    startsAt: event.starts_at,
    endsAt: event.ends_at,
    place: event.place,
    aims: aimsOf(event),
    capacity: event.capacity,
    signUpIsOpen: refusal === undefined && !full,
    signUps,
    ...(await programmeAndIdeas(db, event, teams, now)),
    address: visit.address(paths.signUp(nouns)),
    result: await lastResult(db, nouns),
    row: event,
    network,
    state: dayState(event, now),
    refusal,
    full,
    own: own && { arrived: own.arrived_at !== null },
    mayOrganise,
    link: own || (await insiders.allows(db, nouns, actor)) ? event.link : null,
  }
}

export function eventPage(site: Site): void {
  site.page({
    at: paths.event,
    who: everyone,
    read: readEvent,
    answer: Answer,
    show: (page, visit) => ({
      title: page.name,
      crumbs: [{ text: page.network.name, href: paths.network({ network: page.network.id }) }],
      body: eventView(page, visit),
      wide: true,
    }),
  })
}
