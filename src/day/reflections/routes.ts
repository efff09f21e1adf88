import { cameFromNow, keepingFromNow, type AtEvent } from '../../before/events/rules.ts'
import { z } from 'zod'
import { eventById } from '../../before/events/store.ts'
import { ideasOf } from '../../before/ideas/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import type { Db } from '../../platform/store/database.ts'
import { claimedTime } from '../../platform/face/dates.ts'
import { html } from '../../platform/face/html.ts'
import type { FieldsOf, FormState } from '../../platform/form/state.ts'
import type { Content, Site, RequestContext } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { reflect, reflects } from './commands.ts'
import { reflectionFields } from './record.ts'
import { ownTeamAt, reflectionReaders, reflectionsOf } from './store.ts'
import { matrixPage, reflectionForm, reflectionsAbout, type IdeaShown } from './views.ts'

type AtIdea = AtEvent & { idea: string }

const atEvent = ({ nouns: { network, event } }: RequestContext<AtIdea>): AtEvent => ({ network, event })

async function reflectionsAt(db: Db, { network, event }: AtEvent) {
  const found = await eventById(db, network, event)
  if (!found) return undefined
  const teams = (await teamsOf(db, network)).map(({ id, name }) => ({ id, name }))
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  const ideas = (await ideasOf(db, network)).map(({ id, title, team_id: team }): IdeaShown => ({
    idea: id,
    title,
    team,
    teamName: names.get(team)!,
  }))
  const reflections = (await reflectionsOf(db, network, event)).map((row) => ({
    idea: row.idea_id,
    team: row.team_id,
    ...reflectionFields.shows(row),
    updatedAt: row.updated_at,
    claimedAt: row.claimed_at,
  }))
  return { event: found, teams, ideas, reflections }
}

export function reflectionRoutes(site: Site): void {
  site.page({
    at: paths.reflections,
    who: reflectionReaders,
    async read({ db, nouns, actor }) {
      const all = await reflectionsAt(db, nouns)
      return all && { ...all, ownTeam: await ownTeamAt(db, actor, nouns.network, nouns.event) }
    },
    show: ({ event, teams, ideas, reflections, ownTeam }, { nouns }) => ({
      title: 'Reflections',
      wide: true,
      back: { href: paths.event(nouns), text: event.name },
      body: matrixPage({
        at: nouns,
        ideas,
        teams,
        answered: new Set(reflections.map(({ idea, team }) => `${idea} ${team}`)),
        ownTeam,
      }),
    }),
    answer: z.object({
      reflections: z.array(
        z.object({
          idea: z.string(),
          team: z.string(),
          ...reflectionFields.shown,
          updatedAt: z.string(),
        }),
      ),
    }),
  })

  // The visitor's reflection: their own team's on this idea.
  site.form({
    at: paths.reflection,
    who: reflectionReaders,
    command: reflect,
    fills: ['team'],
    input: async (values, visit) => ({
      ...values,
      ...visit.nouns,
      team: (await ownTeamAt(visit.db, visit.actor, visit.nouns.network, visit.nouns.event)) ?? '',
    }),
    read: async (visit) =>
      onIdea(visit, await ownTeamAt(visit.db, visit.actor, visit.nouns.network, visit.nouns.event)),
    values: savedValues,
    stands: true,
    show: (seen, form, visit) =>
      shown(seen, form, visit, keepingFromNow(visit, paths.reflection(visit.nouns))),
    then(_outcome, visit) {
      const all = paths.reflections(atEvent(visit))
      return cameFromNow(visit) ? { to: paths.now(atEvent(visit)), later: all } : all
    },
    done: 'Reflection saved',
  })

  site.form({
    at: paths.teamReflection,
    who: reflectionReaders,
    command: reflect,
    read: (visit) => onIdea(visit, visit.nouns.team),
    values: savedValues,
    stands: true,
    show: (seen, form, visit) => shown(seen, form, visit, paths.teamReflection(visit.nouns)),
    then: (_outcome, { nouns: { network, event } }) => paths.reflections({ network, event }),
    done: 'Reflection saved',
  })
}

/** One idea, a team's reflection on it, and those of the others. */
async function onIdea({ db, nouns, actor }: RequestContext<AtIdea>, teamId: string | undefined) {
  const all = await reflectionsAt(db, nouns)
  const idea = all?.ideas.find((one) => one.idea === nouns.idea)
  const team = all?.teams.find((one) => one.id === teamId)
  if (!all || !idea || (teamId !== undefined && !team)) return undefined
  const about = all.reflections.filter((one) => one.idea === nouns.idea)
  const names = new Map(all.teams.map(({ id, name }) => [id, name]))
  const mayWrite =
    team !== undefined &&
    team.id !== idea.team &&
    (await reflects.allows(db, { ...nouns, team: team.id }, actor))
  return {
    idea,
    team: mayWrite ? team : undefined,
    saved: about.find((one) => one.team === teamId),
    all: about.map((one) => ({
      team: one.team,
      teamName: names.get(one.team)!,
      reflected: one,
      ...(one.claimedAt && { late: claimedTime(one.claimedAt, one.updatedAt) }),
    })),
  }
}

type Seen = NonNullable<Awaited<ReturnType<typeof onIdea>>>

/** With `seen`, which nobody types: merged, it is always that of the stored version. */
const savedValues = ({ saved }: Seen) => ({
  ...Object.fromEntries(reflectionFields.names.map((part) => [part, saved?.[part] ?? ''])),
  seen: saved?.updatedAt ?? '',
})

function shown(
  { idea, team, saved, all }: Seen,
  form: FormState<FieldsOf<typeof reflect>>,
  visit: RequestContext<AtIdea>,
  action: string,
): Content {
  const { network, event } = visit.nouns
  const at = { network, event }
  const others = all.filter((one) => one.team !== team?.id)
  const written = team && {
    action,
    idea,
    teamName: team.name,
    saved: saved && { reflected: saved, at: saved.updatedAt },
    form,
    sending: visit,
  }
  const below = written ? { below: true } : {}
  const rest = reflectionsAbout({ at, idea, others, ...below })
  return {
    title: idea.title,
    phone: true,
    ...(written && { kept: true }),
    back: cameFromNow(visit)
      ? { href: paths.now(at), text: 'Back to now' }
      : { href: paths.reflections(at), text: 'Reflections' },
    body: written ? html`${reflectionForm(written)} ${rest}` : rest,
  }
}
