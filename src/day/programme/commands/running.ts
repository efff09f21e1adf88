import { eventTopic } from '../../../before/events/rules.ts'
import { z } from 'zod'
import { kindOf } from '../../../items.ts'
import { eventById } from '../../../before/events/store.ts'
import { networkById } from '../../../before/networks/store/networks.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { time, weekdayAndDay } from '../../../platform/face/dates.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import {
  command,
  isRefusal,
  refuse,
  type Circumstances,
  type Refusal,
} from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { giveScreen } from '../../ballots/ballot/store/ballots.ts'
import { startsOnAnotherDay } from '../rules/another-day.ts'
import { isOn, toCome } from '../rules/plan.ts'
import { changeItemRow, itemById, itemsOf, type ItemRow } from '../store/items.ts'
import type { Back } from '../store/steps.ts'
import { gone, optionalId } from './items.ts'
import {
  hostName,
  keeping,
  kept,
  leavingOf,
  leftOut,
  nothingBefore,
  OfDesk,
  OfDeskItem,
  partOf,
  staleness,
  takenIn,
  type AtDesk,
  Done,
} from './steps.ts'
import { lastStep } from '../store/steps.ts'
import { counted } from '../../../platform/text/english.ts'

/** Starts an item and finishes the one before. Two who press at once start it once. */
export const startItem = command('programme.startItem', {
  said: 'started a part of the programme',
  input: OfDeskItem.extend({
    /** For a vote of which nobody has said which it is: one that was prepared, or `new`. */
    ballot: optionalId,
    /** For breakout rooms of which there are none: one for each change idea, or none at all. */
    rooms: z.enum(['ideas', 'none'], 'Choose which rooms there are').optional(),
    /** Says that the day is to be started although it is not the event's. */
    anotherDay: z.string().max(10).optional(),
  }),
  topic: eventTopic,
  who: organisers,
  outcome: Done,
  async run(tx, input, circumstances): Promise<Done | Refusal> {
    const items = await itemsOf(tx, input.network, input.event)
    const row = items.find((one) => one.id === input.item)
    if (!row) return refuse(gone)
    if (row.started_at) return alreadyStarted(tx, input, row)
    const stale = await staleness(tx, input, circumstances.actor)
    if (stale) return stale
    const asked = input.anotherDay === 'yes' ? undefined : await notToday(tx, input, items, circumstances.now)
    if (asked) return asked
    const prepared = (await kindOf(row.kind).prepares?.(tx, partOf(row), input, circumstances)) ?? {}
    if (isRefusal(prepared)) return prepared
    const back = nothingBefore()
    const on = items.find(isOn)
    const still = on && (await finish(tx, input, on, circumstances, back))
    const refused = await start(
      tx,
      input,
      { ...row, ballot_id: prepared.ballot ?? null },
      circumstances,
      back,
    )
    if (refused) return refused
    const done = await kept(tx, input, circumstances, { what: 'start', row, back })
    const more = [prepared.said, still].filter(Boolean)
    return more.length > 0 ? { ...done, said: [`${done.said}.`, ...more].join(' ') } : done
  },
})

/** A host who tries the Desk out on another day is asked first: phones and screens show at once what is started. */
async function notToday(
  tx: Tx,
  { network, event }: AtDesk,
  items: ItemRow[],
  now: string,
): Promise<Refusal | undefined> {
  const held = await eventById(tx, network, event)
  const rehearsal = (await networkById(tx, network))?.kind === 'rehearsal'
  if (!held || !startsOnAnotherDay(held, items, { now, rehearsal })) return undefined
  return refuse(
    `This event is on ${weekdayAndDay(held.on_day)}, not today. Say that you want to start it all the same.`,
    'anotherDay',
  )
}

async function start(
  tx: Tx,
  at: AtDesk,
  row: ItemRow,
  circumstances: Circumstances,
  back: Back,
): Promise<Refusal | undefined> {
  await giveScreen(tx, at)
  await changeItemRow(tx, row, {
    started_at: circumstances.now,
    started_by: actorKey(circumstances.actor),
    ...takenIn,
    ballot_id: row.ballot_id,
  })
  back.items.push({ id: row.id, set: { started_at: null, started_by: null, ...leavingOf(row) } })
  return kindOf(row.kind).starts?.(tx, partOf(row), circumstances, keeping(back, row.kind))
}

async function alreadyStarted(tx: Tx, at: AtDesk, row: ItemRow): Promise<Done | Refusal> {
  if (row.finished_at) return refuse(`This was over at ${time(row.finished_at)}. Add it again to repeat it.`)
  const last = await lastStep(tx, at)
  const who = last?.what === 'start' && last.item_id === row.id ? await hostName(tx, last.done_by) : undefined
  const when = time(row.started_at!)
  return {
    id: row.id,
    said: who ? `${who} started it already, at ${when}` : `It was started already, at ${when}`,
  }
}

/** Ends an item and what runs with it. */
async function finish(
  tx: Tx,
  at: AtDesk,
  row: ItemRow,
  { now, actor }: Circumstances,
  back: Back,
): Promise<string | undefined> {
  await giveScreen(tx, at)
  await changeItemRow(tx, row, { finished_at: now, finished_by: actorKey(actor) })
  back.items.push({ id: row.id, set: { finished_at: null, finished_by: null } })
  return kindOf(row.kind).finishes?.(tx, partOf(row), now, keeping(back, row.kind))
}

export const finishItem = command('programme.finishItem', {
  said: 'finished a part of the programme',
  input: OfDeskItem,
  topic: eventTopic,
  who: organisers,
  outcome: Done,
  async run(tx, input, circumstances): Promise<Done | Refusal> {
    const { network, event, item } = input
    const row = await itemById(tx, network, event, item)
    if (!row || row.removed_at) return refuse(gone)
    if (!row.started_at) return refuse('This has not been started')
    if (row.finished_at) return { id: item, said: `It was finished already, at ${time(row.finished_at)}` }
    const stale = await staleness(tx, input, circumstances.actor)
    if (stale) return stale
    const back = nothingBefore()
    const still = await finish(tx, input, row, circumstances, back)
    const done = await kept(tx, input, circumstances, { what: 'finish', row, back })
    return still ? { ...done, said: `${done.said}. ${still}` } : done
  },
})

/** Finishes the item that is on and leaves out the rest, in one step that can be taken back. */
export const endDay = command('programme.endDay', {
  said: 'ended the day',
  input: OfDesk,
  topic: eventTopic,
  who: organisers,
  outcome: Done,
  async run(tx, input, circumstances): Promise<Done | Refusal> {
    const stale = await staleness(tx, input, circumstances.actor)
    if (stale) return stale
    const items = await itemsOf(tx, input.network, input.event)
    const on = items.find(isOn)
    const rest = toCome(items)
    const [row] = on ? [on] : rest
    if (!row) return refuse('The programme is over already')
    const back = nothingBefore()
    const still = on && (await finish(tx, input, on, circumstances, back))
    for (const item of rest) {
      await changeItemRow(tx, item, leftOut(circumstances))
      back.items.push({ id: item.id, set: takenIn })
    }
    const { said } = await kept(tx, input, circumstances, { what: 'end', row, back })
    const left = rest.length > 0 && `${counted(rest.length, 'part')} of it left out.`
    return { id: input.event, said: [`${said}.`, left, still].filter(Boolean).join(' ') }
  },
})

export const runningCommands = [startItem, finishItem, endDay]
