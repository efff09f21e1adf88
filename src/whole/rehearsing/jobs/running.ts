import { randomUUID } from 'node:crypto'
import { eventsOf } from '../../../before/events/store.ts'
import { endsWithin, type GaveUp } from '../../../platform/jobs/patience.ts'
import { every, patienceMs, type Doing, type Job, type Log } from '../../../platform/jobs/scheduler.ts'
import { isRefusal } from '../../../platform/store/command.ts'
import type { Store } from '../../../platform/store/store.ts'
import { isAway } from '../../../platform/store/writer.ts'
import { claimRehearsal, clearRehearsal } from '../commands.ts'
import { keptDays } from '../rules/state.ts'
import { rehearsalsBefore, waitingRehearsals, type RehearsalRow } from '../store.ts'
import { leapingTime, realTime, type Clockwork } from './clockwork.ts'
import { Playing, player } from './playing.ts'

/** The rehearsals that this process plays. */
export interface Rehearsals {
  jobs: Job[]
  /** Leaves them where they are. */
  stop(gaveUp?: GaveUp): Promise<void>
}

const lookEverySeconds = 2
const day = 24 * 3600

const clockOf = ({ minutes }: RehearsalRow): Clockwork => (minutes === 0 ? leapingTime() : realTime())

/** Plays a rehearsal if nobody else does; answers whether it was this one. */
export async function playOne(
  store: Store,
  row: RehearsalRow,
  begun: (playing: Playing) => void = () => {},
  clockFor = clockOf,
): Promise<boolean> {
  const runner = randomUUID()
  const claim = await store.dispatch(claimRehearsal, { network: row.network_id, runner }, { actor: player })
  if (isRefusal(claim) || !claim.claimed) return false
  const playing = await Playing.of(store, { ...row, runner }, clockFor(row))
  if (playing) begun(playing)
  await playing?.play()
  return true
}

/** Takes up waiting rehearsals, also of another process that shares the store, and plays several side by side. */
export function openRehearsals(store: Store, log: Log, clockFor = clockOf): Rehearsals {
  const playing = new Set<Playing>()
  const running = new Set<Promise<unknown>>()
  let stopped = false
  let away = false

  function take(row: RehearsalRow) {
    let own: Playing | undefined
    const run: Promise<unknown> = playOne(
      store,
      row,
      (begun) => {
        own = begun
        playing.add(begun)
        if (stopped) begun.stop()
      },
      clockFor,
    )
      .then(
        () => void (away = false),
        (error: unknown) => {
          // It is looked for every two seconds; that the store is away is said once.
          if (!isAway(error) || !away) log.error({ err: error }, 'rehearsal interrupted')
          away = isAway(error)
        },
      )
      .finally(() => {
        if (own) playing.delete(own)
        running.delete(run)
      })
    running.add(run)
  }

  const look = async ({ db }: Doing) => {
    if (!stopped) for (const row of await waitingRehearsals(db)) take(row)
  }
  return {
    jobs: [every(lookEverySeconds, 'rehearsals', look), every(day / 4, 'old rehearsals', clearOld)],
    async stop(gaveUp) {
      stopped = true
      for (const one of playing) one.stop()
      if (!(await endsWithin(patienceMs, Promise.all(running)))) gaveUp?.('a rehearsal')
    },
  }
}

/** Clears rehearsals that nobody has cleared after some days. */
async function clearOld({ db, dispatch, now }: Doing): Promise<void> {
  const before = new Date(Date.parse(now()) - keptDays * day * 1000).toISOString()
  for (const { network_id: network, of_event } of await rehearsalsBefore(db, before)) {
    const there = (await eventsOf(db, network)).some(({ id }) => id === of_event)
    if (there) await dispatch(clearRehearsal, { network, event: of_event }, network)
  }
}
