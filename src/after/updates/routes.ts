import { z } from 'zod'
import { membershipsOf, networkById, teamById, teamsOf } from '../../before/networks/store/networks.ts'
import { itsTeam, organisers } from '../../before/networks/store/roles.ts'
import type { RequestContext, Site } from '../../platform/http/site.ts'
import { either, everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { reviewsOf } from '../reviews/store/meetings.ts'
import { restoreUpdate, sayUpdate, takeBackUpdate } from './commands.ts'
import { ShownUpdateSchema, viewOf } from './record.ts'
import { meetingToCome } from './rules.ts'
import { updateAt, updatesOf } from './store.ts'
import { updateForm, updatesPage } from './views.ts'

const sayers = either(itsTeam, organisers)

/** The teams whose updates somebody may take back: their own, or all for an organiser. */
async function ownTeams({ db, nouns, actor }: RequestContext<{ network: string }>): Promise<Set<string>> {
  const teams = (await teamsOf(db, nouns.network)).map(({ id }) => id)
  if (await organisers.allows(db, nouns, actor)) return new Set(teams)
  const held = actor.kind === 'person' ? await membershipsOf(db, actor.id) : []
  return new Set(
    held.flatMap(({ network_id, team_id }) => (network_id === nouns.network && team_id ? [team_id] : [])),
  )
}

export function updateRoutes(site: Site): void {
  site.page({
    at: paths.updates,
    who: everyone,
    answer: z.object({ updates: z.array(ShownUpdateSchema) }),
    async read(visit: RequestContext<{ network: string }>) {
      const { db, nouns, query } = visit
      const [network, teams, rows, own] = await Promise.all([
        networkById(db, nouns.network),
        teamsOf(db, nouns.network),
        updatesOf(db, nouns.network),
        ownTeams(visit),
      ])
      if (!network) return undefined
      const { team = '', update = '' } = query
      const off = own.has(team) ? await updateAt(db, { ...nouns, team, update }) : undefined
      return {
        network,
        teams: new Map(teams.map(({ id, name }) => [id, name])),
        updates: rows.toReversed().map(viewOf),
        removed: off?.removed_at ? viewOf(off) : undefined,
        own,
      }
    },
    show: ({ network, own, ...data }, visit) => ({
      title: 'How the teams are getting on',
      wide: true,
      crumbs: [{ href: paths.network({ network: network.id }), text: network.name }],
      body: updatesPage({
        ...data,
        network: network.id,
        mayTakeBack: ({ team }) => own.has(team),
        sending: visit,
      }),
    }),
  })
  saying(site)
}

function saying(site: Site): void {
  site.form({
    at: paths.newUpdate,
    who: sayers,
    command: sayUpdate,
    async read({ db, nouns, now }) {
      const team = await teamById(db, nouns.network, nouns.team)
      return team && { team, meeting: meetingToCome(await reviewsOf(db, nouns.network), now) }
    },
    show: ({ team, meeting }, form, visit) => ({
      title: 'How are you getting on?',
      back: { href: paths.team(visit.nouns), text: team.name },
      phone: true,
      body: updateForm({
        action: paths.newUpdate(visit.nouns),
        sending: visit,
        form,
        team: team.name,
        meetingOn: meeting?.on_day,
      }),
    }),
    then: (_outcome, { nouns }) => paths.team(nouns),
    done: 'Sent: it comes to the next meeting by itself',
  })
  const toAll = ({ nouns: { network } }: { nouns: { network: string } }) => paths.updates({ network })
  site.button({
    at: paths.takeBackUpdate,
    command: takeBackUpdate,
    then: ({ id }, { nouns: { network, team } }) =>
      `${paths.updates({ network })}?${new URLSearchParams({ team, update: id }).toString()}`,
    back: toAll,
  })
  site.button({
    at: paths.restoreUpdate,
    command: restoreUpdate,
    then: (_outcome, visit) => toAll(visit),
    back: toAll,
    done: 'Put back',
  })
}
