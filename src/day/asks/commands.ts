import { eventTopic } from '../../before/events/rules.ts'
import { z } from 'zod'
import {
  boardMembers,
  holds,
  itsTeam,
  organisers,
  organisersOrBoard,
} from '../../before/networks/store/roles.ts'
import { Id, refusePast } from '../../platform/form/fields.ts'
import { post } from '../../platform/mail/outbox.ts'
import { actorKey } from '../../platform/store/actor.ts'
import { command, policy, refuse, type Refusal } from '../../platform/store/command.ts'
import { itsPledgeTeam } from '../pledges/commands.ts'
import { pledgeAt } from '../pledges/store.ts'
import { answerFields, askFields } from './record.ts'
import { addressees, lacking } from './rules.ts'
import { addAnswerRow, addAskRow, addressOfAsker, answersTo, askById, changeAskRow } from './store.ts'

interface AtAsk {
  network: string
  ask: string
}

const topic = ({ network }: { network: string }) => `network:${network}`

/** Board members answer for the board; organisers for the QI team, and on behalf of the board. */
export const answersAsk = policy<AtAsk>(
  'an organiser, or a member of the board when the board was asked',
  async (db, nouns, actor) => {
    if (await organisers.allows(db, nouns, actor)) return true
    const ask = await askById(db, nouns.network, nouns.ask)
    return ask?.to_whom === 'board' && (await boardMembers.allows(db, nouns, actor))
  },
)

/** The asker, people who work in the team that asked, or organisers. */
export const itsAskers = policy<AtAsk>(
  'whoever asked, someone of the team or an organiser',
  async (db, nouns, actor) => {
    const ask = await askById(db, nouns.network, nouns.ask)
    if (ask?.asked_by === actorKey(actor)) return true
    if (await holds(db, actor, nouns.network, ['organiser'])) return true
    return ask !== undefined && itsTeam.allows(db, { ...nouns, team: ask.team_id }, actor)
  },
)

/** People who may answer some asks at all: for the offers of a list. */
export const answersSome = organisersOrBoard

export const makeAsk = command('asks.makeAsk', {
  said: 'asked for support',
  input: z.object({
    network: Id,
    event: Id,
    pledge: Id,
    toWhom: z.enum(addressees, 'Choose who you ask'),
    ...askFields.input,
  }),
  topic: ({ network, event }) => [eventTopic({ network, event }), `network:${network}`],
  who: itsPledgeTeam,
  async run(tx, { network, event, pledge, ...asked }, { actor, id, now }): Promise<{ id: string } | Refusal> {
    const found = await pledgeAt(tx, { network, event, pledge })
    if (!found) return refuse('This pledge is not there any more')
    if (found.released_at)
      return refuse('This pledge has been released. Take it back before you ask for support.')
    const past = refusePast(asked.neededBy, now, 'neededBy')
    if (past) return past
    const ask = id()
    await addAskRow(tx, {
      network_id: network,
      id: ask,
      pledge_id: pledge,
      team_id: found.team_id,
      to_whom: asked.toWhom,
      ...askFields.columns(asked),
      asked_by: actorKey(actor),
      made_at: now,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    return { id: ask }
  },
})

const notThere = refuse('This ask is not there any more')

export const withdrawAsk = command('asks.withdrawAsk', {
  said: 'withdrew an ask',
  input: z.object({ network: Id, ask: Id }),
  topic,
  who: itsAskers,
  async run(tx, { network, ask }, { now, actor }): Promise<{ id: string } | Refusal> {
    const found = await askById(tx, network, ask)
    if (!found) return notThere
    if (found.withdrawn_at) return { id: ask }
    if ((await answersTo(tx, network, ask)).length > 0)
      return refuse('This ask has been answered, so it cannot be withdrawn. The answer stays on record.')
    await changeAskRow(tx, network, ask, { withdrawn_at: now, withdrawn_by: actorKey(actor) })
    return { id: ask }
  },
})

export const keepAsk = command('asks.keepAsk', {
  said: 'kept an ask after all',
  input: z.object({ network: Id, ask: Id }),
  topic,
  who: itsAskers,
  async run(tx, { network, ask }): Promise<{ id: string } | Refusal> {
    if (!(await askById(tx, network, ask))) return notThere
    await changeAskRow(tx, network, ask, { withdrawn_at: null, withdrawn_by: null })
    return { id: ask }
  },
})

const Answer = z
  .object({
    network: Id,
    ask: Id,
    ...answerFields.input,
  })
  .superRefine((answer, problems) => {
    for (const [field, message] of Object.entries(lacking(answer)))
      problems.addIssue({ code: 'custom', path: [field], message })
  })

/** Another mind is another answer: the earlier ones stay. Askers with an address are told by mail. */
export const answerAsk = command('asks.answerAsk', {
  said: 'answered an ask',
  input: Answer,
  topic,
  who: answersAsk,
  async run(tx, { network, ask, ...said }, { actor, id, now }): Promise<{ id: string } | Refusal> {
    const found = await askById(tx, network, ask)
    if (!found) return notThere
    if (found.withdrawn_at) return refuse('This ask has been withdrawn, so it needs no answer.')
    const past = refusePast(said.onDay, now, 'onDay')
    if (past) return past
    const answer = id()
    await addAnswerRow(tx, {
      network_id: network,
      id: answer,
      ask_id: ask,
      ...answerFields.columns(said),
      on_behalf_of: found.to_whom,
      recorder: actorKey(actor),
      answered_at: now,
    })
    if (found.asked_by !== actorKey(actor) && (await addressOfAsker(tx, found.asked_by)))
      await post(tx, { id: id(), network, kind: 'asks.answered', ids: { network, answer }, now })
    return { id: answer }
  },
})

export const askCommands = [makeAsk, withdrawAsk, keepAsk, answerAsk]
