/** After the first pages; measurements then see the process as it stays. */
const afterMs = 2000

/**
 * Frees, once, the memory needed for starting alone. V8 would keep it for as long as little happens, which on an idle
 * server is for ever. Does nothing without `--expose-gc`.
 */
export function settle(): void {
  const collect = globalThis.gc
  if (!collect) return
  setTimeout(() => void collect({ type: 'major', execution: 'sync', flavor: 'last-resort' }), afterMs).unref()
}
