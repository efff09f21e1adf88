import { z } from 'zod'
import { personById } from '../../../before/people/store.ts'
import { Id } from '../../../platform/form/fields.ts'
import { actorKey, type Actor } from '../../../platform/store/actor.ts'
import { refuse, type Circumstances, type Refusal } from '../../../platform/store/command.ts'
import type { Db, Tx } from '../../../platform/store/database.ts'
import { time } from '../../../platform/face/dates.ts'
import { doneWords, saidOf, type StepKind } from '../rules/steps.ts'
import type { Part } from '../../../before/events/item.ts'
import type { ItemKind } from '../../../items.ts'
import { minutesNow } from '../rules/plan.ts'
import { itemById, type ItemRow } from '../store/items.ts'
import { namer } from '../store/shown.ts'
import { addStepRow, lastStep, stepById, type Back, type DeskStepRow } from '../store/steps.ts'

export const Done = z
  .object({
    id: z.string(),
    said: z.string().optional().describe('What was done, in a sentence for whoever did it'),
  })
  .meta({ id: 'DoneOnTheDay' })
export type Done = z.infer<typeof Done>

export interface AtDesk {
  network: string
  event: string
  seen?: string | undefined
}

/** The last step of the day that stood on the Desk when the button was shown; empty for none. */
export const Seen = z.string().max(100).optional()
export const OfDesk = z.object({ network: Id, event: Id, seen: Seen })
export const OfDeskItem = OfDesk.extend({ item: Id })

/** The doer's name, as other hosts know it. */
export async function hostName(db: Db, key: string, self?: Actor): Promise<string> {
  if (self && key === actorKey(self)) return 'You'
  const person = key.startsWith('person:') ? await personById(db, key.slice('person:'.length)) : undefined
  return person?.name ?? 'Another host'
}

export async function titleOf(db: Db, at: AtDesk, item: string | null): Promise<string> {
  const row = item ? await itemById(db, at.network, at.event, item) : undefined
  return row ? (await namer(db, at.network))(row).title : 'an item'
}

const nothingDone = 'Nothing was changed. Look at what is on now, then press again if it is still wanted.'

/** The reason why a press does not count: another host has done something since the page was shown. */
export async function staleness(tx: Tx, at: AtDesk, actor: Actor): Promise<Refusal | undefined> {
  if (at.seen === undefined) return undefined
  const last = await lastStep(tx, at)
  if (at.seen === (last?.id ?? '')) return undefined
  const seen = at.seen === '' ? undefined : await stepById(tx, at, at.seen)
  const words = seen?.undone_at
    ? await takenBack(tx, at, seen, actor)
    : last && (await done(tx, at, last, actor))
  return refuse(`${words ?? 'The programme has moved on meanwhile.'} ${nothingDone}`)
}

async function done(tx: Tx, at: AtDesk, step: DeskStepRow, actor: Actor): Promise<string> {
  const who = await hostName(tx, step.done_by, actor)
  const title = await titleOf(tx, at, step.item_id)
  return `${who} ${who === 'You' ? 'have' : 'has'} ${perfect(doneWords(step, title))} already, at ${time(step.done_at)}.`
}

async function takenBack(tx: Tx, at: AtDesk, step: DeskStepRow, actor: Actor): Promise<string> {
  const who = await hostName(tx, step.undone_by!, actor)
  const title = await titleOf(tx, at, step.item_id)
  const what = `“${saidOf(step, title)}”`
  return `${who} ${who === 'You' ? 'have' : 'has'} taken back ${what}, at ${time(step.undone_at!)}.`
}

/** "took 5 minutes off" is "taken 5 minutes off" after "has"; "gave" is "given". */
const perfect = (words: string) => words.replace(/^took /, 'taken ').replace(/^gave /, 'given ')

/** Columns of an item that somebody leaves out, those of one that is taken in again, and those that it has. */
export const leftOut = ({ now, actor }: Circumstances) => ({ skipped_at: now, skipped_by: actorKey(actor) })
export const takenIn = { skipped_at: null, skipped_by: null }
export const leavingOf = ({ skipped_at, skipped_by }: ItemRow) => ({ skipped_at, skipped_by })

export const nothingBefore = (): Back => ({ items: [], kinds: {} })

/** Keeps the earlier state of a kind of part, for its step to be taken back. */
export const keeping =
  ({ kinds }: Back, kind: ItemKind) =>
  (before: unknown): void =>
    void (kinds[kind] ??= []).push(before)

/** A part of the day, as its kind sees it. */
export const partOf = (row: ItemRow): Part => ({
  network: row.network_id,
  event: row.event_id,
  title: row.title,
  ballot: row.ballot_id,
  lasts: minutesNow(row),
})

/** Keeps a step, so that it can be taken back, and says it. */
export async function kept(
  tx: Tx,
  at: AtDesk,
  { actor, now, id }: Circumstances,
  step: { what: StepKind; row: ItemRow; minutes?: number; back: Back },
): Promise<Done> {
  const { what, row, minutes = null, back } = step
  await addStepRow(tx, at, {
    id: id(),
    what,
    item_id: row.id,
    minutes,
    done_at: now,
    by: actor,
    back,
  })
  const { title } = (await namer(tx, at.network))(row)
  return { id: row.id, said: saidOf({ what, minutes }, title) }
}
