import { z } from 'zod'
import type { AtEvent } from '../../before/events/rules.ts'
import { networkById, teamById } from '../../before/networks/store/networks.ts'
import { itsPledgeTeam } from '../../day/pledges/commands.ts'
import { wordsNotRecorded } from '../../day/pledges/rules.ts'
import { pledgeAt, pledgeById } from '../../day/pledges/store.ts'
import type { Site, RequestContext } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { changeCycle, finishCycle, itsTesters, planCycle, reopenCycle } from './commands.ts'
import { planned, ShownCycleSchema, studied, viewOf } from './record.ts'
import { cycleById } from './store.ts'
import { cyclePage, planForm, studyForm } from './views.ts'

type AtPledge = AtEvent & { pledge: string }
interface AtCycle {
  network: string
  cycle: string
}

async function readPledge({ db, nouns }: RequestContext<AtPledge>) {
  const pledge = await pledgeAt(db, nouns)
  const team = pledge && (await teamById(db, nouns.network, pledge.team_id))
  return pledge && team && { pledge, team }
}

async function readCycle({ db, nouns, actor }: RequestContext<AtCycle>) {
  const row = await cycleById(db, nouns.network, nouns.cycle)
  const [network, pledge, team] = await Promise.all([
    networkById(db, nouns.network),
    row && pledgeById(db, nouns.network, row.pledge_id),
    row && teamById(db, nouns.network, row.team_id),
  ])
  if (!row || !network || !pledge || !team) return undefined
  const mayChange = await itsTesters.allows(db, nouns, actor)
  return { row, cycle: viewOf(row), networkName: network.name, pledge, team, mayChange }
}

const toCycle = ({ nouns }: { nouns: AtCycle }) => paths.cycle(nouns)

function planning(site: Site): void {
  site.form({
    at: paths.newCycle,
    who: itsPledgeTeam,
    command: planCycle,
    read: readPledge,
    show: ({ team }, form, visit) => ({
      title: 'Plan a test',
      back: { href: paths.pledge(visit.nouns), text: 'Back to the pledge' },
      phone: true,
      body: planForm({
        action: paths.newCycle(visit.nouns),
        sending: visit,
        form,
        team: team.name,
        isNew: true,
      }),
    }),
    then: ({ id }, { nouns }) => paths.cycle({ network: nouns.network, cycle: id }),
    done: 'Test planned',
  })
  site.form({
    at: paths.editCycle,
    who: itsTesters,
    command: changeCycle,
    read: readCycle,
    stands: true,
    values: ({ row }) => planned.values(row),
    show: ({ team }, form, visit) => ({
      title: 'Change the test',
      back: { href: toCycle(visit), text: 'Back to the test' },
      phone: true,
      body: planForm({
        action: paths.editCycle(visit.nouns),
        sending: visit,
        form,
        team: team.name,
        isNew: false,
      }),
    }),
    then: (_outcome, visit) => toCycle(visit),
    done: 'Test changed',
  })
}

export function cycleRoutes(site: Site): void {
  planning(site)
  site.page({
    at: paths.cycle,
    who: everyone,
    answer: z.object({ cycle: ShownCycleSchema, team: z.object({ id: z.string(), name: z.string() }) }),
    read: readCycle,
    show: ({ cycle, networkName, pledge, team, mayChange }, visit) => {
      const { network } = visit.nouns
      const at = { network, event: pledge.event_id, pledge: pledge.id }
      return {
        title: cycle.question,
        crumbs: [
          { href: paths.network({ network }), text: networkName },
          { href: paths.team({ network, team: team.id }), text: team.name },
          { href: paths.pledge(at), text: 'Pledge' },
        ],
        body: cyclePage({
          network,
          team: team.name,
          cycle,
          pledge: { href: paths.pledge(at), words: pledge.what ?? wordsNotRecorded },
          mayChange,
          next: paths.newCycle(at),
          sending: visit,
        }),
      }
    },
  })
  site.form({
    at: paths.cycleStudy,
    who: itsTesters,
    command: finishCycle,
    read: readCycle,
    values: ({ row }) => studied.values(row),
    show: ({ team, cycle }, form, visit) => ({
      title: 'What came of the test?',
      back: { href: toCycle(visit), text: 'Back to the test' },
      phone: true,
      body: studyForm({
        action: paths.cycleStudy(visit.nouns),
        sending: visit,
        form,
        team: team.name,
        cycle,
      }),
    }),
    then: (_outcome, visit) => toCycle(visit),
    done: 'Saved: what came of the test',
  })
  site.button({
    at: paths.reopenCycle,
    command: reopenCycle,
    then: (_outcome, visit) => toCycle(visit),
    back: toCycle,
    done: 'The test goes on',
  })
}
