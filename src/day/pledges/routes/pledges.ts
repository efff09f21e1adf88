import { cameFromNow, keepingFromNow, eventTopic, type AtEvent } from '../../../before/events/rules.ts'
import { z } from 'zod'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { everyone } from '../../../platform/store/command.ts'
import { revisionOf } from '../../../platform/store/journal.ts'
import { paths } from '../../../paths.ts'
import { editPledge, itsPledgeTeam, makePledge, mayPledge } from '../commands.ts'
import { pledgeFields, ShownPledge } from '../record.ts'
import { firstWords } from '../rules.ts'
import { wallOf } from '../store.ts'
import { pledgeForm, whichTeam } from '../views/form.ts'
import { wallPage } from '../views/wall.ts'
import { beginningOf, crumbsOf, here, ideasToChoose, readPledge, teamsToPledgeFor } from './beginning.ts'
import { outcomes } from './outcomes.ts'

const Wall = z.object({
  pledges: z.array(ShownPledge),
})

async function readWall({ db, nouns, actor }: RequestContext<AtEvent>) {
  const since = await revisionOf(db, eventTopic(nouns))
  const found = await here(db, nouns)
  if (!found) return undefined
  const wall = await wallOf(db, nouns.network, nouns.event)
  return { found, wall, pledges: wall.pledges, since, mayPledge: await mayPledge.allows(db, nouns, actor) }
}

async function readNew({ db, nouns, actor, query }: RequestContext<AtEvent>) {
  const found = await here(db, nouns)
  if (!found) return undefined
  const teams = await teamsToPledgeFor(db, actor, nouns)
  const team = teams.length === 1 ? teams[0] : teams.find((one) => one.id === query['team'])
  const ideas = await ideasToChoose(db, nouns.network)
  return { ...found, teams, team, ideas, beginning: team && (await beginningOf(db, nouns, team.id)) }
}

export function pledgeRoutes(site: Site): void {
  site.page({
    at: paths.pledges,
    who: everyone,
    answer: Wall,
    read: readWall,
    show: ({ found: { network, event }, wall, since, mayPledge: may }, { nouns }) => ({
      title: 'Pledges',
      wide: true,
      crumbs: crumbsOf(network, event),
      live: `${paths.eventLive(nouns)}?parts=pledges&since=${since}`,
      body: wallPage({ ...wall, mayPledge: may, eventName: event.name, teamNoun: network.team_noun }),
    }),
  })

  site.form({
    at: paths.newPledge,
    who: mayPledge,
    command: makePledge,
    read: readNew,
    values: ({ beginning }, { query }) => ({
      idea: query['idea'] ?? beginning?.idea.id ?? '',
      what: beginning && !query['idea'] ? firstWords(beginning.idea.title) : '',
      firstStep: beginning?.firstStep ?? '',
    }),
    show({ network, teams, team, ideas, beginning }, form, visit) {
      const action = paths.newPledge(visit.nouns)
      const whose = `${action}?team=${encodeURIComponent(team?.id ?? '')}`
      return {
        title: 'Make a pledge',
        ...(teams.length === 1 && { kept: true }),
        back: { href: paths.pledges(visit.nouns), text: 'Back to the pledges' },
        body: team
          ? pledgeForm({
              action: teams.length === 1 ? keepingFromNow(visit, action) : whose,
              sending: visit,
              form,
              team,
              ideas,
              chosen: beginning?.idea.title,
              isNew: true,
            })
          : whichTeam(action, network.team_noun, teams),
      }
    },
    then({ id }, visit) {
      const pledge = paths.pledge({ ...visit.nouns, pledge: id })
      return cameFromNow(visit) ? { to: paths.now(visit.nouns), later: pledge } : pledge
    },
    done: 'Pledge made',
  })

  site.form({
    at: paths.editPledge,
    who: itsPledgeTeam,
    command: editPledge,
    async read(visit) {
      const found = await readPledge(visit)
      return found && { ...found, ideas: await ideasToChoose(visit.db, visit.nouns.network) }
    },
    stands: true,
    values: ({ pledge }) => ({ idea: pledge.idea_id ?? '', ...pledgeFields.values(pledge) }),
    show: ({ team, ideas }, form, visit) => ({
      title: 'Change the pledge',
      back: { href: paths.pledge(visit.nouns), text: 'Back to the pledge' },
      body: pledgeForm({
        action: paths.editPledge(visit.nouns),
        sending: visit,
        form,
        team,
        ideas,
        chosen: undefined,
        isNew: false,
      }),
    }),
    then: (_outcome, { nouns }) => paths.pledge(nouns),
    done: 'Pledge saved',
  })

  outcomes(site)
}
