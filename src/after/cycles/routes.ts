import { z } from 'zod'
import type { AtEvent } from '../../before/events/rules.ts'
import { networkById, teamById, teamsOf } from '../../before/networks/store/networks.ts'
import { itsPledgeTeam } from '../../day/pledges/commands.ts'
import { wordsNotRecorded } from '../../day/pledges/rules.ts'
import { pledgeAt, pledgeById } from '../../day/pledges/store.ts'
import type { Site, RequestContext } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import {
  changeCycle,
  finishCycle,
  itsTesters,
  markBreakthrough,
  planCycle,
  reopenCycle,
  unmarkBreakthrough,
} from './commands.ts'
import { planned, ShownCycleSchema, studied, viewOf } from './record.ts'
import { nextFrom, outcomeOf, outcomes, rampsOf, type Outcome } from './rules.ts'
import { cycleById, cyclesOf, cyclesOfPledge } from './store.ts'
import { planForm, studyForm } from './views/forms.ts'
import { cyclesPage } from './views/list.ts'
import { cyclePage } from './views/page.ts'
import { cyclesSheet } from './views/sheet.ts'

type AtPledge = AtEvent & { pledge: string }
interface AtCycle {
  network: string
  cycle: string
}

async function readPledge({ db, nouns, query }: RequestContext<AtPledge>) {
  const pledge = await pledgeAt(db, nouns)
  const team = pledge && (await teamById(db, nouns.network, pledge.team_id))
  const after = query['after'] ? await cycleById(db, nouns.network, query['after']) : undefined
  const last = after?.pledge_id === nouns.pledge ? viewOf(after) : undefined
  return pledge && team && { pledge, team, last }
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
  const ramps = rampsOf((await cyclesOfPledge(db, nouns.network, pledge.id)).map(viewOf))
  const ramp = ramps.find((one) => one.some(({ id }) => id === row.id))!
  return { row, cycle: viewOf(row), ramp, networkName: network.name, pledge, team, mayChange }
}

/** The form of a test that goes on from another. */
const goingOn = (at: AtPledge, after: string) => `${paths.newCycle(at)}?after=${encodeURIComponent(after)}`

const toCycle = ({ nouns }: { nouns: AtCycle }) => paths.cycle(nouns)

function planning(site: Site): void {
  site.form({
    at: paths.newCycle,
    who: itsPledgeTeam,
    command: planCycle,
    read: readPledge,
    values: ({ last }) => (last ? nextFrom(last) : {}),
    show: ({ team, last }, form, visit) => ({
      title: 'Plan a test',
      back: { href: paths.pledge(visit.nouns), text: 'Back to the pledge' },
      phone: true,
      body: planForm({
        action: last ? goingOn(visit.nouns, last.id) : paths.newCycle(visit.nouns),
        sending: visit,
        form,
        team: team.name,
        isNew: true,
        last,
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
    show: ({ cycle, ramp, networkName, pledge, team, mayChange }, visit) => {
      const { network } = visit.nouns
      const at = { network, event: pledge.event_id, pledge: pledge.id }
      return {
        title: cycle.question,
        wide: true,
        crumbs: [
          { href: paths.network({ network }), text: networkName },
          { href: paths.team({ network, team: team.id }), text: team.name },
          { href: paths.pledge(at), text: 'Pledge' },
        ],
        body: cyclePage({
          network,
          team: team.name,
          cycle,
          ramp,
          pledge: { href: paths.pledge(at), words: pledge.what ?? wordsNotRecorded },
          mayChange,
          next: goingOn(at, cycle.id),
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
  site.button({
    at: paths.breakthrough,
    command: markBreakthrough,
    then: (_outcome, visit) => toCycle(visit),
    back: toCycle,
    done: 'Saved: your biggest breakthrough',
  })
  site.button({
    at: paths.noBreakthrough,
    command: unmarkBreakthrough,
    then: (_outcome, visit) => toCycle(visit),
    back: toCycle,
    done: 'It is not marked any more',
  })
  listing(site)
}

const Listed = ShownCycleSchema.extend({ team: z.string() }).meta({ id: 'TestOfTeam' })

/** All tests of a network, the first first, each with its team. */
async function readAll({ db, nouns }: RequestContext<{ network: string }>) {
  const [network, rows, teams] = await Promise.all([
    networkById(db, nouns.network),
    cyclesOf(db, nouns.network),
    teamsOf(db, nouns.network),
  ])
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  const tests = rows.map((row) => ({ ...viewOf(row), team: row.team_id, by: names.get(row.team_id) ?? '' }))
  return network && { network, tests }
}

function listing(site: Site): void {
  site.page({
    at: paths.cycles,
    who: everyone,
    query: z.object({
      only: z.enum(outcomes).optional().meta({ description: 'Those with this outcome' }),
    }),
    answer: z.object({ tests: z.array(Listed) }),
    async read(visit: RequestContext<{ network: string }>) {
      const found = await readAll(visit)
      if (!found) return undefined
      const only = outcomes.find((outcome) => outcome === visit.query['only'])
      const all = found.tests.toReversed()
      const counts = new Map<Outcome | undefined, number>([[undefined, all.length]])
      for (const one of all) counts.set(outcomeOf(one), (counts.get(outcomeOf(one)) ?? 0) + 1)
      const shown = all.filter((one) => only === undefined || outcomeOf(one) === only)
      return { network: found.network, only, counts, tests: shown }
    },
    show: ({ network, only, counts, tests }) => ({
      title: 'Tests',
      crumbs: [{ href: paths.network({ network: network.id }), text: network.name }],
      wide: true,
      body: cyclesPage({ network: network.id, teamNoun: network.team_noun, cycles: tests, counts, only }),
    }),
  })
  site.file({
    at: paths.cyclesSheet,
    who: everyone,
    async read(visit: RequestContext<{ network: string }>) {
      const found = await readAll(visit)
      return (
        found && {
          type: 'text/csv; charset=utf-8',
          name: `tests-${found.network.id}.csv`,
          body: cyclesSheet(found.tests),
        }
      )
    },
  })
}
