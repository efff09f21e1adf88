import { z } from 'zod'
import { eventById } from '../../../before/events/store.ts'
import { ideasOf } from '../../../before/ideas/store.ts'
import { networkById } from '../../../before/networks/store/networks.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { time, weekdayAndDay } from '../../../platform/face/dates.ts'
import {
  command,
  isRefusal,
  refuse,
  type Circumstances,
  type Refusal,
} from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { makeBallot, openBallot } from '../../ballots/commands/ballots.ts'
import { stateOf, usualQuestion } from '../../ballots/rules/ballot.ts'
import { ballotById, giveScreen } from '../../ballots/store/ballots.ts'
import { openFeedback } from '../../feedback/commands.ts'
import { makeRoom } from '../../rooms/commands/rooms.ts'
import { roomsOf } from '../../rooms/store/rooms.ts'
import { endTimers, startTimers } from '../../rooms/store/timers.ts'
import { startsOnAnotherDay } from '../rules/another-day.ts'
import { counted } from '../rules/items.ts'
import { isOn, minutesNow, plus, toCome } from '../rules/plan.ts'
import { changeItemRow, itemById, itemsOf, type ItemRow } from '../store/items.ts'
import type { Back } from '../store/steps.ts'
import { gone, optionalId, topic } from './items.ts'
import { hostName, kept, nothingBefore, OfDesk, OfDeskItem, staleness, type AtDesk, Done } from './steps.ts'
import { lastStep } from '../store/steps.ts'

/** Starts an item and finishes the one before. Two who press at once start it once. */
export const startItem = command('programme.startItem', {
  said: 'started a part of the programme',
  input: OfDeskItem.extend({
    /** For a vote of which nobody has said which it is: one that was prepared, or `new`. */
    ballot: optionalId,
    /** For breakout rooms of which there are none: one for each change idea, or none at all. */
    rooms: z.enum(['ideas', 'none'], 'Choose which rooms there are').optional(),
    /** Says that the day is to be started although it is not the event's. */
    anotherDay: z.string().max(10).optional(),
  }),
  topic,
  who: organisers,
  outcome: Done,
  async run(tx, input, circumstances): Promise<Done | Refusal> {
    const items = await itemsOf(tx, input.network, input.event)
    const row = items.find((one) => one.id === input.item)
    if (!row) return refuse(gone)
    if (row.started_at) return alreadyStarted(tx, input, row)
    const stale = await staleness(tx, input, circumstances.actor)
    if (stale) return stale
    const asked = input.anotherDay === 'yes' ? undefined : await notToday(tx, input, items, circumstances.now)
    if (asked) return asked
    const ballot = row.kind === 'ballot' ? await ballotFor(tx, row, input, circumstances) : null
    if (isRefusal(ballot)) return ballot
    const made = await roomsFor(tx, row, input, circumstances)
    if (isRefusal(made)) return made
    const back = nothingBefore()
    const on = items.find(isOn)
    const still = on && (await finish(tx, input, on, circumstances.now, back))
    const refused = await start(tx, input, { ...row, ballot_id: ballot }, circumstances, back)
    if (refused) return refused
    const done = await kept(tx, input, circumstances, { what: 'start', row, back })
    const more = [made, still].filter(Boolean)
    return more.length > 0 ? { ...done, said: [`${done.said}.`, ...more].join(' ') } : done
  },
})

/** Whoever tries the Desk out on another day is asked first: phones and screens show at once what is started. */
async function notToday(
  tx: Tx,
  { network, event }: AtDesk,
  items: ItemRow[],
  now: string,
): Promise<Refusal | undefined> {
  const held = await eventById(tx, network, event)
  const rehearsal = (await networkById(tx, network))?.kind === 'rehearsal'
  if (!held || !startsOnAnotherDay(held, items, { now, rehearsal })) return undefined
  return refuse(
    `This event is on ${weekdayAndDay(held.on_day)}, not today. Say that you want to start it all the same.`,
    'anotherDay',
  )
}

async function start(
  tx: Tx,
  at: AtDesk,
  row: ItemRow,
  circumstances: Circumstances,
  back: Back,
): Promise<Refusal | undefined> {
  const { now } = circumstances
  await giveScreen(tx, at)
  await changeItemRow(tx, row, { started_at: now, skipped_at: null, ballot_id: row.ballot_id })
  back.items.push({ id: row.id, set: { started_at: null, skipped_at: row.skipped_at } })
  const minutes = minutesNow(row)
  if (row.kind === 'rooms' && minutes !== null)
    back.rooms.push(...(await startTimers(tx, at, { now, until: plus(now, minutes) })))
  // Where the form has been closed already, this part of the day only says thank you.
  if (row.kind === 'feedback') await circumstances.do(openFeedback, { network: at.network, event: at.event })
  if (!row.ballot_id) return undefined
  const before = await ballotById(tx, at.network, row.ballot_id)
  if (before && stateOf(before) === 'made') back.opened = row.ballot_id
  const input = { network: at.network, event: at.event, ballot: row.ballot_id }
  const opened = await circumstances.do(openBallot, input)
  return isRefusal(opened) ? opened : undefined
}

