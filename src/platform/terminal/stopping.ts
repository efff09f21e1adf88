import { endsWithin, type GaveUp } from '../jobs/patience.ts'

/** All steps of stopping have an end of their own before this; a later one is a bug of ours, and ends here. */
const longestMs = 9000
/** One press: stopping a group of processes signals some of them twice. */
const onePressMs = 500

const signals = ['SIGTERM', 'SIGINT'] as const

/** Waits until the process is told to stop. A second time, it ends at once. */
export async function toldToStop(): Promise<void> {
  let told = false
  await new Promise<void>((resolve) => {
    const first = () => {
      resolve()
      if (told) return
      told = true
      setTimeout(() => {
        for (const signal of signals) {
          process.removeListener(signal, first)
          process.once(signal, endAtOnce)
        }
      }, onePressMs).unref()
    }
    for (const signal of signals) process.on(signal, first)
  })
}

/** Without listeners a signal ends the process whatever it does; the first of a container is spared that. */
function endAtOnce(signal: NodeJS.Signals) {
  for (const each of signals) process.removeAllListeners(each)
  process.kill(process.pid, signal)
  process.exit(1)
}

/** Time for leftovers after all has stopped: a look-up of a name, a file system that does not answer. */
const hangingMs = 700

/** Stops in time, says which steps were given up, and lets nothing keep the process alive. */
export async function stopInTime(
  stop: (gaveUp: GaveUp) => Promise<void>,
  complain: (line: string) => void,
): Promise<void> {
  const ended = await endsWithin(
    longestMs,
    stop((what) => complain(`Stopped without waiting for ${what}.`)),
  )
  if (!ended) complain('Stopped without waiting any longer.')
  // An orderly end would wait for threads that no code of ours reaches. Acknowledged changes are stored.
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), hangingMs).unref()
}
