import { eventTopic, type AtEvent } from '../../before/events/rules.ts'
import { z } from 'zod'
import { eventById } from '../../before/events/store.ts'
import { ideaById } from '../../before/ideas/store.ts'
import { teamById } from '../../before/networks/store/networks.ts'
import { holds, organisers } from '../../before/networks/store/roles.ts'
import { Id, OptionalDayToCome, refusePast } from '../../platform/form/fields.ts'
import { attendeeOf, teamAtEvent } from '../../before/sign-ups/store.ts'
import { actorKey } from '../../platform/store/actor.ts'
import { command, either, policy, refuse, refuseForGood, type Refusal } from '../../platform/store/command.ts'
import { pledgeFields, releaseFields } from './record.ts'
import { isSamePledge, whyNot } from './rules.ts'
import { addPledgeRow, changePledgeRow, pledgeAt, pledgesAt } from './store.ts'

interface AtPledge {
  network: string
  event: string
  pledge: string
}

/** Someone of a team that can pledge here, or an organiser: who is shown the way to a new pledge. */
export const mayPledge = policy<AtEvent>(
  'someone of a team or an organiser',
  async (db, { network, event }, actor) =>
    (await holds(db, actor, network, ['organiser', 'lead', 'member', 'representative'])) ||
    Boolean((await attendeeOf(db, actor, network, event))?.team_id),
)

/** People who work in the team of the pledge, or came to the event with it; and organisers. */
export const itsPledgeTeam = policy<AtPledge>(
  'someone of the team of the pledge or an organiser',
  async (db, nouns, actor) => {
    if (await organisers.allows(db, nouns, actor)) return true
    const pledge = await pledgeAt(db, nouns)
    return pledge !== undefined && teamAtEvent.allows(db, { ...nouns, team: pledge.team_id }, actor)
  },
)

/** The lead of the team, or an organiser, says what becomes of its pledge. */
export const itsPledgeLead = policy<AtPledge>(
  'the lead of the team or an organiser',
  async (db, nouns, actor) => {
    if (await organisers.allows(db, nouns, actor)) return true
    const pledge = await pledgeAt(db, nouns)
    return pledge !== undefined && holds(db, actor, nouns.network, ['lead'], pledge.team_id)
  },
)

const Pledged = {
  idea: z
    .string()
    .optional()
    .nullable()
    .transform((idea) => idea || null),
  ...pledgeFields.input,
}

const notThere = refuse('This pledge is not there any more')
const noSuchIdea = refuse('Choose an idea from the list', 'idea')

export const makePledge = command('pledges.makePledge', {
  said: 'made a pledge',
  input: z.object({ network: Id, event: Id, team: Id, ...Pledged, byDay: OptionalDayToCome('By when') }),
  topic: eventTopic,
  who: either(teamAtEvent, organisers),
  async run(
    tx,
    { network, event, team, ...said },
    { id, now, actor, happenedAt },
  ): Promise<{ id: string } | Refusal> {
    if (!(await eventById(tx, network, event))) return refuseForGood('This event is not there any more')
    if (!(await teamById(tx, network, team))) return refuse('Choose a team from the list', 'team')
    if (said.idea && !(await ideaById(tx, network, said.idea))) return noSuchIdea
    const past = refusePast(said.byDay, now, 'byDay')
    if (past) return past
    const standing = (await pledgesAt(tx, network, event)).filter(
      (one) => one.team_id === team && !one.released_at,
    )
    if (standing.some((one) => isSamePledge(one, said))) {
      return refuse('Your team has made this pledge already. Change that pledge instead.', 'what')
    }
    const pledge = id()
    await addPledgeRow(tx, {
      network_id: network,
      id: pledge,
      event_id: event,
      team_id: team,
      idea_id: said.idea,
      ...pledgeFields.columns(said),
      made_at: now,
      made_by: actorKey(actor),
      claimed_at: happenedAt,
      updated_at: now,
      released_at: null,
      released_by: null,
      ...releaseFields.empty,
      completed_at: null,
      completed_by: null,
    })
    return { id: pledge }
  },
})

const AtPledge = { network: Id, event: Id, pledge: Id }

export const editPledge = command('pledges.editPledge', {
  said: 'changed a pledge',
  input: z.object({ ...AtPledge, ...Pledged }),
  topic: eventTopic,
  who: itsPledgeTeam,
  async run(tx, { network, event, pledge, ...said }, { now }): Promise<{ id: string } | Refusal> {
    const found = await pledgeAt(tx, { network, event, pledge })
    if (!found) return notThere
    const refused = whyNot('change', found)
    if (refused) return refuse(refused)
    if (said.idea && !(await ideaById(tx, network, said.idea))) return noSuchIdea
    await changePledgeRow(tx, network, pledge, {
      idea_id: said.idea,
      ...pledgeFields.columns(said),
      updated_at: now,
    })
    return { id: pledge }
  },
})

type Doing = Parameters<typeof whyNot>[0]

/** Common checks of all that can become of a pledge: it is there, and in a state that allows it. */
async function become(
  tx: Parameters<typeof changePledgeRow>[0],
  at: AtPledge,
  doing: Doing,
  change: Parameters<typeof changePledgeRow>[3],
): Promise<{ id: string } | Refusal> {
  const found = await pledgeAt(tx, at)
  if (!found) return notThere
  const refused = whyNot(doing, found)
  if (refused) return refuse(refused)
  await changePledgeRow(tx, at.network, at.pledge, change)
  return { id: at.pledge }
}

export const releasePledge = command('pledges.releasePledge', {
  said: 'released a pledge',
  input: z.object({ ...AtPledge, reason: releaseFields.input.releaseReason }),
  topic: eventTopic,
  who: itsPledgeLead,
  run: (tx, { reason, ...at }, { now, actor }) =>
    become(tx, at, 'release', {
      released_at: now,
      released_by: actorKey(actor),
      ...releaseFields.columns({ releaseReason: reason }),
    }),
})

export const takeBackPledge = command('pledges.takeBackPledge', {
  said: 'took a released pledge back',
  input: z.object(AtPledge),
  topic: eventTopic,
  who: itsPledgeLead,
  run: (tx, at) =>
    become(tx, at, 'take back', { released_at: null, released_by: null, ...releaseFields.empty }),
})

export const completePledge = command('pledges.completePledge', {
  said: 'completed a pledge',
  input: z.object(AtPledge),
  topic: eventTopic,
  who: itsPledgeLead,
  run: (tx, at, { now, actor }) =>
    become(tx, at, 'complete', { completed_at: now, completed_by: actorKey(actor) }),
})

export const reopenPledge = command('pledges.reopenPledge', {
  said: 'reopened a pledge',
  input: z.object(AtPledge),
  topic: eventTopic,
  who: itsPledgeLead,
  run: (tx, at) => become(tx, at, 'reopen', { completed_at: null, completed_by: null }),
})

export const pledgeCommands = [
  makePledge,
  editPledge,
  releasePledge,
  takeBackPledge,
  completePledge,
  reopenPledge,
]
