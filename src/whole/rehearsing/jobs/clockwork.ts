/** The clock of a rehearsal, in milliseconds, and a way to wait in it. */
export interface Clockwork {
  now(): number
  until(ms: number): Promise<void>
  /** Time leaps to the next event, once running work is done. */
  leaps: boolean
  /** The most that may be sent at once before time goes on. */
  burst: number
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms)))

/** A burst every tenth of a second, and no more: a real event beside it must not feel it. */
export const tickMs = 100

/** The time of everybody. */
export const realTime = (): Clockwork => ({
  now: () => performance.now(),
  until: (ms) => sleep(Math.max(tickMs, ms - performance.now())),
  leaps: false,
  burst: 10,
})

/** Goes straight to when something happens; for tests, in which nothing else goes on, without taking breath. */
export function leapingTime({ breath = tickMs, burst = 50 } = {}): Clockwork {
  let now = 0
  return {
    now: () => now,
    async until(ms) {
      now = Math.max(now, ms)
      await sleep(breath)
    },
    leaps: true,
    burst,
  }
}
