import { z } from 'zod'
import { tellOf } from '../../../platform/mail/requested-letters.ts'
import {
  command,
  isRefusal,
  refuse,
  theClock,
  type Circumstances,
  type Refusal,
} from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { describe, DescribedEvent, revise } from '../../events/commands.ts'
import { dayState, eventTopic } from '../../events/rules.ts'
import { eventById, type EventRow } from '../../events/store.ts'
import { organisers } from '../../networks/store/roles.ts'
import { Id } from '../../../platform/form/fields.ts'
import { tooFewPlaces } from '../rules.ts'
import { changedThings, factsOf } from '../rules/changes.ts'
import {
  addressedCount,
  changeChangeRow,
  eventChange,
  knownIn,
  noteChange,
  toBeTold,
} from '../store/changes.ts'
import { signedUpCount } from '../store/places.ts'

const EventInput = z.object({ network: Id, event: Id })
type OfEvent = z.infer<typeof EventInput>
/** `tells` how many people will hear of it by mail. */
const Revised = z.object({ id: z.string(), tells: z.number() }).meta({ id: 'EventRevised' })
export type Revised = z.infer<typeof Revised>

/** Changes an event, and has those who signed up told of it if it matters to them. */
async function told(
  tx: Tx,
  held: EventRow,
  now: string,
  change: () => Promise<{ id: string } | Refusal>,
): Promise<Revised | Refusal> {
  const { network_id: network, id } = held
  const done = await change()
  if (isRefusal(done)) return done
  const tells = await noteChange(tx, held, now)
  return { id, tells: tells ? await addressedCount(tx, network, id) : 0 }
}

const gone = () => refuse('This event is not there any more')

/** Changes an event. Its places may become more, or fewer as long as everybody who has signed up has one. */
export const describeEvent = command('events.describeEvent', {
  said: 'changed an event',
  input: DescribedEvent,
  topic: eventTopic,
  who: organisers,
  outcome: Revised,
  async run(tx, input, { now }): Promise<Revised | Refusal> {
    const { network, event, capacity } = input
    const held = await eventById(tx, network, event)
    if (!held) return gone()
    if (capacity !== null && capacity !== held.capacity) {
      const signedUp = await signedUpCount(tx, network, event)
      if (capacity < signedUp) return refuse(tooFewPlaces(signedUp), 'capacity')
    }
    return told(tx, held, now, () => describe(tx, input))
  },
})

/** Calls an event off. It stays, with all that was prepared, and calendars show it as cancelled. */
export const cancelEvent = command('events.cancelEvent', {
  said: 'cancelled an event',
  input: EventInput,
  topic: eventTopic,
  who: organisers,
  outcome: Revised,
  async run(tx, at, { now }): Promise<Revised | Refusal> {
    const held = await eventById(tx, at.network, at.event)
    if (!held) return gone()
    if (held.cancelled_at) return { id: held.id, tells: 0 }
    if (dayState(held, now) === 'past') return refuse('The day is over, so it cannot be cancelled')
    return told(tx, held, now, () =>
      revise(tx, at, ({ sequence }) => ({ cancelled_at: now, sequence: sequence + 1 })),
    )
  },
})

/** Takes the cancellation of an event back. */
export const holdEvent = command('events.holdEvent', {
  said: 'took the cancellation of an event back',
  input: EventInput,
  topic: eventTopic,
  who: organisers,
  outcome: Revised,
  async run(tx, at, { now }): Promise<Revised | Refusal> {
    const held = await eventById(tx, at.network, at.event)
    if (!held) return gone()
    if (!held.cancelled_at) return { id: held.id, tells: 0 }
    return told(tx, held, now, () =>
      revise(tx, at, ({ sequence }) => ({ cancelled_at: null, sequence: sequence + 1 })),
    )
  },
})

/** So few that nobody who signs up meanwhile waits for long. */
const lettersAtOnce = 20

/**
 * Writes the changes to those who signed up, some at a time. One that was changed back, or is past by now, is told to
 * nobody. `more` says that others are still to be told.
 */
export const tellChange = command('signUps.tellChange', {
  said: 'told people that an event has changed',
  unnamed: true,
  input: EventInput,
  topic: eventTopic,
  who: theClock,
  internal: true,
  longest: 10_000,
  async run(tx, { network, event }, circumstances): Promise<{ more: boolean }> {
    const { now } = circumstances
    const row = await eventChange(tx, network, event)
    const is = await eventById(tx, network, event)
    const was = row && knownIn(row)
    if (!row || !was || !is || row.due_at > now) return { more: false }
    const things = changedThings(was, factsOf(is))
    const over = dayState(was, now) === 'past' && dayState(is, now) === 'past'
    const people = things.length === 0 || over ? [] : await toBeTold(tx, row, lettersAtOnce)
    for (const { id, email } of people)
      await tell(tx, { network, event }, { id, email: email! }, circumstances)
    const more = people.length === lettersAtOnce
    await changeChangeRow(tx, row, {
      ...(things.length > 0 && { things: things.join(' ') }),
      ...(more ? { told_up_to: people.at(-1)!.id } : { was: null }),
    })
    return { more }
  },
})

/** Each event has its own share of letters. */
const tell = (
  tx: Tx,
  { network, event }: OfEvent,
  { id: attendee, email }: { id: string; email: string },
  circumstances: Circumstances,
): Promise<void> =>
  tellOf(
    tx,
    email,
    { network, kind: 'sign-ups.changed', ids: { network, event, attendee } },
    { ...circumstances, actor: { kind: 'job', id: `${network}/${event}` } },
  )

export const describingCommands = [describeEvent, cancelEvent, holdEvent, tellChange]
