import { eventTopic } from '../../../before/events/rules.ts'
import { makeRunOff, OfBallot, OfSecond, unlinkRunOff } from '../../ballots/counting/commands/ties.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { command, isRefusal, type Refusal } from '../../../platform/store/command.ts'
import {
  addItemRows,
  changeItemRow,
  itemsOf,
  orderItemRows,
  untouched,
  type ItemRow,
} from '../store/items.ts'

const minutes = 10

/** A vote between the ideas that can be first, and its place in the programme: next, to be started from the Desk. */
export const addRunOff = command('programme.addRunOff', {
  said: 'prepared a second vote',
  input: OfSecond,
  topic: eventTopic,
  who: organisers,
  async run(tx, nouns, circumstances): Promise<{ id: string } | Refusal> {
    const ballot = await makeRunOff(tx, nouns, circumstances)
    if (isRefusal(ballot)) return ballot
    if (!ballot.made) return { id: ballot.id }
    const { network, event } = nouns
    const items = await itemsOf(tx, network, event)
    if (items.length === 0) return { id: ballot.id }
    const row: ItemRow = {
      network_id: network,
      id: circumstances.id(),
      event_id: event,
      position: 0,
      kind: 'ballot',
      title: 'Second vote',
      minutes,
      planned_at: null,
      idea_id: null,
      ballot_id: ballot.id,
      link: null,
      note: null,
      ...untouched,
      added_at: circumstances.now,
      added_by: actorKey(circumstances.actor),
    }
    await addItemRows(tx, [row])
    const last = items.findLastIndex((item) => item.started_at !== null)
    await orderItemRows(tx, items.toSpliced(last + 1, 0, row))
    return { id: ballot.id }
  },
})

/** Takes a second vote back in which nobody has voted, and off the programme where it has not been on. */
export const removeRunOff = command('programme.removeRunOff', {
  said: 'took a second vote back',
  input: OfBallot,
  topic: eventTopic,
  who: organisers,
  async run(tx, nouns, { now, actor }): Promise<{ id: string } | Refusal> {
    const taken = await unlinkRunOff(tx, nouns)
    if (isRefusal(taken)) return taken
    for (const item of await itemsOf(tx, nouns.network, nouns.event))
      if (item.ballot_id === taken.second && !item.started_at)
        await changeItemRow(tx, item, { removed_at: now, removed_by: actorKey(actor) })
    return { id: nouns.ballot }
  },
})
