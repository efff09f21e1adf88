import { type AtEvent, eventTopic } from '../../../before/events/rules.ts'
import { z } from 'zod'
import { eventById } from '../../../before/events/store.ts'
import { ideasOf } from '../../../before/ideas/store.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Id } from '../../../platform/form/fields.ts'
import {
  command,
  isRefusal,
  refuse,
  type Circumstances,
  type Refusal,
} from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { makeBallot } from '../../ballots/ballot/commands/ballots.ts'
import { usualQuestion } from '../../ballots/ballot/rules/ballot.ts'
import { ballotsOf } from '../../ballots/ballot/store/ballots.ts'
import { likeThatDay, usualDay, type Draft } from '../rules/items.ts'
import { addItemRows, untouched, itemsOf, type ItemRow } from '../store/items.ts'

const LaidOut = z
  .object({ id: z.string(), items: z.number().describe('How many there are') })
  .meta({ id: 'LaidOut' })
type LaidOut = z.infer<typeof LaidOut>
/** Lays out a usual day from the ideas of the network; only where there is no programme yet. */
export const layOutProgramme = command('programme.layOutProgramme', {
  said: 'laid out the programme',
  input: z.object({ network: Id, event: Id }),
  topic: eventTopic,
  who: organisers,
  outcome: LaidOut,
  async run(tx, at, circumstances): Promise<LaidOut | Refusal> {
    const refused = await refuseLayingOut(tx, at)
    return refused ?? layOut(tx, at, usualDay(await ideasOf(tx, at.network)), circumstances)
  },
})

/** Lays out a day like another of the network, with the times that its parts really took. */
export const layOutLike = command('programme.layOutLike', {
  said: 'laid out the programme like another day',
  input: z.object({
    network: Id,
    event: Id,
    from: z.string({ error: 'Choose a day' }).min(1, 'Choose a day').max(100),
  }),
  topic: eventTopic,
  who: organisers,
  outcome: LaidOut,
  async run(tx, { from, ...at }, circumstances): Promise<LaidOut | Refusal> {
    const refused = await refuseLayingOut(tx, at)
    if (refused) return refused
    const drafts = likeThatDay(await itemsOf(tx, at.network, from))
    if (drafts.length === 0) return refuse('That day has no programme to go by', 'from')
    return layOut(tx, at, drafts, circumstances)
  },
})

async function refuseLayingOut(tx: Tx, { network, event }: AtEvent): Promise<Refusal | undefined> {
  if (!(await eventById(tx, network, event))) return refuse('This event is not there any more')
  return (await itemsOf(tx, network, event)).length > 0
    ? refuse('There is a programme already. Add to it, or change what is there.')
    : undefined
}

async function layOut(
  tx: Tx,
  { network, event }: AtEvent,
  drafts: Draft[],
  circumstances: Circumstances,
): Promise<LaidOut> {
  const ideas = (await ideasOf(tx, network)).map(({ id }) => id)
  const ballot = await usualBallot(tx, { network, event, ideas }, circumstances)
  const rows = drafts.map(({ kind, title, minutes, idea = null }, at): ItemRow => ({
    network_id: network,
    id: circumstances.id(),
    event_id: event,
    position: at + 1,
    kind,
    title,
    minutes,
    planned_at: null,
    idea_id: idea,
    ballot_id: kind === 'ballot' ? ballot : null,
    link: null,
    note: null,
    ...untouched,
  }))
  await addItemRows(tx, rows)
  return { id: event, items: rows.length }
}

/** The ballot of a usual day: the one there is, or one on all ideas where there are at least two to choose from. */
async function usualBallot(
  tx: Tx,
  { network, event, ideas }: AtEvent & { ideas: string[] },
  circumstances: Circumstances,
): Promise<string | null> {
  const [made] = await ballotsOf(tx, network, event)
  if (made || ideas.length < 2) return made?.id ?? null
  const input = {
    network,
    event,
    question: usualQuestion,
    method: 'person',
    ownIdea: 'excluded',
    ideas,
  } as const
  const ballot = await circumstances.do(makeBallot, input)
  return isRefusal(ballot) ? null : ballot.id
}

export const layingOutCommands = [layOutProgramme, layOutLike]
