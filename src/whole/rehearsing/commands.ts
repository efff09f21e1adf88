import { z } from 'zod'
import { eventById } from '../../before/events/store.ts'
import { membersOf, networkById, teamsOf } from '../../before/networks/store/networks.ts'
import { organisers } from '../../before/networks/store/roles.ts'
import { Id } from '../../platform/form/fields.ts'
import { todayIn } from '../../platform/face/dates.ts'
import { zone, eventTopic, type AtEvent } from '../../before/events/rules.ts'
import { openBallotsOf } from '../../day/ballots/ballot/store/ballots.ts'
import { usualDay } from '../../day/programme/rules/items.ts'
import {
  command,
  either,
  refuse,
  theClock,
  type Circumstances,
  type Refusal,
} from '../../platform/store/command.ts'
import type { Tx } from '../../platform/store/database.ts'
import { restoreNetwork } from '../moving/store/networks.ts'
import { sections } from '../../slices.ts'
import { copyOf } from './rules/copy.ts'
import { paceOf, sumOf } from './rules/pace.ts'
import { mostAtOnce, mostPeople, nothingYet, stateOf } from './rules/state.ts'
import {
  addRehearsalRow,
  changeRehearsalRow,
  claimRow,
  forgetRehearsal,
  rehearsalIn,
  rehearsalsOf,
  rowsToCopy,
} from './store.ts'

const numeric = z
  .union([z.number(), z.string()])
  .transform((typed) => (typeof typed === 'string' && typed.trim() === '' ? NaN : Number(typed)))

const whole = (least: number, most: number, sentence: string) =>
  numeric.refine((number) => Number.isInteger(number) && number >= least && number <= most, sentence)

/** Minutes may have fractions. None are as fast as it goes; fewer than six seconds would be that as well. */
const LastsMinutes = numeric.refine(
  (minutes) => minutes === 0 || (minutes >= 0.1 && minutes <= 600),
  'Enter how many minutes, like 10 or 0.5, from 0.1 to 600',
)

const Begin = z.object({
  network: Id,
  event: Id,
  people: whole(1, mostPeople, `Enter how many people, from 1 to ${mostPeople}`).default(75),
  /** Empty: as long as the real day. */
  minutes: z
    .union([z.literal(''), LastsMinutes])
    .nullish()
    .transform((minutes) => (minutes === '' || minutes === undefined ? null : minutes)),
  seed: whole(0, 2 ** 31 - 1, 'Enter a whole number').default(1),
  host: z.enum(['me', 'itself'], 'Choose who moves the day on').default('me'),
})
type Begin = z.infer<typeof Begin>

const isARehearsal = refuse('This is a rehearsal already. Rehearse the event that it was made from.')

/**
 * Makes a network of its own that is the rehearsal of an event. It locks no topic and so stands in no journal: once it
 * is cleared there is no trace of it.
 */
export const beginRehearsal = command('rehearsing.beginRehearsal', {
  said: 'began a rehearsal',
  input: Begin,
  topic: () => [],
  who: organisers,
  longest: 20_000,
  async run(tx, wished, making): Promise<{ id: string } | Refusal> {
    const { network, event } = wished
    const of = await networkById(tx, network)
    if (!of || !(await eventById(tx, network, event))) return refuse('This event is not there any more')
    if (of.kind === 'rehearsal') return isARehearsal
    if ((await openBallotsOf(tx, network, event)).length > 0)
      return refuse('A vote of the real day is open. Rehearse when it is closed.')
    if ((await rehearsalsOf(tx, network, event)).length >= mostAtOnce)
      return refuse(`There are ${mostAtOnce} rehearsals of this event. Clear one of them first.`)
    const id = await freeName(tx, network, making)
    const pace = await copyNetwork(tx, id, wished, of.name, making)
    await addRehearsalRow(tx, {
      network_id: id,
      of_network: network,
      of_event: event,
      people: wished.people,
      minutes: wished.minutes,
      pace,
      seed: wished.seed,
      by_itself: wished.host === 'itself' ? 1 : 0,
      runner: null,
      seen_at: null,
      told: JSON.stringify(nothingYet()),
      started_at: making.now,
      ended_at: null,
    })
    return { id }
  },
})

/** "north" → "north-rehearsal-k3f9": a name that nobody has, and nobody guesses. */
async function freeName(tx: Tx, network: string, { keyedHash, id }: Circumstances): Promise<string> {
  for (;;) {
    const letters = keyedHash('rehearsal', network, id())
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 5)
    const name = `${network.slice(0, 44)}-rehearsal-${letters}`
    if (letters.length === 5 && !(await networkById(tx, name))) return name
  }
}

