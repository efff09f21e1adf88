import { z } from 'zod'
import { isRecordedNowhere } from '../../before/events/rules.ts'
import { eventsOf } from '../../before/events/store.ts'
import { networkById, teamById } from '../../before/networks/store/networks.ts'
import { insiders, itsLeadOrOrganisers } from '../../before/networks/store/roles.ts'
import { asksOf } from '../../day/asks/store.ts'
import { pledgeById, pledgesOfTeam } from '../../day/pledges/store.ts'
import { todayIn } from '../../platform/face/dates.ts'
import type { Content, Site, RequestContext } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
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
import { beginningOf } from './rules.ts'
import { allStepsOfPlan, planOfTeam, stepOfTeam } from './store.ts'
import { editPlanForm, newPlanForm, stepForm } from './views/forms.ts'
import { planPage } from './views/plan.ts'

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

async function readPlan(visit: RequestContext<Nouns>) {
  const { db, nouns, actor, now } = visit
  const found = await whose(visit)
  if (!found) return undefined
  const plan = await planOfTeam(db, nouns.network, nouns.team)
  const steps = plan ? await allStepsOfPlan(db, nouns.network, plan.id) : []
  return {
    ...found,
    plan,
    unrecorded: isRecordedNowhere(await eventsOf(db, nouns.network), 'plans'),
    pledge: plan?.pledge_id ? await pledgeById(db, nouns.network, plan.pledge_id) : undefined,
    steps: steps.filter((step) => !step.removed_at),
    removed: steps.filter((step) => step.removed_at),
    mayEdit: await itsLeadOrOrganisers.allows(db, nouns, actor),
    insider: await insiders.allows(db, nouns, actor),
    today: today(now),
  }
}

/** The plan as JSON, which names nobody. */
const Answer = z.object({
  team: z.object({ id: z.string(), name: z.string() }),
  plan: z
    .object({
      id: z.string(),
      pledge: z.string().nullable(),
      aim: z.string(),
      supportAgreed: z.string().nullable(),
      startsOn: z.string(),
      endsOn: z.string(),
    })
    .optional(),
  steps: z.array(
    z.object({
      id: z.string(),
      quarter: z.number(),
      what: z.string(),
      dueOn: z.string().nullable(),
      completedAt: z.string().nullable(),
    }),
  ),
})

const told = ({
  team,
  plan,
  steps,
}: NonNullable<Awaited<ReturnType<typeof readPlan>>>): z.infer<typeof Answer> => ({
  team,
  ...(plan && {
    plan: {
      id: plan.id,
      pledge: plan.pledge_id,
      aim: plan.aim,
      supportAgreed: plan.support_agreed,
      startsOn: plan.starts_on,
      endsOn: plan.ends_on,
    },
  }),
  steps: steps.map(({ id, quarter, what, due_on, completed_at }) => ({
    id,
    quarter,
    what,
    dueOn: due_on,
    completedAt: completed_at,
  })),
})

type Found = NonNullable<Awaited<ReturnType<typeof whose>>>

const within = ({ network, team }: Found, content: Pick<Content, 'title' | 'body'>): Content => ({
  ...content,
  back: {
    href: paths.plan({ network: network.id, team: team.id }),
    text: `Plan of ${team.name}`,
  },
})

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
  return { ...found, pledges, pledge, beginning: beginningOf(pledge, asks), action: paths.newPlan(nouns) }
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

  site.page({
    at: paths.plan,
    who: everyone,
    read: readPlan,
    answer: Answer,
    told,
    show: (shown, visit) => ({
      title: `Plan of ${shown.team.name}`,
      crumbs: [
        { href: paths.network({ network: shown.network.id }), text: shown.network.name },
        { href: paths.team({ network: shown.network.id, team: shown.team.id }), text: shown.team.name },
      ],
      body: planPage(shown, visit),
    }),
  })

  site.form({
    at: paths.newPlan,
    who,
    command: beginPlan,
    read: readBeginning,
    values: ({ beginning, pledge }, { now }) => ({
      ...beginning,
      pledge: pledge?.id ?? '',
      startsOn: today(now),
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
    values: () => ({ quarter: '1' }),
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
