import { z } from 'zod'
import { followers } from '../../followers.ts'
import { actorKey } from '../../platform/store/actor.ts'
import { command, isRefusal, refuse, type Refusal } from '../../platform/store/command.ts'
import type { Tx } from '../../platform/store/database.ts'
import { freeSlug } from '../networks/rules.ts'
import { networkById } from '../networks/store/networks.ts'
import { organisers } from '../networks/store/roles.ts'
import { Day, Id } from '../../platform/form/fields.ts'
import { eventFields } from './record.ts'
import { dayState, instantOf, joinCodeOf, readTime, eventTopic, type AtEvent } from './rules.ts'
import { addEventRow, changeEventRow, eventById, eventByJoinCode, eventsOf, type EventRow } from './store.ts'

export const OptionalTime = (label: string) =>
  z
    .string()
    .trim()
    .optional()
    .nullable()
    .transform((typed, problems) => {
      if (!typed) return null
      const read = readTime(typed)
      if (read) return read
      problems.addIssue({ code: 'custom', message: `${label} must be a time, like 9:30am or 14:00` })
      return z.NEVER
    })

export const OptionalLink = eventFields.input.link

const Described = {
  ...eventFields.input,
  on: Day('Date', 'Enter the date of the event'),
  starts: OptionalTime('Start time'),
  ends: OptionalTime('End time'),
}

type Told = { on: string; starts: string | null; ends: string | null }

/** The longest day that goes past midnight: a longer one is a slip. */
const longestNight = 12 * 60

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** True if an end that is earlier on the clock is meant for the day after. */
const isOvernight = (starts: string, ends: string): boolean =>
  ends < starts && 24 * 60 - minutesOf(starts) + minutesOf(ends) <= longestNight

/** A day ends after it starts; one that ends but does not start is a slip. */
const inOrder = ({ starts, ends }: Told, problems: z.RefinementCtx) => {
  const problem = (field: string, message: string) =>
    problems.addIssue({ code: 'custom', path: [field], message })
  if (ends && !starts) problem('starts', 'Enter the start time too, or leave both empty')
  if (starts && ends && ends <= starts && !isOvernight(starts, ends))
    problem('ends', 'End time must be after the start time')
}

const dayAfter = (on: string): string => Temporal.PlainDate.from(on).add({ days: 1 }).toString()

const timesOf = ({ on, starts, ends }: Told) => ({
  on_day: on,
  starts_at: starts && instantOf(on, starts),
  ends_at: ends && instantOf(starts && isOvernight(starts, ends) ? dayAfter(on) : on, ends),
})

async function freeJoinCode(
  tx: Tx,
  keyedHash: (...words: string[]) => string,
  network: string,
  event: string,
): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const code = joinCodeOf(keyedHash, network, event, attempt)
    if (!(await eventByJoinCode(tx, code))) return code
  }
}

export const makeEvent = command('events.makeEvent', {
  said: 'planned an event',
  input: z.object({ network: Id, ...Described }).superRefine(inOrder),
  topic: ({ network }) => `network:${network}`,
  who: organisers,
  outcome: z.object({ id: z.string(), past: z.boolean() }).meta({ id: 'EventMade' }),
  async run(tx, { network, on, starts, ends, ...said }, { now, keyedHash }) {
    if (!(await networkById(tx, network))) return refuse('This network is not there any more')
    const taken = new Set((await eventsOf(tx, network)).map((one) => one.id))
    const id = freeSlug(said.name, taken, 'event')
    await addEventRow(tx, {
      network_id: network,
      id,
      ...eventFields.columns(said),
      ...timesOf({ on, starts, ends }),
      attended_by: null,
      told_in: null,
      join_code: await freeJoinCode(tx, keyedHash, network, id),
      sign_ups_counted: null,
      sign_up_closed_at: null,
      sign_up_closed_by: null,
      cancelled_at: null,
      cancelled_by: null,
      not_recorded: '',
      sequence: 0,
      created_at: now,
    })
    return { id, past: dayState({ on_day: on }, now) === 'past' }
  },
})

const EventInput = z.object({ network: Id, event: Id })
/** Changes the event and raises its sequence, so that calendars take the new version. */
async function revise(
  tx: Tx,
  { network, event }: AtEvent,
  change: (held: EventRow) => Partial<EventRow>,
): Promise<{ id: string } | Refusal> {
  const held = await eventById(tx, network, event)
  if (!held) return refuse('This event is not there any more')
  await changeEventRow(tx, network, event, change(held))
  return { id: event }
}

/** The new description of an event. The sign-ups know whether its places suffice. */
const DescribedEvent = z.object({ network: Id, event: Id, ...Described }).superRefine(inOrder)

const describe = (tx: Tx, { network, event, on, starts, ends, ...said }: z.output<typeof DescribedEvent>) =>
  revise(tx, { network, event }, ({ sequence }) => ({
    ...eventFields.columns(said),
    ...timesOf({ on, starts, ends }),
    sequence: sequence + 1,
  }))

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
  const done = await change()
  if (isRefusal(done)) return done
  const tells = await Promise.all(followers.map((follower) => follower.changed(tx, held, now)))
  return { id: held.id, tells: tells.reduce((all, some) => all + some, 0) }
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
    const held = await eventById(tx, input.network, input.event)
    if (!held) return gone()
    for (const follower of followers) {
      const refused = await follower.refuses(tx, held, input)
      if (refused) return refused
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
  async run(tx, at, { now, actor }): Promise<Revised | Refusal> {
    const held = await eventById(tx, at.network, at.event)
    if (!held) return gone()
    if (held.cancelled_at) return { id: held.id, tells: 0 }
    if (dayState(held, now) === 'past') return refuse('The day is over, so it cannot be cancelled')
    return told(tx, held, now, () =>
      revise(tx, at, ({ sequence }) => ({
        cancelled_at: now,
        cancelled_by: actorKey(actor),
        sequence: sequence + 1,
      })),
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
      revise(tx, at, ({ sequence }) => ({ cancelled_at: null, cancelled_by: null, sequence: sequence + 1 })),
    )
  },
})

export const closeSignUp = command('events.closeSignUp', {
  said: 'closed sign-up',
  input: EventInput,
  topic: eventTopic,
  who: organisers,
  run: (tx, nouns, { now, actor }) =>
    revise(tx, nouns, (held) =>
      held.sign_up_closed_at
        ? { sign_up_closed_at: held.sign_up_closed_at }
        : { sign_up_closed_at: now, sign_up_closed_by: actorKey(actor) },
    ),
})

export const openSignUp = command('events.openSignUp', {
  said: 'opened sign-up again',
  input: EventInput,
  topic: eventTopic,
  who: organisers,
  run: (tx, nouns) => revise(tx, nouns, () => ({ sign_up_closed_at: null, sign_up_closed_by: null })),
})

export const eventCommands = [makeEvent, describeEvent, cancelEvent, holdEvent, closeSignUp, openSignUp]
