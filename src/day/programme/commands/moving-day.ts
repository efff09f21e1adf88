import { z } from 'zod'
import { zone, eventTopic } from '../../../before/events/rules.ts'
import { changeEventRow, eventById } from '../../../before/events/store.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { todayIn, time } from '../../../platform/face/dates.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import { plus } from '../rules/plan.ts'
import { changeItemRow, itemsOf } from '../store/items.ts'
import { Done, OfDesk, staleness } from './steps.ts'

const noMinutes = 'Enter by how many minutes, from -720 to 720'

/** Moves a day that has not begun, with all its times, by so many minutes; by fewer than none to begin earlier. */
export const moveDay = command('programme.moveDay', {
  said: 'moved the whole day',
  input: OfDesk.extend({
    minutes: z.coerce
      .number({ error: noMinutes })
      .refine((minutes) => Number.isInteger(minutes) && minutes !== 0 && Math.abs(minutes) <= 720, noMinutes),
  }),
  outcome: Done,
  topic: eventTopic,
  who: organisers,
  async run(tx, { minutes, ...at }, { actor }): Promise<Done | Refusal> {
    const { network, event } = at
    const held = await eventById(tx, network, event)
    if (!held) return refuse('This event is not there any more')
    if (!held.starts_at) return refuse('The event has no start time yet. Give it one first.')
    const stale = await staleness(tx, at, actor)
    if (stale) return stale
    const items = await itemsOf(tx, network, event)
    if (items.some((item) => item.started_at))
      return refuse('The day has begun, so it is not moved any more.')
    const starts = plus(held.starts_at, minutes)
    await changeEventRow(tx, network, event, {
      on_day: todayIn(zone, starts),
      starts_at: starts,
      ends_at: held.ends_at && plus(held.ends_at, minutes),
      sequence: held.sequence + 1,
    })
    for (const item of items)
      if (item.planned_at) await changeItemRow(tx, item, { planned_at: plus(item.planned_at, minutes) })
    return { id: event, said: `The day begins at ${time(starts)} now. Everything after it moves along.` }
  },
})
