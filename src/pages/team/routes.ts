import { z } from 'zod'
import { isRecordedNowhere } from '../../before/events/rules.ts'
import { eventsOf } from '../../before/events/store.ts'
import { shownIdea, ShownIdeaSchema } from '../../before/ideas/record.ts'
import { coProducersOf, ideaBringers, ideasOf } from '../../before/ideas/store.ts'
import { membersOf, networkById, teamsOf } from '../../before/networks/store/networks.ts'
import { insiders, itsLeadOrOrganisers, organisers } from '../../before/networks/store/roles.ts'
import { roleSeenByOthers } from '../../before/networks/rules.ts'
import { reviewsOf } from '../../after/reviews/store/meetings.ts'
import { planOfTeam } from '../../after/plans/store.ts'
import { asksOf } from '../../day/asks/store.ts'
import { teamChoicesOf } from '../../day/ballots/ballot/store/ballots.ts'
import { choicesToConfirm } from '../../day/ballots/counting/store/choices.ts'
import { pledgesOfTeam } from '../../day/pledges/store.ts'
import { reflectionsOfTeam } from '../../day/reflections/store.ts'
import { dayOf } from '../../platform/face/dates.ts'
import { everyone } from '../../platform/store/command.ts'
import type { Db } from '../../platform/store/database.ts'
import type { Site, RequestContext } from '../../platform/http/site.ts'
import { capitalised } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { cardsOn } from '../cards.ts'
import { checksOfYear, dueOf, yearOf } from '../network/year.ts'
import { taken, uptakeOf } from '../spread/uptake.ts'
import { teamPage, type TeamPageProps } from './views.ts'

type TeamVisit = RequestContext<{ network: string; team: string }>

/** Names of people who work in a team, once each: for people with a role in the network, and nobody else. */
async function namesOf({ db, nouns, actor }: TeamVisit): Promise<TeamPageProps['members']> {
  if (!(await insiders.allows(db, nouns, actor))) return undefined
  const members = (await membersOf(db, nouns.network)).filter((one) => one.team_id === nouns.team)
  const shown = members.map(({ name, role }) => ({ name, role: roleSeenByOthers(role) }))
  return [...new Map(shown.map((one) => [`${one.name}\n${one.role}`, one])).values()]
}

async function threadOf(db: Db, network: string, team: string) {
  return {
    reflections: await reflectionsOfTeam(db, network, team),
    choices: (await teamChoicesOf(db, network)).filter((one) => one.team_id === team),
    byVote: await choicesToConfirm(db, { network, team }),
    pledges: await pledgesOfTeam(db, network, team),
    asks: (await asksOf(db, network)).filter((one) => one.team_id === team && !one.withdrawn_at),
    plan: await planOfTeam(db, network, team),
  }
}

async function read(visit: TeamVisit) {
  const { db, nouns, actor } = visit
  const network = await networkById(db, nouns.network)
  const teams = await teamsOf(db, nouns.network)
  const team = teams.find((one) => one.id === nouns.team)
  if (!network || !team) return undefined
  const all = await ideasOf(db, network.id)
  const coProduced = new Set((await coProducersOf(db, network.id)).map((one) => one.idea_id))
  const { reflections, choices, byVote, pledges, asks, plan } = await threadOf(db, network.id, team.id)
  const events = await eventsOf(db, network.id)
  const uptake = await uptakeOf(db, network.id)
  const ideas = all.filter((idea) => idea.team_id === team.id)
  const titles = new Map(all.map((idea) => [idea.id, idea.title]))
  const named = (id: string) => ({ id, title: titles.get(id) ?? id })
  return {
    network,
    team: { id: team.id, name: team.name },
    ideas: ideas.map((idea) => ({
      ...shownIdea(idea, teams),
      coProduced: coProduced.has(idea.id),
    })),
    reflections: reflections.map((one) => ({ event: one.event_id, idea: named(one.idea_id) })),
    choices: [
      ...choices.map((one) => ({ idea: named(one.idea_id), confirmed: true })),
      ...byVote.flatMap(({ idea }) => (idea ? [{ idea, confirmed: false }] : [])),
    ],
    pledges: pledges.map((one) => ({
      id: one.id,
      event: one.event_id,
      idea: one.idea_id ? named(one.idea_id) : null,
      what: one.what,
      released: one.released_at !== null,
      completed: one.completed_at !== null,
    })),
    asks: asks.map((one) => ({ id: one.id, what: one.what, answered: one.answer !== undefined })),
    hasPlan: plan !== undefined,
    ways: taken(uptake, team.id),
    titles,
    gaps: uptake.unrecorded,
    year: yearOf({
      network: network.id,
      today: dayOf(visit.now),
      events: events.map((one) => ({
        id: one.id,
        name: one.name,
        onDay: one.on_day,
        cancelled: one.cancelled_at !== null,
      })),
      meetings: (await reviewsOf(db, network.id))
        .filter((one) => !one.cancelled_at)
        .map((one) => ({ id: one.id, onDay: one.on_day, held: one.held_at !== null })),
      due: dueOf(uptake, team.id),
      checks: await checksOfYear(db, network.id, [team], team.id),
    }),
    unrecorded: {
      votes: isRecordedNowhere(events, 'votes'),
      plans: isRecordedNowhere(events, 'plans'),
    },
    members: await namesOf(visit),
    organising: await organisers.allows(db, nouns, actor),
    mayPlan: await itsLeadOrOrganisers.allows(db, nouns, actor),
    mayAddIdea: await ideaBringers.allows(db, nouns, actor),
    cards: await cardsOn('team', visit, team.id),
  }
}

const Named = z.object({ id: z.string(), title: z.string() })

export function teamPages(site: Site): void {
  site.page({
    at: paths.team,
    who: everyone,
    read,
    show: (data, { nouns }) => ({
      title: data.team.name,
      body: teamPage(data),
      crumbs: [
        { href: paths.network(nouns), text: data.network.name },
        { href: paths.teams(nouns), text: capitalised(data.network.team_noun_plural) },
      ],
      wide: true,
    }),
    answer: z.object({
      team: z.object({ id: z.string(), name: z.string() }),
      ideas: z.array(ShownIdeaSchema),
      reflections: z.array(z.object({ event: z.string(), idea: Named })),
      choices: z.array(z.object({ idea: Named, confirmed: z.boolean() })),
      pledges: z.array(
        z.object({
          id: z.string(),
          event: z.string(),
          idea: Named.nullable(),
          what: z.string().nullable(),
          released: z.boolean(),
          completed: z.boolean(),
        }),
      ),
      asks: z.array(z.object({ id: z.string(), what: z.string(), answered: z.boolean() })),
      hasPlan: z.boolean(),
    }),
  })
}
