import { eventTopic } from '../../../before/events/rules.ts'
import { z } from 'zod'
import { kindOf } from '../../../items.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { optionalText } from '../../../platform/form/fields.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { isOn, minutesNow } from '../rules/plan.ts'
import {
  addItemRows,
  changeItemRow,
  itemById,
  itemsOf,
  orderItemRows,
  untouched,
  type ItemRow,
} from '../store/items.ts'
import { gone } from './items.ts'
import {
  keeping,
  kept,
  leavingOf,
  leftOut,
  nothingBefore,
  partOf,
  OfDesk,
  OfDeskItem,
  staleness,
  takenIn,
  titleOf,
  type AtDesk,
  Done,
} from './steps.ts'
import { counted } from '../../../platform/text/english.ts'

const quoted = async (tx: Tx, at: AtDesk, row: ItemRow) => `“${await titleOf(tx, at, row.id)}”`

/** An item that has not begun yet, or why there is none. */
async function comingItem(tx: Tx, at: AtDesk & { item: string }): Promise<ItemRow | Refusal> {
  const row = await itemById(tx, at.network, at.event, at.item)
  if (!row || row.removed_at) return refuse(gone)
  if (!row.started_at) return row
  return refuse(`${await quoted(tx, at, row)} has begun already, so it stays where it is.`)
}

/** One step either way: leaves an item out, or takes it in again. */
const leaving = (name: string, what: 'skip' | 'putBack', said: string, already: string) =>
  command(name, {
    said,
    input: OfDeskItem,
    topic: eventTopic,
    who: organisers,
    outcome: Done,
    async run(tx, input, circumstances): Promise<Done | Refusal> {
      const row = await comingItem(tx, input)
      if ('refused' in row) return row
      if ((row.skipped_at !== null) === (what === 'skip')) return { id: row.id, said: already }
      const stale = await staleness(tx, input, circumstances.actor)
      if (stale) return stale
      await changeItemRow(tx, row, what === 'skip' ? leftOut(circumstances) : takenIn)
      const back = { ...nothingBefore(), items: [{ id: row.id, set: leavingOf(row) }] }
      return kept(tx, input, circumstances, { what, row, back })
    },
  })

/** Leaves an item out, without taking it off the programme. */
export const skipItem = leaving(
  'programme.skipItem',
  'skip',
  'left out a part of the programme',
  'It was left out already',
)

/** Takes in an item again that was left out. One that the day has passed by is brought forward. */
export const putItemBack = leaving(
  'programme.putItemBack',
  'putBack',
  'took in again what was left out of the programme',
  'It is back already',
)

const Minutes = z.coerce
  .number('Enter how many minutes')
  .int('Minutes must be a whole number')
  .min(-60, 'Take off 60 minutes or fewer')
  .max(120, 'Give 120 minutes or fewer')
  .refine((minutes) => minutes !== 0, 'Enter how many minutes')

/** Gives the item that is on more time, or takes some from it; rooms that are talking get it too. */
export const extendItem = command('programme.extendItem', {
  said: 'changed how long a part of the programme takes',
  input: OfDeskItem.extend({ minutes: Minutes }),
  topic: eventTopic,
  who: organisers,
  outcome: Done,
  async run(tx, input, circumstances): Promise<Done | Refusal> {
    const row = await itemById(tx, input.network, input.event, input.item)
    if (!row || row.removed_at) return refuse(gone)
    const stale = await staleness(tx, input, circumstances.actor)
    if (stale) return stale
    if (!isOn(row))
      return refuse(`${await quoted(tx, input, row)} is not on now, so its time cannot be changed from here.`)
    const now = minutesNow(row)
    if (now === null)
      return refuse(`${await quoted(tx, input, row)} has no length. Give it one on the programme first.`)
    if (now + input.minutes < 1)
      return refuse(
        `${await quoted(tx, input, row)} lasts ${counted(now, 'minute')} in all, so ${-input.minutes} cannot be taken off. Finish it instead.`,
      )
    await changeItemRow(tx, row, { extra_minutes: (row.extra_minutes ?? 0) + input.minutes })
    const back = nothingBefore()
    back.items.push({ id: row.id, set: { extra_minutes: row.extra_minutes } })
    await kindOf(row.kind).lengthens?.(tx, partOf(row), input.minutes, keeping(back, row.kind))
    return kept(tx, input, circumstances, { what: 'extend', row, minutes: input.minutes, back })
  },
})

/** The place of the next item: after all that has begun. */
const nextPlace = (items: readonly ItemRow[]) => items.findLastIndex((one) => one.started_at !== null) + 1

/** Makes an item the next one. Brought before the one that would be next, the two change places. */
export const bringForward = command('programme.bringForward', {
  said: 'brought a part of the programme forward',
  input: OfDeskItem,
  topic: eventTopic,
  who: organisers,
  outcome: Done,
  async run(tx, input, circumstances): Promise<Done | Refusal> {
    const row = await comingItem(tx, input)
    if ('refused' in row) return row
    const stale = await staleness(tx, input, circumstances.actor)
    if (stale) return stale
    const items = await itemsOf(tx, input.network, input.event)
    const others = items.filter(({ id }) => id !== row.id)
    await orderItemRows(tx, others.toSpliced(nextPlace(others), 0, row))
    await changeItemRow(tx, row, takenIn)
    const back = {
      ...nothingBefore(),
      items: [{ id: row.id, set: leavingOf(row) }],
      order: items.map(({ id }) => id),
    }
    return kept(tx, input, circumstances, { what: 'forward', row, back })
  },
})

/** Puts a short item in, right after the one that is on, beside the plan. */
export const insertItem = command('programme.insertItem', {
  said: 'put something into the programme on the day',
  input: OfDesk.extend({
    kind: z.enum(['break', 'talk'], 'Choose a break or a talk').default('break'),
    title: optionalText(120, 'The title'),
    minutes: z.coerce
      .number('Enter how many minutes')
      .int('Minutes must be a whole number')
      .min(1, 'Enter 1 minute or more')
      .max(240, 'Enter 240 minutes or fewer')
      .default(5),
  }),
  topic: eventTopic,
  who: organisers,
  outcome: Done,
  async run(tx, input, circumstances): Promise<Done | Refusal> {
    const { network, event, kind, title, minutes } = input
    if (kind === 'talk' && !title) return refuse('Enter a title for the talk', 'title')
    const stale = await staleness(tx, input, circumstances.actor)
    if (stale) return stale
    const items = await itemsOf(tx, network, event)
    if (items.length === 0) return refuse('There is no programme yet. Lay out the day first.')
    const row: ItemRow = {
      network_id: network,
      id: circumstances.id(),
      event_id: event,
      position: 0,
      kind,
      title: title ?? 'Short break',
      minutes,
      planned_at: null,
      idea_id: null,
      ballot_id: null,
      link: null,
      note: null,
      ...untouched,
      added_at: circumstances.now,
      added_by: actorKey(circumstances.actor),
    }
    await addItemRows(tx, [row])
    await orderItemRows(tx, items.toSpliced(nextPlace(items), 0, row))
    const back = {
      ...nothingBefore(),
      items: [
        { id: row.id, set: { removed_at: circumstances.now, removed_by: actorKey(circumstances.actor) } },
      ],
    }
    return kept(tx, input, circumstances, { what: 'add', row, minutes, back })
  },
})

export const adjustingCommands = [skipItem, putItemBack, extendItem, bringForward, insertItem]
