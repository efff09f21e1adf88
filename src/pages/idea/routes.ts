import { z } from 'zod'
import { shownIdea, ShownIdeaSchema } from '../../before/ideas/record.ts'
import { shownCoProducers, ShownCoProducerSchema } from '../../before/ideas/rules.ts'
import { coProducerById, coProducersOfIdea, ideaById, ideaKeepers } from '../../before/ideas/store.ts'
import { cyclesOf } from '../../after/cycles/store.ts'
import { isNotRecorded } from '../../before/events/rules.ts'
import { eventsOf } from '../../before/events/store.ts'
import { networkById, teamsOf } from '../../before/networks/store/networks.ts'
import { teamChoicesOf } from '../../day/ballots/ballot/store/ballots.ts'
import { pledgesOf } from '../../day/pledges/store.ts'
import { reflectionsOnIdea } from '../../day/reflections/store.ts'
import type { Db } from '../../platform/store/database.ts'
import { everyone } from '../../platform/store/command.ts'
import type { Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { cardsOn } from '../cards.ts'
import { ideaPage, type TeamThread } from './views.ts'

/** The teams that have done something with an idea: the steps of each one's thread, in the teams' order. */
async function threadsOf(
  db: Db,
  network: string,
  idea: string,
  teams: { id: string; name: string }[],
): Promise<TeamThread[]> {
  const reflected = await reflectionsOnIdea(db, network, idea)
  const chosen = (await teamChoicesOf(db, network)).filter((one) => one.idea_id === idea)
  const pledged = (await pledgesOf(db, network)).filter((one) => one.idea_id === idea)
  const tests = await cyclesOf(db, network)
  const testsOf = (team: string) => {
    const its = new Set(pledged.filter((one) => one.team_id === team).map(({ id }) => id))
    return tests.filter((one) => its.has(one.pledge_id))
  }
  return teams
    .map((team) => ({
      team: { id: team.id, name: team.name },
      reflected: reflected.some((one) => one.team_id === team.id),
      chosen: chosen.some((one) => one.team_id === team.id),
      pledged: pledged.some((one) => one.team_id === team.id && !one.released_at),
      released: pledged.some((one) => one.team_id === team.id && one.released_at !== null),
      tested: testsOf(team.id).length > 0,
      stopped: testsOf(team.id).at(-1)?.decision === 'abandon',
    }))
    .filter((one) => one.reflected || one.chosen || one.pledged || one.released)
}

const Thread = z.object({
  team: z.object({ id: z.string(), name: z.string() }),
  reflected: z.boolean(),
  chosen: z.boolean(),
  pledged: z.boolean(),
  released: z.boolean(),
  tested: z.boolean(),
  stopped: z.boolean(),
})

export function ideaPages(site: Site): void {
  site.page({
    at: paths.idea,
    who: everyone,
    async read(visit) {
      const { db, nouns, actor, query } = visit
      const network = await networkById(db, nouns.network)
      const row = await ideaById(db, nouns.network, nouns.idea)
      if (!network || !row) return undefined
      const teams = await teamsOf(db, network.id)
      const mayKeep = await ideaKeepers.allows(db, nouns, actor)
      const removed =
        mayKeep && query['removed']
          ? await coProducerById(db, network.id, row.id, query['removed'])
          : undefined
      return {
        network,
        idea: shownIdea(row, teams),
        coProducers: shownCoProducers(await coProducersOfIdea(db, network.id, row.id), teams, {
          small: mayKeep,
        }),
        unrecorded: (await eventsOf(db, network.id)).some(
          (event) => isNotRecorded(event, 'votes') || isNotRecorded(event, 'pledges'),
        ),
        threads: await threadsOf(db, network.id, row.id, teams),
        mayKeep,
        cards: await cardsOn('idea', visit, row.id),
        removed: removed?.removed_at ? { id: removed.id, kind: removed.kind } : undefined,
      }
    },
    show: (data, visit) => ({
      title: data.idea.title,
      body: ideaPage({ ...data, sending: visit }),
      crumbs: [
        { href: paths.network(visit.nouns), text: data.network.name },
        { href: paths.ideas(visit.nouns), text: 'Change ideas' },
      ],
      wide: true,
    }),
    answer: z.object({
      idea: ShownIdeaSchema,
      coProducers: z.array(ShownCoProducerSchema),
      threads: z.array(Thread),
    }),
  })
}
