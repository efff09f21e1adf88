import { heldBefore, isNotRecorded, isRecordedNowhere, type Unrecorded } from '../../before/events/rules.ts'
import type { EventRow } from '../../before/events/store.ts'
import type { IdeaRow } from '../../before/ideas/store.ts'
import type { NetworkRow, TeamRow } from '../../before/networks/store/networks.ts'
import { answerNames } from '../../day/asks/rules.ts'
import type { AnsweredAsk } from '../../day/asks/store.ts'
import type { PledgeRow } from '../../day/pledges/store.ts'
import type { ReflectionRow } from '../../day/reflections/store.ts'
import type { PlanRow, PlanStepRow } from '../../after/plans/store.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'

/** One thing that was done, with its day and its record. */
export interface Taken {
  /** Nothing where only the day of the recording is known. */
  on: string | null
  says: string
  href: string
}

/** One step of the way from an idea to what became of it: what was done, or why nothing stands here. */
export interface ThreadStep {
  name: 'Idea' | 'Reflection' | 'Vote' | 'Pledge' | 'Ask' | 'Answer' | 'Plan'
  state: 'taken' | 'not yet' | 'not recorded'
  taken: Taken[]
}

export interface ThreadFacts {
  network: NetworkRow
  team: TeamRow
  idea: IdeaRow | undefined
  origin: TeamRow | undefined
  events: readonly EventRow[]
  reflections: readonly ReflectionRow[]
  choices: readonly { event_id: string; ballot_id: string; confirmed_at: string }[]
  /** What the team chose by vote and its lead has not confirmed. */
  byVote: readonly { event: string; ballot: string; revealedAt: string }[]
  pledges: readonly PledgeRow[]
  /** Pledges of the team that were recorded without saying which idea they took up. */
  unnamed: readonly PledgeRow[]
  asks: readonly AnsweredAsk[]
  plans: readonly PlanRow[]
  steps: readonly PlanStepRow[]
}

/** Every step of a team and an idea in the order of the thread; without an idea it begins with the pledge. */
export function threadOf(facts: ThreadFacts): ThreadStep[] {
  const { idea } = facts
  const first = idea
    ? [
        step(facts, 'Idea', ideaTaken(facts, idea)),
        step(facts, 'Reflection', reflected(facts), 'notes'),
        step(facts, 'Vote', chosen(facts), 'votes'),
      ]
    : []
  return [
    ...first,
    pledgeStep(facts),
    step(facts, 'Ask', asked(facts), 'asks'),
    step(facts, 'Answer', answered(facts), 'answers'),
    step(facts, 'Plan', planned(facts), 'plans'),
  ]
}

function step(
  { events }: ThreadFacts,
  name: ThreadStep['name'],
  taken: Taken[],
  thing?: Unrecorded,
): ThreadStep {
  if (taken.length > 0)
    return { name, state: 'taken', taken: taken.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1)) }
  const unknown =
    thing === 'plans'
      ? isRecordedNowhere(events, thing)
      : thing !== undefined && events.some((event) => isNotRecorded(event, thing))
  return { name, state: unknown ? 'not recorded' : 'not yet', taken: [] }
}

/** What came in with the records of its network was not put on a card on that day: at best its event is known. */
function ideaTaken({ network, origin, events }: ThreadFacts, idea: IdeaRow): Taken[] {
  const who = origin?.name ?? `A ${network.team_noun}`
  const href = paths.idea({ network: network.id, idea: idea.id })
  const held = events.filter(heldBefore)
  if (idea.created_at !== network.created_at || held.length === 0)
    return [{ on: dayOf(idea.created_at), says: `${who} put this idea on a card: ${idea.title}`, href }]
  const [event, ...others] = held
  const where = event && others.length === 0 ? ` to the ${event.name} of ${day(event.on_day)}` : ''
  return [{ on: null, says: `${who} brought this idea${where}: ${idea.title}`, href }]
}

