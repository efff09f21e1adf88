import { z } from 'zod'
import { allStepsOfPlan, planOfTeam, plansOf, stepsOf } from '../../after/plans/store.ts'
import { planPage } from '../../after/plans/views/plan.ts'
import { plansPage } from '../../after/plans/views/plans.ts'
import { reviewsOf } from '../../after/reviews/store/meetings.ts'
import { isRecordedNowhere } from '../../before/events/rules.ts'
import { eventsOf } from '../../before/events/store.ts'
import { membershipsOf, networkById, teamById, teamsOf } from '../../before/networks/store/networks.ts'
import { insiders, itsLeadOrOrganisers, organisers } from '../../before/networks/store/roles.ts'
import { askViews } from '../../day/asks/store.ts'
import { pledgeById } from '../../day/pledges/store.ts'
import { todayIn } from '../../platform/face/dates.ts'
import type { RequestContext, Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import type { Db } from '../../platform/store/database.ts'
import { capitalised } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'

const today = (now: string) => todayIn('Europe/London', now)

const meetingsOf = async (db: Db, network: string) =>
  (await reviewsOf(db, network))
    .filter((one) => !one.cancelled_at)
    .map((one) => ({ id: one.id, onDay: one.on_day, held: one.held_at !== null }))

async function readPlan({ db, nouns, actor, now }: RequestContext<{ network: string; team: string }>) {
  const network = await networkById(db, nouns.network)
  const team = await teamById(db, nouns.network, nouns.team)
  if (!network || !team) return undefined
  const plan = await planOfTeam(db, network.id, team.id)
  const steps = plan ? await allStepsOfPlan(db, network.id, plan.id) : []
  const meetings = await meetingsOf(db, network.id)
  const asks = await askViews(db, network.id)
  return {
    network,
    team,
    plan,
    unrecorded: isRecordedNowhere(await eventsOf(db, network.id), 'plans'),
    pledge: plan?.pledge_id ? await pledgeById(db, network.id, plan.pledge_id) : undefined,
    steps: steps.filter((step) => !step.removed_at),
    removed: steps.filter((step) => step.removed_at),
    meetings: meetings.filter(({ onDay }) => plan && onDay >= plan.starts_on && onDay <= plan.ends_on),
    asks: asks.filter((ask) => plan?.pledge_id && ask.pledge.id === plan.pledge_id),
    mayEdit: await itsLeadOrOrganisers.allows(db, nouns, actor),
    insider: await insiders.allows(db, nouns, actor),
    today: today(now),
    now,
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

async function readPlans({ db, nouns, actor, now }: RequestContext<{ network: string }>) {
  const network = await networkById(db, nouns.network)
  if (!network) return undefined
  const [plans, steps] = [await plansOf(db, network.id), await stepsOf(db, network.id)]
  const latest = new Map(plans.map((plan) => [plan.team_id, plan]))
  const organising = await organisers.allows(db, nouns, actor)
  const held = actor.kind === 'person' ? await membershipsOf(db, actor.id) : []
  const leads = new Set(
    held.filter((one) => one.network_id === network.id && one.role === 'lead').map((one) => one.team_id),
  )
  return {
    network,
    plans: (await teamsOf(db, network.id)).map((team) => {
      const plan = latest.get(team.id)
      return {
        team,
        plan,
        steps: steps.filter((step) => step.plan_id === plan?.id),
        mayPlan: organising || leads.has(team.id),
      }
    }),
    meetings: await meetingsOf(db, network.id),
    unrecorded: isRecordedNowhere(await eventsOf(db, network.id), 'plans'),
    insider: await insiders.allows(db, nouns, actor),
    today: today(now),
  }
}

/** The plan of a team for its year, with the meetings in it, and the plans of all teams beside each other. */
export function planPages(site: Site): void {
  site.page({
    at: paths.plan,
    who: everyone,
    read: readPlan,
    answer: Answer,
    told,
    show: (shown, visit) => ({
      title: `Plan of ${shown.team.name}`,
      wide: true,
      crumbs: [
        { href: paths.network({ network: shown.network.id }), text: shown.network.name },
        { href: paths.team({ network: shown.network.id, team: shown.team.id }), text: shown.team.name },
      ],
      body: planPage(shown, visit),
    }),
  })
  site.page({
    at: paths.plans,
    who: everyone,
    read: readPlans,
    show: (shown) => ({
      title: 'Plans for the year',
      wide: true,
      crumbs: [
        { href: paths.network({ network: shown.network.id }), text: shown.network.name },
        {
          href: paths.teams({ network: shown.network.id }),
          text: capitalised(shown.network.team_noun_plural),
        },
      ],
      body: plansPage(shown),
    }),
  })
}
