import { makeRunOff, OfBallot } from '../../ballots/commands/ties.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { command, isRefusal, type Refusal } from '../../../platform/store/command.ts'
import { addItemRows, itemsOf, orderItemRows, type ItemRow } from '../store/items.ts'
import { topic, untouched } from './items.ts'

const minutes = 10

/** A vote between the ideas that are tied, and its place in the programme: next, to be started from the Desk. */
export const addRunOff = command('programme.addRunOff', {
  input: OfBallot,
  topic,
  who: organisers,
  async run(tx, nouns, circumstances): Promise<{ id: string } | Refusal> {
    const ballot = await makeRunOff(tx, nouns, circumstances)
    if (isRefusal(ballot) || !ballot.made) return ballot
    const { network, event } = nouns
    const items = await itemsOf(tx, network, event)
    if (items.length === 0) return { id: ballot.id }
    const row: ItemRow = {
      network_id: network,
      id: circumstances.id(),
      event_id: event,
      position: 0,
      kind: 'ballot',
      title: 'Vote between the tied ideas',
      minutes,
      planned_at: null,
      idea_id: null,
      ballot_id: ballot.id,
      link: null,
      note: null,
      ...untouched,
      added_at: circumstances.now,
    }
    await addItemRows(tx, [row])
    const last = items.findLastIndex((item) => item.started_at !== null)
    await orderItemRows(tx, items.toSpliced(last + 1, 0, row))
    return { id: ballot.id }
  },
})
