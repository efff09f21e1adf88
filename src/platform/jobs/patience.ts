/** Told the thing not waited for any longer, as words that follow “without waiting for”. */
export type GaveUp = (what: string) => void

export const nobodyTold: GaveUp = () => {}

/** True if something has ended, well or not, within so many milliseconds. Unfinished work goes on by itself. */
export async function endsWithin(ms: number, work: Promise<unknown> | undefined): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const ended = Promise.resolve(work).then(
    () => true,
    () => true,
  )
  return Promise.race([ended, late]).finally(() => clearTimeout(timer))
}
