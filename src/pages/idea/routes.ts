import { z } from 'zod'
import { shownIdea, ShownIdeaSchema } from '../../before/ideas/record.ts'
import { shownCoProducers, ShownCoProducerSchema } from '../../before/ideas/rules.ts'
import { coProducerById, coProducersOfIdea, ideaById, ideaKeepers } from '../../before/ideas/store.ts'
import { isNotRecorded } from '../../before/events/rules.ts'
import { eventsOf } from '../../before/events/store.ts'
import { networkById, teamsOf } from '../../before/networks/store/networks.ts'
import { everyone } from '../../platform/store/command.ts'
import type { Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { cardsOn } from '../cards.ts'
import { stageNames, stageOf, uptakeOf, type Uptake } from '../spread/uptake.ts'
import { ideaPage, type TeamThread } from './views.ts'

/** The teams that have done something with an idea of another: how far each has come, in the teams' order. */
function threadsOf({ ways, teams }: Uptake, idea: string): TeamThread[] {
  const own = new Map(ways.filter((way) => way.idea === idea && !way.home).map((way) => [way.team, way]))
  return teams.flatMap(({ id, name }) => {
    const way = own.get(id)
    return way ? [{ team: { id, name }, stage: stageOf(way), tested: way.cycles.length > 0 }] : []
  })
}

const Thread = z.object({
  team: z.object({ id: z.string(), name: z.string() }),
  stage: z.enum(stageNames).meta({ description: 'How far it has come' }),
  tested: z.boolean(),
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
        threads: threadsOf(await uptakeOf(db, network.id), row.id),
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
