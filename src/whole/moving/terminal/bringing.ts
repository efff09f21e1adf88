import { setTimeout as delay } from 'node:timers/promises'
import { arrivalOf, type ArrivalRow } from '../../../before/networks/store/arrivals.ts'
import { networkById } from '../../../before/networks/store/networks.ts'
import { operator } from '../../../platform/store/actor.ts'
import { isRefusal, type Refusal } from '../../../platform/store/command.ts'
import { orThrow, type Store } from '../../../platform/store/store.ts'
import { beginArrival, bringSome, importNetwork, takeAwayArrival } from '../commands.ts'
import type { Sound } from '../rules/check.ts'
import { lotsOf } from '../store/arriving.ts'
import { firstDifference } from '../store/networks.ts'
import { sections } from '../../../slices.ts'

/** An arrival that stands still for so long has been left by its importer. */
const usuallyLeftAfterMs = 10_000
const lookEveryMs = 100
/** Between two lots others write, those of other processes too: they ask again only every few milliseconds. */
const leastPauseMs = 25

export interface BringingChoices {
  progress?: (doing: string) => void
  leftAfterMs?: number
}

const by = { actor: operator }

/**
 * Brings in a whole network that nobody sees before all of it is there, some records at a time, so that nobody who
 * writes waits for long (decision 12). One that is there already, and the same, is left alone.
 */
export async function bringIn(
  store: Store,
  network: string,
  file: Sound,
  { progress = () => {}, leftAfterMs = usuallyLeftAfterMs }: BringingChoices = {},
): Promise<{ imported: boolean } | { refused: string }> {
  const arrival = store.id()
  while (!(await begin(store, network, { arrival, file }))) {
    if (await networkById(store.db, network)) return compare(store, network, file)
    progress('Somebody else imports a network of this name: waiting')
    const standing = await waitFor(store, network, leftAfterMs)
    if (standing) await takeAway(store, standing)
  }
  const stopped = await bringAll(store, network, { arrival, file, progress })
  if (stopped) return stopped
  return { imported: true }
}

interface Bringing {
  arrival: string
  file: Sound
}

async function begin(store: Store, network: string, { arrival, file }: Bringing): Promise<boolean> {
  const [row] = file.rowsOf(sections[0]!)
  return orThrow(await store.dispatch(beginArrival, { network, arrival, row }, by)).begun
}

async function compare(store: Store, network: string, file: Sound) {
  const differs = await firstDifference(store.db, network, file)
  if (!differs) return { imported: false }
  return {
    refused:
      `There is already a network ${network} which differs from this file, first in ${differs}. ` +
      'Import it under another name with --as NAME.',
  }
}

/** Waits while somebody else brings it in. Answers where they stand if they have left it. */
async function waitFor(store: Store, network: string, leftAfterMs: number): Promise<ArrivalRow | undefined> {
  let [seen, since] = ['', performance.now()]
  for (;;) {
    const there = await arrivalOf(store.db, network)
    if (!there) return undefined
    const now = `${there.arrival} ${there.step} ${there.seen_at}`
    if (now !== seen) [seen, since] = [now, performance.now()]
    if (performance.now() - since > leftAfterMs) return there
    await delay(lookEveryMs)
  }
}

/** Takes away the rows that came before it was left, some at a time. */
export async function takeAway(
  { db, dispatch }: Pick<Store, 'db' | 'dispatch'>,
  left: Pick<ArrivalRow, 'network_id' | 'arrival' | 'step'>,
): Promise<void> {
  let at: Pick<ArrivalRow, 'network_id' | 'arrival' | 'step'> | undefined = left
  while (at) {
    const { network_id: network, arrival, step } = at
    const { more } = orThrow(await dispatch(takeAwayArrival, { network, arrival, step }, by))
    if (!more) return
    await delay(leastPauseMs)
    at = await arrivalOf(db, network)
  }
}

async function bringAll(
  store: Store,
  network: string,
  { arrival, file, progress }: Bringing & { progress(doing: string): void },
): Promise<Refusal | undefined> {
  const all = Object.values(file.counts).reduce((sum, many) => sum + many, 0)
  let [step, done] = [0, 0]
  try {
    for (const lots of lotsOf((section) => file.rowsOf(section))) {
      const before = performance.now()
      const brought = await store.dispatch(bringSome, { network, arrival, step, lots }, by)
      if (isRefusal(brought)) return brought
      step += 1
      done += brought.brought
      progress(`Importing: ${Math.floor((100 * done) / all)} %`)
      await delay(Math.max(leastPauseMs, 2 * (performance.now() - before)))
    }
    const ended = await store.dispatch(importNetwork, { network, arrival }, by)
    return isRefusal(ended) ? ended : undefined
  } catch (error) {
    // The fault that stops it may stop this too; then the server takes it away later.
    await takeAway(store, { network_id: network, arrival, step }).catch(() => {})
    throw error
  }
}
