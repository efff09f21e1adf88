import { z } from 'zod'
import { ballotById } from '../../ballots/ballot/store/ballots.ts'
import { readTime, eventTopic } from '../../../before/events/rules.ts'
import { eventById, type EventRow } from '../../../before/events/store.ts'
import { ideaById } from '../../../before/ideas/store.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Id, optionalText } from '../../../platform/form/fields.ts'
import { time } from '../../../platform/face/dates.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { command, refuse, isRefusal, type Refusal } from '../../../platform/store/command.ts'
import type { Db } from '../../../platform/store/database.ts'
import { itemKinds } from '../../../items.ts'
import { fixedTime, misplaced } from '../rules/times.ts'
import {
  addItemRows,
  changeItemRow,
  itemById,
  itemsOf,
  orderItemRows,
  untouched,
  type ItemRow,
} from '../store/items.ts'
import { namer } from '../store/shown.ts'
import { Done } from './steps.ts'

export const OfItem = z.object({ network: Id, event: Id, item: Id })
export const gone = 'This item is not on the programme any more'

export const optionalId = z
  .string()
  .max(100)
  .optional()
  .nullable()
  .transform((id) => id || null)

const Minutes = z
  .union([z.string(), z.number()])
  .optional()
  .nullable()
  .transform((typed) => (typed === null || typed === undefined || typed === '' ? null : Number(typed)))
  .refine(
    (minutes) => minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= 600),
    'Minutes must be a whole number from 1 to 600',
  )

const Described = {
  kind: z.enum(itemKinds, 'Choose what it is'),
  title: optionalText(120, 'The title'),
  minutes: Minutes,
  plannedAt: optionalText(20, 'The time').refine(
    (typed) => typed === null || readTime(typed) !== undefined,
    'The time must be like 9:30am or 14:00, or left empty',
  ),
  idea: optionalId,
  ballot: optionalId,
  link: optionalText(500, 'The link').refine(
    (typed) => typed === null || (/^https?:\/\//i.test(typed) && URL.canParse(typed)),
    'Enter the whole address, starting with https://',
  ),
  note: optionalText(1000, 'The note'),
}

interface Given {
  kind: ItemRow['kind']
  title: string | null
  idea: string | null
}

/** An idea goes by its own title; everything else needs one. That is said together with all else that is wrong. */
const complete = <Shape extends z.ZodType<Given>>(input: Shape): Shape =>
  input
    .refine(({ kind, idea }) => kind !== 'idea' || idea, {
      path: ['idea'],
      error: 'Choose the change idea',
      when: () => true,
    })
    .refine(({ kind, title }) => kind === 'idea' || title, {
      path: ['title'],
      error: 'Enter a title',
      when: () => true,
    })

const NewItem = complete(z.object({ network: Id, event: Id, before: optionalId, ...Described }))
const ChangedItem = complete(z.object({ network: Id, event: Id, item: Id, ...Described }))
type Wished = z.infer<typeof NewItem> | z.infer<typeof ChangedItem>

/** The columns that a form fills. Fields of another kind are dropped. */
async function described(db: Db, event: EventRow, wished: Wished) {
  const { network, kind, title, minutes, link, note } = wished
  const idea = kind === 'idea' ? wished.idea : null
  const ballot = kind === 'ballot' ? wished.ballot : null
  if (idea && !(await ideaById(db, network, idea))) return refuse('Choose an idea from the list', 'idea')
  if (ballot && (await ballotById(db, network, ballot))?.event_id !== event.id)
    return refuse('Choose a vote from the list', 'ballot')
  const planned_at = (wished.plannedAt && fixedTime(wished.plannedAt, event)) || null
  return { kind, title: title ?? '', minutes, planned_at, idea_id: idea, ballot_id: ballot, link, note }
}

/** A time that the rest of the day contradicts is asked for again. */
async function refuseTime(db: Db, event: EventRow, items: ItemRow[], row: ItemRow) {
  const named = items.map(await namer(db, event.network_id))
  const why = misplaced(named, named[items.indexOf(row)]!, event.starts_at)
  return why ? refuse(why, 'plannedAt') : undefined
}

/** Says how a time was understood. */
const saying = (words: string, { planned_at }: ItemRow): { said?: string } =>
  planned_at ? { said: `${words}. It starts at ${time(planned_at)}.` } : {}

export const addItem = command('programme.addItem', {
  said: 'added to the programme',
  input: NewItem,
  topic: eventTopic,
  who: organisers,
  outcome: Done,
  async run(tx, wished, { id }): Promise<Done | Refusal> {
    const { network, event, before } = wished
    const held = await eventById(tx, network, event)
    if (!held) return refuse('This event is not there any more')
    const columns = await described(tx, held, wished)
    if (isRefusal(columns)) return columns
    const items = await itemsOf(tx, network, event)
    const row = { network_id: network, id: id(), event_id: event, position: 0, ...columns, ...untouched }
    const at = items.findIndex((item) => item.id === before)
    const all = items.toSpliced(at === -1 ? items.length : at, 0, row)
    const refused = await refuseTime(tx, held, all, row)
    if (refused) return refused
    await addItemRows(tx, [row])
    await orderItemRows(tx, all)
    return { id: row.id, ...saying('Added to the programme', row) }
  },
})

export const changeItem = command('programme.changeItem', {
  said: 'changed the programme',
  input: ChangedItem,
  topic: eventTopic,
  who: organisers,
  outcome: Done,
  async run(tx, wished): Promise<Done | Refusal> {
    const { network, event, item } = wished
    const [held, row] = [await eventById(tx, network, event), await itemById(tx, network, event, item)]
    if (!held || !row || row.removed_at) return refuse(gone)
    const columns = await described(tx, held, wished)
    if (isRefusal(columns)) return columns
    const changed = { ...row, ...columns }
    const all = (await itemsOf(tx, network, event)).map((one) => (one.id === item ? changed : one))
    const refused = changed.planned_at !== row.planned_at && (await refuseTime(tx, held, all, changed))
    if (refused) return refused
    await changeItemRow(tx, row, columns)
    return { id: item, ...saying('Saved', changed) }
  },
})

/** One place up or down; at the end of the list nothing happens. */
export const moveItem = command('programme.moveItem', {
  said: 'moved a part of the programme',
  input: OfItem.extend({ where: z.enum(['up', 'down']) }),
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event, item, where }): Promise<{ id: string } | Refusal> {
    const items = await itemsOf(tx, network, event)
    const at = items.findIndex((one) => one.id === item)
    if (at === -1) return refuse(gone)
    const to = where === 'up' ? at - 1 : at + 1
    if (to < 0 || to >= items.length) return { id: item }
    await orderItemRows(tx, items.toSpliced(at, 1).toSpliced(to, 0, items[at]!))
    return { id: item }
  },
})

export const removeItem = command('programme.removeItem', {
  said: 'removed a part of the programme',
  input: OfItem,
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event, item }, { now, actor }): Promise<{ id: string } | Refusal> {
    const row = await itemById(tx, network, event, item)
    if (!row) return refuse(gone)
    if (row.removed_at) return { id: item }
    if (row.started_at && !row.finished_at) return refuse('This is on now. Finish it before you take it off.')
    await changeItemRow(tx, row, { removed_at: now, removed_by: actorKey(actor) })
    return { id: item }
  },
})

export const itemCommands = [addItem, changeItem, moveItem, removeItem]
