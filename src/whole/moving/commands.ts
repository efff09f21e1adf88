import { z } from 'zod'
import {
  addArrivalRow,
  arrivalOf,
  endArrival,
  moveArrival,
  type ArrivalRow,
} from '../../before/networks/store/arrivals.ts'
import { namesTaken } from '../../before/networks/store/networks.ts'
import { Id } from '../../platform/form/fields.ts'
import {
  command,
  refuse,
  theClock,
  whoeverRunsTheServer,
  type Refusal,
} from '../../platform/store/command.ts'
import { takeAwaySome, takenAway } from './store/arriving.ts'
import { restoreSome } from './store/networks.ts'
import { sections } from '../../slices.ts'

const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const Arrival = z.object({ network: Id, arrival: z.string().max(100) })

/** Lots of an import stand in no journal: that a network has come is entered once, when it has. */
const unseen = { topic: () => [], who: whoeverRunsTheServer, internal: true, secret: true } as const

/** Begins to bring in a network, unless there is one of that name or another is bringing one. */
export const beginArrival = command('moving.beginArrival', {
  input: Arrival.extend({ row: Row }),
  ...unseen,
  async run(tx, { network, arrival, row }, making): Promise<{ begun: boolean }> {
    if ((await namesTaken(tx)).has(network))
      return { begun: (await arrivalOf(tx, network))?.arrival === arrival }
    await restoreSome(tx, network, { section: sections[0]!, rows: [row] }, making)
    const { now } = making
    await addArrivalRow(tx, { network_id: network, arrival, step: 0, started_at: now, seen_at: now })
    return { begun: true }
  },
})

/** Brings some of its records. Sent twice, it is done once: the second time it is a step further already. */
export const bringSome = command('moving.bringSome', {
  input: Arrival.extend({
    step: z.number(),
    lots: z.array(z.object({ section: z.string(), rows: z.array(Row) })),
  }),
  ...unseen,
  async run(tx, { network, arrival, step, lots }, making): Promise<{ brought: number } | Refusal> {
    const there = await arrivalOf(tx, network)
    if (there?.arrival === arrival && there.step === step + 1) return { brought: 0 }
    if (
      !there ||
      !(await moveArrival(
        tx,
        { network_id: network, arrival, step },
        { step: step + 1, seen_at: making.now },
      ))
    )
      return refuse(`What had come of the network ${network} was taken away again meanwhile.`)
    // People who come with it are known by when it began, so that they go with it if it stops half-way.
    const made = { ...making, now: there.started_at }
    for (const { section, rows } of lots)
      await restoreSome(tx, network, { section: sections.find(({ name }) => name === section)!, rows }, made)
    return { brought: lots.reduce((sum, { rows }) => sum + rows.length, 0) }
  },
})

/** All of it has come: from now on the network is there, for everyone at once. */
export const importNetwork = command('moving.importNetwork', {
  said: 'brought the network in from a file',
  input: Arrival,
  topic: ({ network }) => `network:${network}`,
  who: whoeverRunsTheServer,
  internal: true,
  async run(tx, { network, arrival }): Promise<{ id: string } | Refusal> {
    if (await endArrival(tx, network, arrival)) return { id: network }
    return refuse(`What had come of the network ${network} was taken away again meanwhile.`)
  },
})

/** Takes away some rows of a network whose import stopped half-way; answers whether there may be more. */
export const takeAwayArrival = command('moving.takeAwayArrival', {
  input: Arrival.extend({ step: z.number() }),
  topic: () => [],
  who: theClock,
  internal: true,
  secret: true,
  async run(tx, { network, arrival, step }, { now }): Promise<{ more: boolean }> {
    const there = await arrivalOf(tx, network)
    const gone: Partial<ArrivalRow> = { arrival: takenAway, step: there?.step ?? 0, seen_at: now }
    // The importer can go no further from here.
    if (!there || !(await moveArrival(tx, { network_id: network, arrival, step }, gone)))
      return { more: false }
    return { more: await takeAwaySome(tx, network, there.started_at) }
  },
})

export const movingCommands = [beginArrival, bringSome, importNetwork, takeAwayArrival]
