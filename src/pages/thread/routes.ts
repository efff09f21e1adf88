import { z } from 'zod'
import { eventsOf } from '../../before/events/store.ts'
import { ideaById } from '../../before/ideas/store.ts'
import { networkById, teamById } from '../../before/networks/store/networks.ts'
import { asksOf } from '../../day/asks/store.ts'
import { ballotsOf, teamChoicesOf } from '../../day/ballots/store/ballots.ts'
import { choicesToConfirm } from '../../day/ballots/store/choices.ts'
import { pledgeById, pledgesOfTeam, type PledgeRow } from '../../day/pledges/store.ts'
import { reflectionsOnIdea } from '../../day/reflections/store.ts'
import { plansOfTeam, stepsOf } from '../../after/plans/store.ts'
import type { Db } from '../../platform/store/database.ts'
import { everyone } from '../../platform/store/command.ts'
import type { Content, Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { threadOf } from './rules.ts'
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
async function readThread(db: Db, asked: Asked): Promise<ShownThread | undefined> {
  const network = await networkById(db, asked.network)
  const team = await teamById(db, asked.network, asked.team)
  const pledge = asked.pledge ? await pledgeById(db, asked.network, asked.pledge) : undefined
  if (!network || !team || (asked.pledge && pledge?.team_id !== team.id)) return undefined
  const idea = await ideaOf(db, network.id, pledge ? pledge.idea_id : (asked.idea ?? null))
  if (!idea && !pledge) return undefined
  const all = await pledgesOfTeam(db, network.id, team.id)
  const pledges = idea ? all.filter((one) => one.idea_id === idea.id) : [pledge!]
  const facts = {
    network,
    team,
    idea,
    origin: idea && (await teamById(db, network.id, idea.team_id)),
    events: await eventsOf(db, network.id),
    unnamed: idea ? all.filter((one) => one.idea_id === null && one.what === null) : [],
    pledges,
    ...(await before(db, network.id, team.id, idea?.id)),
    ...(await afterwards(db, network.id, team.id, pledges)),
  }
  return { network, team, idea, steps: threadOf(facts) }
}

const ideaOf = async (db: Db, network: string, id: string | null) =>
  id ? await ideaById(db, network, id) : undefined

async function before(db: Db, network: string, team: string, idea: string | undefined) {
  if (!idea) return { reflections: [], choices: [], byVote: [] }
  const events = await eventsOf(db, network)
  const ballots = (await Promise.all(events.map((event) => ballotsOf(db, network, event.id)))).flat()
  const eventOf = new Map(ballots.map((ballot) => [ballot.id, ballot.event_id]))
  return {
    reflections: (await reflectionsOnIdea(db, network, idea)).filter((one) => one.team_id === team),
    choices: (await teamChoicesOf(db, network))
      .filter((one) => one.team_id === team && one.idea_id === idea && eventOf.has(one.ballot_id))
      .map((one) => ({ ...one, event_id: eventOf.get(one.ballot_id)! })),
    byVote: (await choicesToConfirm(db, { network, team })).filter((one) => one.idea?.id === idea),
  }
}

async function afterwards(db: Db, network: string, team: string, pledges: PledgeRow[]) {
  const ids = new Set(pledges.map((pledge) => pledge.id))
  return {
    asks: (await asksOf(db, network)).filter((ask) => ids.has(ask.pledge_id)),
    plans: (await plansOfTeam(db, network, team)).filter((plan) => plan.pledge_id && ids.has(plan.pledge_id)),
    steps: await stepsOf(db, network),
  }
}

const shown = ({ network, team, idea, steps }: ShownThread): Content => ({
  title: idea ? `${team.name}: ${idea.title}` : `The pledge of ${team.name}`,
  crumbs: [
    { href: paths.network({ network: network.id }), text: network.name },
    { href: paths.team({ network: network.id, team: team.id }), text: team.name },
  ],
  body: threadPage({ network, team, idea, steps }),
})

export function threadPages(site: Site): void {
  site.page({
    at: paths.thread,
    who: everyone,
    read: ({ db, nouns }) => readThread(db, nouns),
    show: shown,
    answer: Answer,
  })
  site.page({
    at: paths.pledgeThread,
    who: everyone,
    read: ({ db, nouns }) => readThread(db, nouns),
    show: shown,
    answer: Answer,
  })
}
