import { z } from 'zod'
import { heldBefore } from '../../before/events/rules.ts'
import { eventsOf } from '../../before/events/store.ts'
import { ideaById } from '../../before/ideas/store.ts'
import { networkById, teamById } from '../../before/networks/store/networks.ts'
import { pledgeById, pledgesOfTeam } from '../../day/pledges/store.ts'
import type { Db } from '../../platform/store/database.ts'
import { everyone } from '../../platform/store/command.ts'
import type { Content, RequestContext, Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { stepOf } from './step.ts'
import { steps } from './steps.ts'
import { threadPage, type ShownThread } from './views.ts'

const Answer = z.object({
  team: z.object({ id: z.string(), name: z.string() }),
  idea: z.object({ id: z.string(), title: z.string() }).optional(),
  steps: z.array(
    z.object({
      name: z.string(),
      state: z.string(),
      taken: z.array(z.object({ on: z.string().nullable(), says: z.string(), href: z.string() })),
    }),
  ),
})

interface Asked {
  network: string
  team: string
  idea?: string | undefined
  pledge?: string
}

/** The thread of a team and an idea, or of a pledge of the team; a pledge with an idea brings that along. */
export async function readThread(
  { db, now }: Pick<RequestContext, 'db' | 'now'>,
  asked: Asked,
): Promise<ShownThread | undefined> {
  const network = await networkById(db, asked.network)
  const team = await teamById(db, asked.network, asked.team)
  const pledge = asked.pledge ? await pledgeById(db, asked.network, asked.pledge) : undefined
  if (!network || !team || (asked.pledge && pledge?.team_id !== team.id)) return undefined
  const idea = await ideaOf(db, network.id, pledge ? pledge.idea_id : (asked.idea ?? null))
  if (!idea && !pledge) return undefined
  const all = await pledgesOfTeam(db, network.id, team.id)
  const events = await eventsOf(db, network.id)
  const way = {
    now,
    network,
    team,
    idea,
    origin: idea && (await teamById(db, network.id, idea.team_id)),
    events,
    recorded: events.filter(heldBefore),
    pledges: idea ? all.filter((one) => one.idea_id === idea.id) : [pledge!],
    unnamed: idea ? all.filter((one) => one.idea_id === null && one.what === null) : [],
  }
  const readers = steps.filter(({ ofIdea }) => idea !== undefined || !ofIdea)
  return {
    network,
    team,
    idea,
    steps: await Promise.all(readers.map((reader) => stepOf(db, way, reader))),
  }
}

const ideaOf = async (db: Db, network: string, id: string | null) =>
  id ? await ideaById(db, network, id) : undefined

const shown = ({ network, team, idea, steps: taken }: ShownThread): Content => ({
  title: idea ? `${team.name}: ${idea.title}` : `The pledge of ${team.name}`,
  crumbs: [
    { href: paths.network({ network: network.id }), text: network.name },
    { href: paths.team({ network: network.id, team: team.id }), text: team.name },
  ],
  body: threadPage({ network, team, idea, steps: taken }),
  wide: true,
})

export function threadPages(site: Site): void {
  site.page({
    at: paths.thread,
    who: everyone,
    read: (visit) => readThread(visit, visit.nouns),
    show: shown,
    answer: Answer,
  })
  site.page({
    at: paths.pledgeThread,
    who: everyone,
    read: (visit) => readThread(visit, visit.nouns),
    show: shown,
    answer: Answer,
  })
}