/** The vote of an item. Where nobody has said which it is, it is asked, never guessed. */
async function ballotFor(
  tx: Tx,
  row: ItemRow,
  { network, event, ballot }: AtDesk & { ballot: string | null },
  circumstances: Circumstances,
): Promise<string | Refusal> {
  const chosen = row.ballot_id ?? ballot
  if (!chosen) return refuse('Choose which vote opens', 'ballot')
  if (chosen !== 'new') {
    const found = await ballotById(tx, network, chosen)
    return found?.event_id === event ? chosen : refuse('Choose a vote from the list', 'ballot')
  }
  const ideas = (await ideasOf(tx, network)).map(({ id }) => id)
  if (ideas.length < 2) return refuse('Add at least two change ideas first: there is nothing to choose from')
  const input = { network, event, question: row.title || usualQuestion, ideas } as const
  const made = await circumstances.do(makeBallot, { ...input, method: 'person', ownIdea: 'excluded' })
  return isRefusal(made) ? made : made.id
}

/** Makes a room for each change idea, where that was chosen and there is none; says how many. */
async function roomsFor(
  tx: Tx,
  row: ItemRow,
  { network, event, rooms }: AtDesk & { rooms?: 'ideas' | 'none' | undefined },
  circumstances: Circumstances,
): Promise<string | undefined | Refusal> {
  if (row.kind !== 'rooms' || rooms !== 'ideas') return undefined
  if ((await roomsOf(tx, network, event)).length > 0) return undefined
  const themes = new Set((await ideasOf(tx, network)).map(({ title }) => title))
  if (themes.size === 0) return refuse('There are no change ideas to make rooms of', 'rooms')
  for (const theme of themes) {
    const room = { network, event, theme, place: null, link: null, facilitator: null, scribe: null }
    const made = await circumstances.do(makeRoom, room)
    if (isRefusal(made)) return made
  }
  return `${counted(themes.size, 'room')} ${themes.size === 1 ? 'was' : 'were'} made from the change ideas.`
}

async function alreadyStarted(tx: Tx, at: AtDesk, row: ItemRow): Promise<Done | Refusal> {
  if (row.finished_at) return refuse(`This was over at ${time(row.finished_at)}. Add it again to repeat it.`)
  const last = await lastStep(tx, at)
  const who = last?.what === 'start' && last.item_id === row.id ? await hostName(tx, last.done_by) : undefined
  const when = time(row.started_at!)
  return {
    id: row.id,
    said: who ? `${who} started it already, at ${when}` : `It was started already, at ${when}`,
  }
}

/** Ends an item and its rooms. A vote is not closed with it: that is for somebody to decide. */
async function finish(
  tx: Tx,
  at: AtDesk,
  row: ItemRow,
  now: string,
  back: Back,
): Promise<string | undefined> {
  await giveScreen(tx, at)
  await changeItemRow(tx, row, { finished_at: now })
  back.items.push({ id: row.id, set: { finished_at: null } })
  if (row.kind === 'rooms') back.rooms.push(...(await endTimers(tx, at, now)))
  const ballot = row.ballot_id ? await ballotById(tx, at.network, row.ballot_id) : undefined
  return ballot && stateOf(ballot) === 'open'
    ? 'The vote is still open. Close it when everyone has voted.'
    : undefined
}

export const finishItem = command('programme.finishItem', {
  said: 'finished a part of the programme',
  input: OfDeskItem,
  topic,
  who: organisers,
  outcome: Done,
  async run(tx, input, circumstances): Promise<Done | Refusal> {
    const { network, event, item } = input
    const row = await itemById(tx, network, event, item)
    if (!row || row.removed_at) return refuse(gone)
    if (!row.started_at) return refuse('This has not been started')
    if (row.finished_at) return { id: item, said: `It was finished already, at ${time(row.finished_at)}` }
    const stale = await staleness(tx, input, circumstances.actor)
    if (stale) return stale
    const back = nothingBefore()
    const still = await finish(tx, input, row, circumstances.now, back)
    const done = await kept(tx, input, circumstances, { what: 'finish', row, back })
    return still ? { ...done, said: `${done.said}. ${still}` } : done
  },
})

/** Finishes what is on and leaves out the rest, in one step that can be taken back. */
export const endDay = command('programme.endDay', {
  said: 'ended the day',
  input: OfDesk,
  topic,
  who: organisers,
  outcome: Done,
  async run(tx, input, circumstances): Promise<Done | Refusal> {
    const stale = await staleness(tx, input, circumstances.actor)
    if (stale) return stale
    const items = await itemsOf(tx, input.network, input.event)
    const on = items.find(isOn)
    const rest = toCome(items)
    const [row] = on ? [on] : rest
    if (!row) return refuse('The programme is over already')
    const back = nothingBefore()
    const still = on && (await finish(tx, input, on, circumstances.now, back))
    for (const item of rest) {
      await changeItemRow(tx, item, { skipped_at: circumstances.now })
      back.items.push({ id: item.id, set: { skipped_at: null } })
    }
    const { said } = await kept(tx, input, circumstances, { what: 'end', row, back })
    const left = rest.length > 0 && `${counted(rest.length, 'part')} of it left out.`
    return { id: input.event, said: [`${said}.`, left, still].filter(Boolean).join(' ') }
  },
})

export const runningCommands = [startItem, finishItem, endDay]
