import { eventTopic } from '../../../before/events/rules.ts'
import { z } from 'zod'
import { eventById } from '../../../before/events/store.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Id, requiredText } from '../../../platform/form/fields.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import { presenterNote, replacePresenterNote } from '../store/notes.ts'

/** Shows the presenter a note in large letters: "5 minutes left", "Speak up". */
export const notePresenter = command('programme.notePresenter', {
  said: 'wrote a note to the presenter',
  input: z.object({ network: Id, event: Id, note: requiredText(200, 'Enter a note to the presenter') }),
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event, note }, { actor, id, now }): Promise<{ id: string } | Refusal> {
    if (!(await eventById(tx, network, event))) return refuse('This event is not there any more')
    const row = {
      network_id: network,
      id: id(),
      event_id: event,
      text: note,
      written_by: actorKey(actor),
      written_at: now,
    }
    await replacePresenterNote(tx, network, event, row)
    return { id: row.id }
  },
})

export const clearNote = command('programme.clearNote', {
  said: 'took the note to the presenter away',
  input: z.object({ network: Id, event: Id }),
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event }): Promise<{ id: string } | Refusal> {
    if (!(await eventById(tx, network, event))) return refuse('This event is not there any more')
    const note = await presenterNote(tx, network, event)
    await replacePresenterNote(tx, network, event, undefined)
    return { id: note?.id ?? event }
  },
})

export const noteCommands = [notePresenter, clearNote]
