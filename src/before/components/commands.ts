import { z } from 'zod'
import { Id } from '../../platform/form/fields.ts'
import { command, refuse, type Refusal } from '../../platform/store/command.ts'
import type { Tx } from '../../platform/store/database.ts'
import { ideaById, ideaKeepers } from '../ideas/store.ts'
import { componentFields } from './record.ts'
import { whyNoPart } from './rules.ts'
import {
  addComponentRow,
  changeComponentRow,
  componentAt,
  componentsOfIdea,
  type ComponentRow,
} from './store.ts'

type Done = Promise<{ id: string } | Refusal>

const topic = ({ network }: { network: string }) => `network:${network}`
const OfIdea = { network: Id, idea: Id }
const OfComponent = { ...OfIdea, component: Id }
const gone = refuse('This part is not there any more')

export const addComponent = command('components.addComponent', {
  said: 'added a part to an idea',
  input: z.object({ ...OfIdea, ...componentFields.input }),
  topic,
  who: ideaKeepers,
  async run(tx, { network, idea, ...given }, { id }): Done {
    if (!(await ideaById(tx, network, idea))) return refuse('This idea is not there any more')
    const why = whyNoPart(await componentsOfIdea(tx, network, idea), given.what)
    if (why) return refuse(why.says, 'what')
    const component = id()
    await addComponentRow(tx, {
      network_id: network,
      id: component,
      idea_id: idea,
      ...componentFields.columns(given),
    })
    return { id: component }
  },
})

export const editComponent = command('components.editComponent', {
  said: 'changed a part of an idea',
  input: z.object({ ...OfComponent, ...componentFields.input }),
  topic,
  who: ideaKeepers,
  async run(tx, { network, idea, component, ...given }): Done {
    const row = await componentAt(tx, { network, idea, component })
    if (!row || row.removed_at) return gone
    const why = whyNoPart(await componentsOfIdea(tx, network, idea), given.what, component)
    if (why) return refuse(why.says, 'what')
    await changeComponentRow(tx, row, componentFields.columns(given))
    return { id: component }
  },
})

const setRemoved = async (tx: Tx, row: ComponentRow, removed_at: string | null): Done => {
  await changeComponentRow(tx, row, { removed_at })
  return { id: row.id }
}

export const removeComponent = command('components.removeComponent', {
  said: 'took a part off an idea',
  input: z.object(OfComponent),
  topic,
  who: ideaKeepers,
  async run(tx, at, { now }): Done {
    const row = await componentAt(tx, at)
    return !row || row.removed_at ? gone : setRemoved(tx, row, now)
  },
})

export const restoreComponent = command('components.restoreComponent', {
  said: 'put a part of an idea back',
  input: z.object(OfComponent),
  topic,
  who: ideaKeepers,
  async run(tx, at): Done {
    const row = await componentAt(tx, at)
    if (!row?.removed_at) return gone
    const why = whyNoPart(await componentsOfIdea(tx, at.network, at.idea), row.what)
    return why ? refuse(why.says) : setRemoved(tx, row, null)
  },
})

export const componentCommands = [addComponent, editComponent, removeComponent, restoreComponent]
