import { z } from 'zod'
import { organisers } from '../../../before/networks/store/roles.ts'
import { time } from '../../../platform/face/dates.ts'
import { command, isRefusal, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { isOn, lastDone } from '../rules.ts'
import { openBallot } from '../../ballots/commands/ballots.ts'
import { stateOf } from '../../ballots/rules/ballot.ts'
import { ballotsOf } from '../../ballots/store/ballots.ts'
import { openFeedback } from '../../feedback/commands.ts'
import { namer } from '../store/shown.ts'
import { changeItemRow, itemById, itemsOf, orderItemRows, type ItemRow } from '../store/items.ts'
import { addItem, changeItem, gone, layOutProgramme, moveItem, OfItem, removeItem, topic } from './items.ts'

/** What was done, in a sentence for whoever did it. */
export interface Done {
  id: string
  said?: string
  /** It was a removal that was taken back. */
  removal?: true
}

const meanwhile = 'The programme has moved on meanwhile. Look at what is on now, then try again.'

/** Starts an item and finishes the one before. Two who press at once start it once. */
export const startItem = command('programme.startItem', {
  input: OfItem.extend({
    /** What was on when the button was shown; empty for nothing. */
    seen: z.string().max(100).optional(),
  }),
  topic,
  who: organisers,
  async run(tx, { network, event, item, seen }, circumstances): Promise<Done | Refusal> {
    const { now } = circumstances
    const items = await itemsOf(tx, network, event)
    const row = items.find((one) => one.id === item)
    if (!row) return refuse(gone)
    if (row.started_at) return alreadyStarted(row)
    const on = items.find(isOn)
    if (seen !== undefined && seen !== (on?.id ?? '')) return refuse(meanwhile)
    if (on) await changeItemRow(tx, on, { finished_at: now })
    const ballot = row.kind === 'ballot' ? (row.ballot_id ?? (await onlyUnopened(tx, network, event))) : null
    await changeItemRow(tx, row, { started_at: now, ballot_id: ballot })
    const said = `Started: ${(await namer(tx, network))(row).title}`
    // Where the form has been closed already, this part of the day only says thank you.
    if (row.kind === 'feedback') await openFeedback.run(tx, { network, event }, circumstances)
    if (!ballot) return { id: item, said }
    const opened = await openBallot.run(tx, { network, event, ballot }, circumstances)
    return isRefusal(opened) ? opened : { id: item, said }
  },
})

/** Where nobody said which ballot it is, there is often but one that it can be. */
async function onlyUnopened(tx: Tx, network: string, event: string): Promise<string | null> {
  const made = (await ballotsOf(tx, network, event)).filter((one) => stateOf(one) === 'made')
  return made.length === 1 ? made[0]!.id : null
}

function alreadyStarted(row: ItemRow): Done | Refusal {
  if (row.finished_at) return refuse(`This was over at ${time(row.finished_at)}. Add it again to repeat it.`)
  return { id: row.id, said: `It was started already, at ${time(row.started_at!)}` }
}

export const finishItem = command('programme.finishItem', {
  input: OfItem,
  topic,
  who: organisers,
  async run(tx, { network, event, item }, { now }): Promise<Done | Refusal> {
    const row = await itemById(tx, network, event, item)
    if (!row || row.removed_at) return refuse(gone)
    if (!row.started_at) return refuse('This has not been started')
    if (row.finished_at) return { id: item, said: `It was finished already, at ${time(row.finished_at)}` }
    await changeItemRow(tx, row, { finished_at: now })
    return { id: item, said: `Finished: ${(await namer(tx, network))(row).title}` }
  },
})

/** Takes back the last start or finish, or puts a removed item back where it was. */
export const undoItem = command('programme.undoItem', {
  input: OfItem.extend({ what: z.enum(['start', 'finish', 'removal']) }),
  topic,
  who: organisers,
  async run(tx, { network, event, item, what }): Promise<Done | Refusal> {
    const row = await itemById(tx, network, event, item)
    if (!row) return refuse(gone)
    if (what === 'removal') return putBack(tx, row)
    const items = await itemsOf(tx, network, event)
    if (what === 'start' && !row.started_at) return { id: item, said: 'The start was taken back already' }
    if (what === 'finish' && isOn(row)) return { id: item, said: 'The finish was taken back already' }
    const last = lastDone(items)
    if (last?.item.id !== item || last.what !== what) return refuse(meanwhile)
    if (what === 'finish') await changeItemRow(tx, row, { finished_at: null })
    else await undoStart(tx, row, items)
    return { id: item, said: `Taken back: ${what} of ${(await namer(tx, network))(row).title}` }
  },
})

/** What the start had finished is on again. */
async function undoStart(tx: Tx, row: ItemRow, items: readonly ItemRow[]) {
  await changeItemRow(tx, row, { started_at: null })
  const before = items.findLast((one) => one.id !== row.id && one.finished_at === row.started_at)
  if (before) await changeItemRow(tx, before, { finished_at: null })
}

async function putBack(tx: Tx, row: ItemRow): Promise<Done> {
  if (!row.removed_at) return { id: row.id, removal: true, said: 'It was put back already' }
  await changeItemRow(tx, row, { removed_at: null })
  await orderItemRows(tx, await itemsOf(tx, row.network_id, row.event_id))
  return { id: row.id, removal: true, said: 'Put back' }
}

export const programmeCommands = [
  layOutProgramme,
  addItem,
  changeItem,
  moveItem,
  removeItem,
  startItem,
  finishItem,
  undoItem,
]
