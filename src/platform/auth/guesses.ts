import { waitWords } from '../face/dates.ts'
import type { Origin, Refusal } from '../store/command.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import type { Actor } from '../store/actor.ts'
import { reachedOf, tallyUp, type Counted, type Limit } from '../store/tallies.ts'

/**
 * Wrong codes alone are counted. After a few from one device its wrong codes are told to wait, while a right one works.
 * From the second limit on no code is looked at, so that no device and no program uses up what its address has, behind
 * which a whole room may sit. See docs/decisions/0011-wrong-codes-and-letters.md for the sums.
 */
const [few, many] = [10, 100]
const deviceSeconds = 600

const ofDevice = (most: number): Limit => ({ name: 'wrong codes of a device', most, seconds: deviceSeconds })

/** Requests without a cookie from one address count as one device. */
const ofPrograms = (most: number): Limit => ({
  name: 'wrong codes without a cookie',
  most,
  seconds: deviceSeconds,
})

const ofAddress: Limit = { name: 'wrong codes of an address', most: 2000, seconds: 3600 }

const hereIn = ({ device, address }: Origin, most: number): Counted =>
  device ? { limit: ofDevice(most), of: device } : { limit: ofPrograms(most), of: address }

const everywhereIn = (origin: Origin): Counted => ({ limit: ofAddress, of: origin.address })

/** The reason why a code that comes from there is not looked at just now. */
export async function whyNoCode(db: Db, now: string, origin: Origin): Promise<Refusal | undefined> {
  const reached = await reachedOf(db, now, [hereIn(origin, many), everywhereIn(origin)])
  if (!reached) return undefined
  return {
    kind: 'wait',
    refused: `Too many wrong codes have been sent from here, so no code is looked at for ${waitWords(reached.seconds)}. Open your personal link instead: it works at all times.`,
    wait: reached.seconds,
  }
}

/** Counts a wrong code, and says how it is answered: as it was refused, or when others may be tried. */
export async function wrongCodeSent(
  store: Pick<Store, 'db' | 'dispatch' | 'now'>,
  actor: Actor,
  refusal: Refusal,
  origin: Origin,
): Promise<Refusal> {
  const here = hereIn(origin, few)
  const reached = await reachedOf(store.db, store.now(), [here])
  await store.dispatch(tallyUp, { counted: [here, everywhereIn(origin)] }, { actor })
  if (!reached) return refusal
  const sentence = `This code was not found either. Wait ${waitWords(reached.seconds)} before you try others, or ask an organiser for yours: the right code works at once.`
  const fields = Object.fromEntries(Object.keys(refusal.fields ?? {}).map((field) => [field, sentence]))
  return { kind: 'wait', refused: sentence, fields, wait: reached.seconds }
}
