import { waitWords } from '../face/dates.ts'
import { actorKey } from '../store/actor.ts'
import type { Circumstances, Origin, Refusal } from '../store/command.ts'
import type { Tx } from '../store/database.ts'
import { reachedOf, tally, type Counted, type Limit } from '../store/tallies.ts'
import { isWaiting, post } from './outbox.ts'

const hour = 3600

/** Letters that somebody asks for who need not be the owner of the address; each kind is counted by itself. */
export interface Asking {
  kind: string
  /** Limits of letters to one address. */
  toAddress: readonly Limit[]
  /** The advice on doing without a letter. */
  instead?: string
}

/** As often as suits a kind of letter: docs/decisions/0011-wrong-codes-and-letters.md has the reasons. */
export const atMost = (most: number, seconds: number): Limit => ({
  name: `letters in ${waitWords(seconds)}`,
  most,
  seconds,
})

const few = [atMost(5, hour), atMost(12, 24 * hour)]

export const letterOfPlace = (instead?: string): Asking => ({
  kind: 'sign-up',
  toAddress: few,
  ...(instead && { instead }),
})

/** From where letters may be asked for: a whole room sits behind one address, and one tablet stands at its door. */
const fromDevice: Limit = { name: 'letters from a device', most: 60, seconds: hour }
const fromPrograms: Limit = { name: 'letters without a cookie', most: 60, seconds: hour }
const fromAddress: Limit = { name: 'letters from an address', most: 1000, seconds: hour }

const fromThere = ({ device, address }: Origin): Counted[] => [
  device ? { limit: fromDevice, of: device } : { limit: fromPrograms, of: address },
  { limit: fromAddress, of: address },
]

const ofKind = (kind: string, counted: Counted[]): Counted[] =>
  counted.map(({ limit, of }) => ({ limit: { ...limit, name: `${kind} ${limit.name}` }, of }))

/**
 * Counts a letter that somebody asks for, or says when they can ask again. It is asked before anybody is looked for,
 * so that nobody learns from the answer who is known here.
 */
export async function askLetter(
  tx: Tx,
  to: string,
  { origin, now, keyedHash }: Pick<Circumstances, 'origin' | 'now' | 'keyedHash'>,
  { kind, toAddress, instead = '' }: Asking,
): Promise<Refusal | undefined> {
  const toThem = toAddress.map((limit) => ({ limit, of: keyedHash('letters to', to) }))
  const counted = ofKind(kind, [...toThem, ...(origin ? fromThere(origin) : [])])
  const reached = await reachedOf(tx, now, counted)
  if (!reached) {
    await tally(tx, now, counted)
    return undefined
  }
  const { limit, seconds } = reached
  const sentence = counted.slice(0, toThem.length).some((one) => one.limit === limit)
    ? `${limit.most} e-mails were asked for with this address in the last ${lastWords(limit.seconds)}. Use the newest of them, or ask again in ${waitWords(seconds)}.`
    : `Too many e-mails have been asked for from here. Ask again in ${waitWords(seconds)}.`
  const said = [sentence, instead].filter(Boolean).join(' ')
  return { kind: 'wait', refused: said, fields: { email: said }, wait: seconds }
}

/** 'the last hour', 'the last 15 minutes' */
const lastWords = (seconds: number): string => waitWords(seconds).replace(/^an? /, '')

/** More than anybody needs who organises a large event. */
const causedBy: Limit = { name: 'letters by somebody', most: 1000, seconds: hour }

/**
 * Posts a letter that tells of a change. Nobody is kept from changing something because of it: beyond the limits it
 * waits, and what waits already to tell the same tells the newest, because letters are written when they are sent.
 */
export async function tellOf(
  tx: Tx,
  to: string,
  letter: { network: string; kind: string; ids: Record<string, string> },
  { actor, id, now, keyedHash }: Pick<Circumstances, 'actor' | 'id' | 'now' | 'keyedHash'>,
): Promise<void> {
  const counted = ofKind('caused', [
    ...few.map((limit) => ({ limit, of: keyedHash('letters to', to) })),
    { limit: causedBy, of: keyedHash('letters by', actorKey(actor)) },
  ])
  const reached = await reachedOf(tx, now, counted)
  if (!reached) await tally(tx, now, counted)
  else if (await isWaiting(tx, letter, now)) return
  const due = new Date(Date.parse(now) + (reached?.seconds ?? 0) * 1000).toISOString()
  await post(tx, { id: id(), ...letter, now, due })
}
