import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import type { RequestContext } from '../../../platform/http/site.ts'
import type { Actor } from '../../../platform/store/actor.ts'
import { command, refuse, theClock, type Refusal } from '../../../platform/store/command.ts'
import type { Db, Tx } from '../../../platform/store/database.ts'
import { dayState, eventTopic, type AtEvent } from '../../events/rules.ts'
import { eventById } from '../../events/store.ts'
import { Id } from '../../../platform/form/fields.ts'
import { attendeeOf, attending } from '../store.ts'
import { noteArrivedRows } from '../store/places.ts'

async function haveArrived(tx: Tx, { network, event }: AtEvent, ids: string[], now: string) {
  const day = await eventById(tx, network, event)
  if (!day || dayState(day, now) !== 'today') return refuse('It is not the day of the event')
  await noteArrivedRows(tx, { network, event }, ids, now)
  return undefined
}

/** Somebody who has signed up follows the day while it is on: they have arrived. */
export const arrive = command('signUps.arrive', {
  said: 'arrived',
  unnamed: true,
  input: z.object({ network: Id, event: Id }),
  topic: eventTopic,
  who: attending,
  async run(tx, nouns, { actor, now }): Promise<{ id: string } | Refusal> {
    const { id } = (await attendeeOf(tx, actor, nouns.network, nouns.event))!
    return (await haveArrived(tx, nouns, [id], now)) ?? { id }
  },
})

/** Several who have opened a page of the day at about the same time. */
export const noteArrivals = command('signUps.noteArrivals', {
  said: 'noted who arrived',
  unnamed: true,
  input: z.object({ network: Id, event: Id, attendees: z.array(Id).min(1) }),
  topic: eventTopic,
  who: theClock,
  internal: true,
  async run(tx, { attendees, ...nouns }, { now }): Promise<{ id: string } | Refusal> {
    return (await haveArrived(tx, nouns, attendees, now)) ?? { id: nouns.event }
  },
})

const door: Actor = { kind: 'job', id: 'arrivals' }

/** More than this at once is a rush: everyone is told of it twice a second and nobody waits for it. */
const few = 3
const paceMs = 500

interface Door {
  ids: Set<string>
  next: Promise<unknown> | undefined
  last: Promise<unknown>
  rush: boolean
}

const doors = new WeakMap<Db, Map<string, Door>>()

function doorOf(db: Db, name: string): Door {
  const all = doors.get(db) ?? new Map<string, Door>()
  doors.set(db, all)
  const found = all.get(name) ?? { ids: new Set(), next: undefined, last: Promise.resolve(), rush: false }
  all.set(name, found)
  return found
}

async function letIn(at: Door, nouns: AtEvent, dispatch: RequestContext['dispatch']): Promise<void> {
  const attendees = [...at.ids]
  at.ids.clear()
  at.next = undefined
  at.rush = attendees.length > few
  const noted = dispatch(noteArrivals, { ...nouns, attendees }, { actor: door })
  const pause = () => (at.rush ? delay(paceMs, undefined, { ref: false }) : undefined)
  at.last = noted.then(pause, pause)
  await noted
}

/**
 * Marks whoever opens a page of the day as arrived, once. Each change of a day makes every page of it be read anew, so
 * those who come in a rush are noted together.
 */
export async function noteArrival(
  { db, dispatch, actor, now }: Pick<RequestContext, 'db' | 'dispatch' | 'actor' | 'now'>,
  nouns: AtEvent,
): Promise<void> {
  if (actor.kind !== 'person' && actor.kind !== 'attendee') return
  const own = await attendeeOf(db, actor, nouns.network, nouns.event)
  if (!own || own.arrived_at) return
  const day = await eventById(db, nouns.network, nouns.event)
  if (!day || dayState(day, now) !== 'today') return
  const at = doorOf(db, eventTopic(nouns))
  at.ids.add(own.id)
  at.next ??= at.last.then(() => letIn(at, { network: nouns.network, event: nouns.event }, dispatch))
  // Who opens a page is not stopped because their arrival could not be noted: the next page notes it.
  const noted = at.next.catch(() => {})
  if (!at.rush) await noted
}

export const arrivingCommands = [arrive, noteArrivals]
