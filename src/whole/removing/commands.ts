import { eventTopic } from '../../before/events/rules.ts'
import { z } from 'zod'
import { eventsOf } from '../../before/events/store.ts'
import { ideaRemovers } from '../../before/ideas/store.ts'
import { itsLeadOfAny, organisers } from '../../before/networks/store/roles.ts'
import { Id } from '../../platform/form/fields.ts'
import { actorKey } from '../../platform/store/actor.ts'
import {
  command,
  either,
  policy,
  refuse,
  theClock,
  type Circumstances,
  type Refusal,
} from '../../platform/store/command.ts'
import type { Tx } from '../../platform/store/database.ts'
import { goneSince, keptUntil, kinds, whyItStays, type Kind } from './rules.ts'
import {
  forgetRemovedBefore,
  hangingOn,
  inTheWay,
  putBackRows,
  removedById,
  removedOf,
  takeAwayRows,
} from './store.ts'

/** The events of the network, so that nobody can build on the record in one of them meanwhile. */
const Events = z.array(Id).max(10_000).default([])

interface OfNetwork {
  network: string
  events: string[]
}

/** Topics to lock: `people` waits for those who erase themselves, who are then found where they are. */
const topics = ({ network, events }: OfNetwork): string[] => [
  'people',
  `network:${network}`,
  ...events.map((event) => eventTopic({ network, event })),
]

const TakenAway = z
  .object({ id: z.string(), title: z.string(), removedAt: z.string() })
  .meta({ id: 'TakenAway' })
export type TakenAway = z.infer<typeof TakenAway>

const PutBack = z.object({ id: z.string(), kind: z.enum(kinds), title: z.string() }).meta({ id: 'PutBack' })

async function takeAway(
  tx: Tx,
  kind: Kind,
  { network, events }: OfNetwork,
  record: string,
  { actor, id, now }: Circumstances,
): Promise<TakenAway | Refusal> {
  const found = await hangingOn(tx, kind, network, record)
  if (!found) return refuse(`This ${kind} is not there any more`)
  const locked = new Set(events)
  if ((await eventsOf(tx, network)).some((event) => !locked.has(event.id)))
    return refuse('An event was made just now. Look again, and then take it away.')
  if (found.standing.length > 0) return refuse(whyItStays(kind, found.title, found))
  const removed = id()
  await takeAwayRows(tx, found.parts, {
    network_id: network,
    id: removed,
    kind,
    record_id: record,
    title: found.title,
    removed_by: actorKey(actor),
    removed_at: now,
  })
  return { id: removed, title: found.title, removedAt: now }
}

export const takeAwayIdea = command('removing.takeAwayIdea', {
  said: 'took a change idea away',
  input: z.object({ network: Id, idea: Id, events: Events }),
  topic: topics,
  outcome: TakenAway,
  who: ideaRemovers,
  run: (tx, { idea, ...at }, circumstances) => takeAway(tx, 'idea', at, idea, circumstances),
})

export const takeAwayTeam = command('removing.takeAwayTeam', {
  said: 'took a team away',
  input: z.object({ network: Id, team: Id, events: Events }),
  topic: topics,
  outcome: TakenAway,
  who: organisers,
  run: (tx, { team, ...at }, circumstances) => takeAway(tx, 'team', at, team, circumstances),
})

export const takeAwayEvent = command('removing.takeAwayEvent', {
  said: 'took an event away',
  input: z.object({ network: Id, event: Id, events: Events }),
  topic: topics,
  outcome: TakenAway,
  who: organisers,
  run: (tx, { event, ...at }, circumstances) => takeAway(tx, 'event', at, event, circumstances),
})

/** People who could take something away see it again; leads see what they took away themselves. */
export const removers = either(organisers, itsLeadOfAny)

const whoTookItAway = policy<{ network: string; removed: string }>(
  'whoever took it away',
  async (db, { network, removed }, actor) =>
    (await itsLeadOfAny.allows(db, { network }, actor)) &&
    (await removedById(db, network, removed))?.removed_by === actorKey(actor),
)

export const putBack = command('removing.putBack', {
  said: 'put back what was taken away',
  input: z.object({ network: Id, removed: Id }),
  topic: ({ network }) => ['people', `network:${network}`],
  who: either(organisers, whoTookItAway),
  outcome: PutBack,
  async run(tx, { network, removed }, { now }): Promise<Refusal | z.infer<typeof PutBack>> {
    const row = await removedById(tx, network, removed)
    if (!row || keptUntil(row.removed_at) <= now)
      return refuse('It has been put back already, or its week is over')
    const { kind, title, record_id: id } = row
    const way = await inTheWay(tx, row)
    if (way && 'taken' in way)
      return refuse(
        `Another ${kind} has taken the place of “${title}” meanwhile. Take that one away or rename it first.`,
      )
    if (way) {
      const others = await removedOf(tx, network, goneSince(now))
      const first = others.find((one) => one.record_id === way.missing && `${one.kind}s` === way.table)
      return refuse(
        first
          ? `It belongs to “${first.title}”, which was taken away too. Put that back first.`
          : 'It cannot be put back, because what it belongs to is gone for good',
      )
    }
    await putBackRows(tx, row)
    return { id, kind, title }
  },
})

export const forgetRemoved = command('removing.forgetRemoved', {
  input: z.object({}),
  topic: () => 'jobs',
  who: theClock,
  internal: true,
  clears: ['removed'],
  run: async (tx, _nothing, { now }): Promise<{ forgotten: number }> => ({
    forgotten: await forgetRemovedBefore(tx, goneSince(now)),
  }),
})

export const removingCommands = [takeAwayIdea, takeAwayTeam, takeAwayEvent, putBack, forgetRemoved]