const reflected = ({ network, team, reflections }: ThreadFacts): Taken[] =>
  reflections.map((one) => ({
    on: dayOf(one.updated_at),
    says: `${team.name} reflected on what to keep, change and leave out${one.first_test ? `. First test: ${one.first_test}` : ''}`,
    href: paths.teamReflection({
      network: network.id,
      event: one.event_id,
      idea: one.idea_id,
      team: one.team_id,
    }),
  }))

const chosen = ({ network, team, choices, byVote }: ThreadFacts): Taken[] => [
  ...choices.map((one) => ({
    on: dayOf(one.confirmed_at),
    says: `${team.name} chose this idea to test`,
    href: paths.ballot({ network: network.id, event: one.event_id, ballot: one.ballot_id }),
  })),
  ...byVote.map(({ event, ballot, revealedAt }) => ({
    on: dayOf(revealedAt),
    says: 'Chosen by vote, to be confirmed by the lead',
    href: paths.ballot({ network: network.id, event, ballot }),
  })),
]

const pledgeAt = (network: NetworkRow, pledge: PledgeRow) =>
  paths.pledge({ network: network.id, event: pledge.event_id, pledge: pledge.id })

/** A pledge, and what became of it. */
function pledgeTaken({ network, team }: ThreadFacts, pledge: PledgeRow): Taken[] {
  const href = pledgeAt(network, pledge)
  const says = pledge.what
    ? `${team.name} pledged: ${pledge.what}`
    : `${team.name} made a pledge. Its words were not recorded.`
  const by = pledge.by_day ? ` By ${day(pledge.by_day)}.` : ''
  return [
    { on: dayOf(pledge.made_at), says: `${says}${by && pledge.what ? '.' : ''}${by}`, href },
    ...(pledge.released_at
      ? [{ on: dayOf(pledge.released_at), says: `${team.name} released the pledge`, href }]
      : []),
    ...(pledge.completed_at
      ? [{ on: dayOf(pledge.completed_at), says: `${team.name} did what it pledged`, href }]
      : []),
  ]
}

function pledgeStep(facts: ThreadFacts): ThreadStep {
  const taken = facts.pledges.flatMap((pledge) => pledgeTaken(facts, pledge))
  if (taken.length > 0 || facts.unnamed.length === 0) return step(facts, 'Pledge', taken, 'pledges')
  return {
    name: 'Pledge',
    state: 'not recorded',
    taken: facts.unnamed.map((pledge) => ({
      on: dayOf(pledge.made_at),
      says: `${facts.team.name} made a pledge. Which idea it took up was not recorded.`,
      href: pledgeAt(facts.network, pledge),
    })),
  }
}

const whom = (network: NetworkRow, to: string) => (to === 'board' ? network.board_name : network.qi_team_name)

const asked = ({ network, team, asks }: ThreadFacts): Taken[] =>
  asks.map((ask) => ({
    on: dayOf(ask.made_at),
    says: `${team.name} asked ${whom(network, ask.to_whom)}: ${ask.what}${ask.withdrawn_at ? ' (withdrawn)' : ''}`,
    href: paths.ask({ network: network.id, ask: ask.id }),
  }))

const answered = ({ network, asks }: ThreadFacts): Taken[] =>
  asks.flatMap(({ id, what, answer }) =>
    answer
      ? [
          {
            on: dayOf(answer.answered_at),
            says: `${whom(network, answer.on_behalf_of)} on “${what}”: ${answerNames[answer.kind].toLowerCase()}. ${answer.reason}`,
            href: paths.ask({ network: network.id, ask: id }),
          },
        ]
      : [],
  )

function planned({ network, team, plans, steps }: ThreadFacts): Taken[] {
  const href = paths.plan({ network: network.id, team: team.id })
  return plans.flatMap((plan) => {
    const own = steps.filter((one) => one.plan_id === plan.id)
    const done = own.filter((one) => one.completed_at)
    return [
      { on: dayOf(plan.created_at), says: `${team.name} planned its year: ${plan.aim}`, href },
      ...done.map((one) => ({ on: dayOf(one.completed_at!), says: `Step done: ${one.what}`, href })),
    ]
  })
}
