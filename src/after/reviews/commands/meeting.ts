import { z } from 'zod'
import { OptionalLink } from '../../../before/events/commands.ts'
import { instantOf } from '../../../before/events/rules.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Day, Id, optionalText } from '../../../platform/form/fields.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import { changeReviewRow, reviewById, type ReviewRow } from '../store/meetings.ts'
import { Minutes, Time } from './series.ts'

const OfMeeting = { network: Id, review: Id }
const topic = ({ network }: { network: string }) => `network:${network}`
type Done = Promise<{ id: string } | Refusal>

const gone = () => refuse('This meeting is not there any more')
const cancelled = () => refuse('This meeting is cancelled, so it cannot be changed')

/** Changes one meeting by itself. Its day, time or place also change in calendars that follow. */
export const changeMeeting = command('reviews.changeMeeting', {
  said: 'changed a six-weekly meeting',
  input: z.object({
    ...OfMeeting,
    on: Day('Day of the meeting', 'Enter the day of the meeting'),
    time: Time,
    minutes: Minutes,
    place: optionalText(500, 'The place'),
    link: OptionalLink,
    notes: optionalText(10000, 'The notes'),
  }),
  topic,
  who: organisers,
  async run(tx, { network, review, on, time, minutes, place, link, notes }, { now }): Done {
    const meeting = await reviewById(tx, network, review)
    if (!meeting) return gone()
    if (meeting.cancelled_at) return cancelled()
    const starts_at = instantOf(on, time)
    const ends_at = new Date(Date.parse(starts_at) + minutes * 60_000).toISOString()
    const when = { on_day: on, starts_at, ends_at, place, link }
    const changed = Object.entries(when).some(([key, value]) => meeting[key as keyof ReviewRow] !== value)
    await changeReviewRow(tx, network, review, {
      notes,
      ...(changed && { ...when, edited_at: now, sequence: meeting.sequence + 1 }),
      ...(on !== meeting.on_day && { moved_from: null }),
    })
    return { id: review }
  },
})

/** Cancels a meeting. It stays in the list, and calendars that follow are told. */
export const cancelMeeting = command('reviews.cancelMeeting', {
  said: 'cancelled a six-weekly meeting',
  input: z.object(OfMeeting),
  topic,
  who: organisers,
  async run(tx, { network, review }, { now, actor }): Done {
    const meeting = await reviewById(tx, network, review)
    if (!meeting) return gone()
    if (meeting.cancelled_at) return { id: review }
    if (meeting.held_at) return refuse('This meeting was held, so it cannot be cancelled')
    const sequence = meeting.sequence + 1
    await changeReviewRow(tx, network, review, {
      cancelled_at: now,
      cancelled_by: actorKey(actor),
      edited_at: now,
      sequence,
    })
    return { id: review }
  },
})

/** Records that a meeting was held. */
export const holdMeeting = command('reviews.holdMeeting', {
  said: 'noted that a six-weekly meeting was held',
  input: z.object(OfMeeting),
  topic,
  who: organisers,
  async run(tx, { network, review }, { now, actor }): Done {
    const meeting = await reviewById(tx, network, review)
    if (!meeting) return gone()
    if (meeting.cancelled_at) return cancelled()
    if (meeting.starts_at > now) return refuse('This meeting has not begun yet')
    if (!meeting.held_at)
      await changeReviewRow(tx, network, review, { held_at: now, held_by: actorKey(actor) })
    return { id: review }
  },
})

export const takeBackHolding = command('reviews.takeBackHolding', {
  said: 'took back that a six-weekly meeting was held',
  input: z.object(OfMeeting),
  topic,
  who: organisers,
  async run(tx, { network, review }): Done {
    const meeting = await reviewById(tx, network, review)
    if (!meeting) return gone()
    if (meeting.cancelled_at) return cancelled()
    await changeReviewRow(tx, network, review, { held_at: null, held_by: null })
    return { id: review }
  },
})
