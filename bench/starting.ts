import { median, type Figure } from './figures.ts'
import { residentMb, serveFrom } from './served.ts'

const settleMs = 5000

/** From the start of the process to its first page, with the example; and what it keeps in memory when idle. */
export async function starting(folder: string): Promise<Figure[]> {
  const first = await serveFrom(folder)
  await first.stop()
  const later: number[] = []
  const memory: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const served = await serveFrom(folder)
    later.push(served.firstPageMs)
    await new Promise((resolve) => setTimeout(resolve, settleMs))
    memory.push(residentMb(served.process.pid!))
    await served.stop()
  }
  return [
    { what: 'first start to first page', value: first.firstPageMs, unit: 'ms' },
    { what: 'later start to first page', value: median(later), unit: 'ms', bar: 'under 2,000 ms' },
    { what: 'idle memory with the examples', value: median(memory), unit: 'MB', bar: 'under 130 MB' },
  ]
}
