import { eventTopic } from '../../../before/events/rules.ts'
import { z } from 'zod'
import type { KindOfPart } from '../../../before/events/item.ts'
import { items, type ItemKind } from '../../../items.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Id } from '../../../platform/form/fields.ts'
import { command, refuse, type Circumstances, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { isOn } from '../rules/plan.ts'
import { saidOf } from '../rules/steps.ts'
import { changeItemRow, itemById, itemsOf, orderItemRows } from '../store/items.ts'
import { lastStep, markUndone, stepById, type DeskStepRow, backOf } from '../store/steps.ts'
import { gone, OfItem } from './items.ts'
import { hostName, staleness, titleOf, type AtDesk, Done } from './steps.ts'

/** Takes back the last step from the Desk, any host's. */
export const undoStep = command('programme.undoStep', {
  said: 'took back what was done from the Desk',
  input: z.object({ network: Id, event: Id, step: Id }),
  topic: eventTopic,
  who: organisers,
  outcome: Done,
  async run(tx, { step: id, ...at }, circumstances): Promise<Done | Refusal> {
    const step = await stepById(tx, at, id)
    if (!step) return refuse('This is not there to be taken back')
    if (step.undone_at) {
      const who = await hostName(tx, step.undone_by!, circumstances.actor)
      return { id, said: `${who} took it back already` }
    }
    if ((await lastStep(tx, at))?.id !== id)
      return (await staleness(tx, { ...at, seen: id }, circumstances.actor)) ?? refuse(gone)
    const stays = await apply(tx, at, step, circumstances)
    await markUndone(tx, step, { by: circumstances.actor, at: circumstances.now })
    const said = `Taken back: “${saidOf(step, await titleOf(tx, at, step.item_id))}”`
    return { id, said: stays ? `${said}. ${stays}` : said }
  },
})

/** Makes everything as it was before the step; says which things stay as they are. */
async function apply(
  tx: Tx,
  at: AtDesk,
  step: DeskStepRow,
  circumstances: Circumstances,
): Promise<string | undefined> {
  const back = backOf(step)
  for (const { id, set } of back.items) {
    const row = await itemById(tx, at.network, at.event, id)
    // A part of the day that was started and then changed into something else is still taken back.
    if (row) await changeItemRow(tx, { network_id: step.network_id, id }, set)
  }
  if (back.order) await putInOrder(tx, at, back.order)
  const said: (string | undefined)[] = []
  for (const { kind, takesBack } of items.map((one): KindOfPart<ItemKind> => one))
    if (back.kinds[kind]) said.push(await takesBack?.(tx, at, back.kinds[kind], circumstances))
  return said.filter(Boolean).join(' ') || undefined
}

async function putInOrder(tx: Tx, { network, event }: AtDesk, order: string[]): Promise<void> {
  const items = await itemsOf(tx, network, event)
  const place = new Map(order.map((id, at) => [id, at]))
  await orderItemRows(
    tx,
    items.toSorted((a, b) => (place.get(a.id) ?? items.length) - (place.get(b.id) ?? items.length)),
  )
}

/** Puts a removed item back where it was. */
export const undoItem = command('programme.undoItem', {
  said: 'put a part of the programme back',
  input: OfItem,
  topic: eventTopic,
  who: organisers,
  outcome: Done,
  async run(tx, { network, event, item }): Promise<Done | Refusal> {
    const row = await itemById(tx, network, event, item)
    if (!row) return refuse(gone)
    if (!row.removed_at) return { id: row.id, said: 'It was put back already' }
    if (isOn(row)) return refuse('This was on when it went. Add it again instead.')
    await changeItemRow(tx, row, { removed_at: null, removed_by: null })
    await orderItemRows(tx, await itemsOf(tx, network, event))
    return { id: row.id, said: 'Put back' }
  },
})

export const undoingCommands = [undoStep, undoItem]