/** Answers how many times as fast as life it is to be played. */
async function copyNetwork(tx: Tx, id: string, wished: Begin, name: string, making: Circumstances) {
  const { network, event } = wished
  const rows = (await rowsToCopy(tx, network, event))!
  const items = (rows['programme'] ?? []).filter((row) => row['event_id'] === event && !row['removed_at'])
  const planned = sumOf(items.length > 0 ? (items as never) : usualDay(rows['ideas'] as never))
  const length = { minutes: wished.minutes, planned }
  const copy = copyOf(rows, {
    sections,
    event,
    name: `${name} (rehearsal)`,
    today: todayIn(zone, making.now),
    now: making.now,
    length,
  })
  await restoreNetwork(tx, id, { ...copy, people: await peopleFor(tx, network, making) }, making)
  return paceOf(length)
}

/** The organisers, who rehearse; beside them a host and a lead of each team who are not real. */
async function peopleFor(tx: Tx, network: string, { id, now }: Circumstances) {
  const held = { lived_experience: null, created_at: now, ended_at: null }
  const real = (await membersOf(tx, network)).filter(({ role, email }) => role === 'organiser' && email)
  const simulated = (name: string, role: string, team: string | null) => ({
    id: id(),
    name,
    email: null,
    role,
    team_id: team,
    ...held,
  })
  return [
    ...real.map(({ name, email, role }) => ({ id: id(), name, email, role, team_id: null, ...held })),
    simulated(hostName, 'organiser', null),
    ...(await teamsOf(tx, network)).map((team) => simulated(`Lead, ${team.name}`, 'lead', team.id)),
  ]
}

export const hostName = 'Host who is not real'

const Runner = z.object({ network: Id, runner: z.string().max(100) })

/** Takes a waiting rehearsal to play it; several may ask and one gets it. */
export const claimRehearsal = command('rehearsing.claimRehearsal', {
  input: Runner,
  topic: () => [],
  who: theClock,
  internal: true,
  secret: true,
  run: async (tx, { network, runner }, { now }): Promise<{ claimed: boolean }> => ({
    claimed: await claimRow(tx, network, runner, now),
  }),
})

/** Says that it is still being played, and how it goes; learns whether to go on. */
export const tellRehearsal = command('rehearsing.tellRehearsal', {
  input: Runner.extend({ told: z.string().max(100_000), over: z.boolean().default(false) }),
  topic: () => [],
  who: theClock,
  internal: true,
  secret: true,
  async run(tx, { network, runner, told, over }, { now }): Promise<{ on: boolean }> {
    const row = await rehearsalIn(tx, network)
    if (row?.runner !== runner || row.ended_at) return { on: false }
    await changeRehearsalRow(tx, network, { told, seen_at: now, ...(over && { ended_at: now }) })
    return { on: !over }
  },
})

const Own = z.object({ network: Id, event: Id })
const gone = refuse('This is not a rehearsal, or it has been cleared.')
/** The source of the rehearsal; nothing here names the rehearsal. */
const From = z
  .object({ from: z.object({ network: z.string(), event: z.string() }) })
  .meta({ id: 'RehearsedFrom' })
export type From = z.infer<typeof From>

/** Goes on with an interrupted rehearsal: its player sends everything again under the same keys. */
export const continueRehearsal = command('rehearsing.continueRehearsal', {
  said: 'let a rehearsal go on',
  input: Own,
  topic: () => [],
  who: organisers,
  outcome: From,
  async run(tx, { network }, { now }): Promise<From | Refusal> {
    const row = await rehearsalIn(tx, network)
    if (!row) return gone
    if (stateOf(row, now) === 'interrupted')
      await changeRehearsalRow(tx, network, { runner: null, seen_at: null })
    return { from: { network: row.of_network, event: row.of_event } }
  },
})

/** Takes the rehearsal away with everything in it. Nothing is left to be undone, because nothing in it was real. */
export const clearRehearsal = command('rehearsing.clearRehearsal', {
  said: 'cleared a rehearsal away',
  input: Own,
  topic: ({ network, event }) => [eventTopic({ network, event }), `network:${network}`],
  who: either<AtEvent>(organisers, theClock),
  forgets: ({ network }) => network,
  // On SQLite the log is one for all tables, and is emptied.
  clears: ['rehearsals'],
  longest: 120_000,
  outcome: From,
  async run(tx, { network }): Promise<From | Refusal> {
    const row = await rehearsalIn(tx, network)
    if (!row) return gone
    await forgetRehearsal(tx, network)
    return { from: { network: row.of_network, event: row.of_event } }
  },
})

export const rehearsingCommands = [
  beginRehearsal,
  claimRehearsal,
  tellRehearsal,
  continueRehearsal,
  clearRehearsal,
]
