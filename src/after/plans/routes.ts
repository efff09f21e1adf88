import { networkById, teamById } from '../../before/networks/store/networks.ts'
import { itsLeadOrOrganisers } from '../../before/networks/store/roles.ts'
import { asksOf } from '../../day/asks/store.ts'
import { pledgesOfTeam } from '../../day/pledges/store.ts'
import { todayIn } from '../../platform/face/dates.ts'
import type { Content, Site, RequestContext } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import {
  addStep,
  beginPlan,
  changePlan,
  changeStep,
  completeStep,
  removeStep,
  reopenStep,
  restoreStep,
} from './commands.ts'
import { planFields, stepFields } from './record.ts'
import { beginningOf, quarterAt, suggestedStart } from './rules.ts'
import { planOfTeam, plansOf, plansOfTeam, stepOfTeam } from './store.ts'
import { editPlanForm, newPlanForm, stepForm } from './views/forms.ts'

interface Nouns {
  network: string
  team: string
}

const today = (now: string) => todayIn('Europe/London', now)

async function whose({ db, nouns }: RequestContext<Nouns>) {
  const network = await networkById(db, nouns.network)
  const team = await teamById(db, nouns.network, nouns.team)
  return network && team && { network, team }
}

type Found = NonNullable<Awaited<ReturnType<typeof whose>>>

const within = ({ network, team }: Found, content: Pick<Content, 'title' | 'body'>): Content => ({
  ...content,
  back: {
    href: paths.plan({ network: network.id, team: team.id }),
    text: `Plan of ${team.name}`,
  },
})

/** The next year follows on the last one; a first one begins as the network's others did, or with a quarter. */
async function startOf({ db, nouns, now }: RequestContext<Nouns>): Promise<string> {
  const [last] = await plansOfTeam(db, nouns.network, nouns.team)
  return last
    ? Temporal.PlainDate.from(last.ends_on).add({ days: 1 }).toString()
    : suggestedStart(await plansOf(db, nouns.network), today(now))
}

/** A new plan begins from the pledge that is asked for, or from the team's latest that stands. */
async function readBeginning(visit: RequestContext<Nouns>) {
  const { db, nouns, query } = visit
  const found = await whose(visit)
  if (!found) return undefined
  const pledges = (await pledgesOfTeam(db, nouns.network, nouns.team))
    .filter((pledge) => !pledge.released_at)
    .toReversed()
  const pledge = pledges.find((one) => one.id === query['pledge']) ?? pledges[0]
  const { board_name, qi_team_name } = found.network
  const asks = (await asksOf(db, nouns.network))
    .filter((ask) => ask.pledge_id === pledge?.id && !ask.withdrawn_at)
    .map((ask) => ({ ...ask, toWhom: ask.to_whom === 'board' ? board_name : qi_team_name }))
  return {
    ...found,
    pledges,
    pledge,
    beginning: { ...beginningOf(pledge, asks), startsOn: await startOf(visit) },
    action: paths.newPlan(nouns),
  }
}

async function readStep(visit: RequestContext<Nouns & { step?: string }>) {
  const { db, nouns } = visit
  const found = await whose(visit)
  const plan = found && (await planOfTeam(db, nouns.network, nouns.team))
  const named = nouns.step !== undefined
  const row = named ? await stepOfTeam(db, nouns.network, nouns.team, nouns.step!) : undefined
  if (!plan || (named && (!row || row.removed_at))) return undefined
  return { ...found, plan, row, shown: { team: found.team, plan, network: nouns.network } }
}

export function planRoutes(site: Site): void {
  const who = itsLeadOrOrganisers
  const toPlan = (_outcome: unknown, { nouns }: RequestContext<Nouns>) => paths.plan(nouns)
  const back = ({ nouns }: RequestContext<Nouns>) => paths.plan(nouns)

  site.form({
    at: paths.newPlan,
    who,
    command: beginPlan,
    read: readBeginning,
    values: ({ beginning, pledge }) => ({
      ...beginning,
      pledge: pledge?.id ?? '',
    }),
    show: (shown, form, visit) =>
      within(shown, { title: 'Begin the plan', body: newPlanForm(shown, form, visit) }),
    then: toPlan,
    done: 'Plan saved',
  })

  site.form({
    at: paths.editPlan,
    who,
    command: changePlan,
    read: async (visit) => {
      const found = await whose(visit)
      const plan = await planOfTeam(visit.db, visit.nouns.network, visit.nouns.team)
      return found && plan && { ...found, plan }
    },
    stands: true,
    values: ({ plan }) => planFields.values(plan),
    show: (found, form, visit) =>
      within(found, {
        title: 'Change the plan',
        body: editPlanForm(found.team, paths.editPlan(visit.nouns), form, visit),
      }),
    then: toPlan,
    done: 'Plan saved',
  })

  site.form({
    at: paths.newStep,
    who,
    command: addStep,
    read: readStep,
    values: ({ plan }, { query, now }) => ({
      quarter: query['quarter'] ?? String(quarterAt(plan.starts_on, today(now))),
    }),
    show: (found, form, visit) =>
      within(found, { title: 'Add a step', body: stepForm(found.shown, form, visit) }),
    then: toPlan,
    done: 'Step added',
  })

  site.form({
    at: paths.editStep,
    who,
    command: changeStep,
    read: readStep,
    stands: true,
    values: ({ row }) => stepFields.values(row!),
    show: (found, form, visit) =>
      within(found, {
        title: 'Change a step',
        body: stepForm({ ...found.shown, step: visit.nouns.step }, form, visit),
      }),
    then: toPlan,
    done: 'Step saved',
  })

  const updated = { then: toPlan, back, done: 'Plan updated' }
  site.button({ at: paths.stepCompletion, command: completeStep, ...updated })
  site.button({ at: paths.reopenStep, command: reopenStep, ...updated })
  site.button({ at: paths.stepRemoval, command: removeStep, ...updated })
  site.button({ at: paths.stepRestoration, command: restoreStep, ...updated })
}
