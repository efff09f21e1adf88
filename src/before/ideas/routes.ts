import { z } from 'zod'
import { everyone } from '../../platform/store/command.ts'
import type { Db } from '../../platform/store/database.ts'
import type { Actor } from '../../platform/store/actor.ts'
import type { Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { membershipsOf, networkById, teamsOf, type TeamRow } from '../networks/store/networks.ts'
import { organisers } from '../networks/store/roles.ts'
import { addCoProducer, addIdea, editIdea, removeCoProducer, restoreCoProducer } from './commands.ts'
import { ideaFields, shownIdea, ShownIdeaSchema } from './record.ts'
import { similarIdeas } from './rules.ts'
import { ideaBringers, ideaById, ideaKeepers, ideaRemovers, ideasOf, searchIdeas } from './store.ts'
import { coProducerForm, ideaForm, noTeams } from './views/forms.ts'
import { ideasPage } from './views/list.ts'
import { similarPage } from './views/similar.ts'

export function ideaRoutes(site: Site): void {
  list(site)
  adding(site)
  editing(site)
  coProducers(site)
}

const longestQuery = 100

function list(site: Site): void {
  site.page({
    at: paths.ideas,
    who: everyone,
    async read({ db, nouns, query, actor }) {
      const network = await networkById(db, nouns.network)
      if (!network) return undefined
      const typed = (query['q'] ?? '').trim().slice(0, longestQuery)
      const teams = await teamsOf(db, network.id)
      const { ideas, words } = await searchIdeas(db, network.id, typed)
      return {
        network,
        ideas: ideas.map((idea) => shownIdea(idea, teams)),
        query: typed,
        searched: words.length > 0,
        mayAdd: await ideaBringers.allows(db, nouns, actor),
      }
    },
    show: (data) => ({
      title: data.query === '' ? 'Change ideas' : `Change ideas with “${data.query}”`,
      body: ideasPage(data),
      crumbs: [{ href: paths.network({ network: data.network.id }), text: data.network.name }],
      wide: true,
    }),
    answer: z.object({ ideas: z.array(ShownIdeaSchema) }),
    query: z.object({ q: z.string().max(longestQuery).optional().describe('Words that stand in them') }),
  })
}

/** The teams that somebody may bring an idea for. */
async function teamsFor(db: Db, network: string, actor: Actor): Promise<TeamRow[]> {
  const teams = await teamsOf(db, network)
  if (await organisers.allows(db, { network }, actor)) return teams
  const held = actor.kind === 'person' ? await membershipsOf(db, actor.id) : []
  const own = new Set(held.filter((one) => one.network_id === network).map((one) => one.team_id))
  return teams.filter((team) => own.has(team.id))
}

function adding(site: Site): void {
  site.form({
    at: paths.newIdea,
    who: ideaBringers,
    command: addIdea,
    async read({ db, nouns, actor }) {
      const network = await networkById(db, nouns.network)
      if (!network) return undefined
      const [all, teams, ideas] = await Promise.all([
        teamsOf(db, network.id),
        teamsFor(db, network.id, actor),
        ideasOf(db, network.id),
      ])
      return { network, all, teams, ideas }
    },
    checks: ({ ideas }, { title }) => similarIdeas(String(title ?? ''), ideas).length > 0,
    check: (data, form, visit) => ({
      title: 'Is it one of these?',
      body: similarPage({
        action: paths.newIdea(visit.nouns),
        sending: visit,
        values: form.values,
        network: data.network.id,
        teams: new Map(data.all.map(({ id, name }) => [id, name])),
        similar: similarIdeas(String(form.values.title ?? ''), data.ideas),
      }),
      back: { href: paths.ideas(visit.nouns), text: 'Change ideas' },
    }),
    values: ({ teams }, { query }) => ({ team: query['team'] ?? (teams.length === 1 ? teams[0]!.id : '') }),
    show(data, form, visit) {
      const title = 'Add an idea'
      const action = paths.newIdea(visit.nouns)
      return {
        title,
        body:
          data.teams.length === 0
            ? noTeams(data)
            : ideaForm({ title, action, submit: 'Add this idea', ...data, form, sending: visit }),
        back: { href: paths.ideas(visit.nouns), text: 'Change ideas' },
      }
    },
    then: ({ id }, { nouns }) => paths.idea({ network: nouns.network, idea: id }),
    done: 'Idea added. Next, record who made it together.',
  })
}

function editing(site: Site): void {
  site.form({
    at: paths.editIdea,
    who: ideaKeepers,
    command: editIdea,
    async read({ db, nouns, actor }) {
      const network = await networkById(db, nouns.network)
      const idea = await ideaById(db, nouns.network, nouns.idea)
      if (!network || !idea) return undefined
      const mayMove = await organisers.allows(db, nouns, actor)
      const removal = (await ideaRemovers.allows(db, nouns, actor)) ? paths.removeIdea(nouns) : undefined
      return { network, idea, removal, teams: mayMove ? await teamsOf(db, network.id) : [] }
    },
    stands: true,
    values: ({ idea }) => ({ team: idea.team_id, ...ideaFields.values(idea) }),
    show(data, form, visit) {
      const title = 'Edit the idea'
      const action = paths.editIdea(visit.nouns)
      return {
        title,
        body: ideaForm({ title, action, submit: 'Save', ...data, form, sending: visit }),
        back: { href: paths.idea(visit.nouns), text: data.idea.title },
      }
    },
    then: (_outcome, { nouns }) => paths.idea(nouns),
    done: 'Idea saved',
  })
}

function coProducers(site: Site): void {
  site.form({
    at: paths.newCoProducer,
    who: ideaKeepers,
    command: addCoProducer,
    async read({ db, nouns }) {
      const network = await networkById(db, nouns.network)
      const idea = await ideaById(db, nouns.network, nouns.idea)
      return network && idea && { network, idea, teams: await teamsOf(db, network.id) }
    },
    // As a rule it is the team that brought the idea; whoever knows better chooses another.
    values: ({ idea }) => ({ recruitedBy: idea.team_id }),
    show: (data, form, visit) => ({
      title: 'Who made the idea together',
      body: coProducerForm({ ...data, idea: data.idea.id, form, sending: visit }),
      back: { href: paths.idea(visit.nouns), text: data.idea.title },
    }),
    then: (_outcome, { nouns }) => paths.idea(nouns),
    done: 'Added to the card',
  })

  site.button({
    at: paths.removeCoProducer,
    command: removeCoProducer,
    then: ({ id }, { nouns }) => `${paths.idea(nouns)}?removed=${encodeURIComponent(id)}`,
    back: ({ nouns }) => paths.idea(nouns),
  })

  site.button({
    at: paths.restoreCoProducer,
    command: restoreCoProducer,
    then: (_outcome, { nouns }) => paths.idea(nouns),
    back: ({ nouns }) => paths.idea(nouns),
    done: 'Put back on the card',
  })
}
