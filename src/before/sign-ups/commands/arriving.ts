import { z } from 'zod'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import { dayState, eventTopic } from '../../events/rules.ts'
import { eventById } from '../../events/store.ts'
import { Id } from '../../../platform/form/fields.ts'
import { attendeeOf, attending } from '../store.ts'
import { noteArrivedRows } from '../store/places.ts'

/** Somebody who has signed up follows the day while it is on: they have arrived. A room full of people does so at once. */
export const arrive = command('signUps.arrive', {
  said: 'arrived',
  unnamed: true,
  unhurried: true,
  input: z.object({ network: Id, event: Id }),
  topic: eventTopic,
  who: attending,
  async run(tx, { network, event }, { actor, now }): Promise<{ id: string } | Refusal> {
    const day = await eventById(tx, network, event)
    if (!day || dayState(day, now) !== 'today') return refuse('It is not the day of the event')
    const { id } = (await attendeeOf(tx, actor, network, event))!
    await noteArrivedRows(tx, { network, event }, [id], now)
    return { id }
  },
})

export const arrivingCommands = [arrive]
