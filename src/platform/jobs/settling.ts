/** After the first pages; whoever measures or looks at the process sees it as it stays. */
const afterMs = 2000

/**
 * Lets go, once, of what was needed for starting alone. V8 would keep it for as long as little happens, which on an
 * idle server is for ever. Nothing is done where Node does not offer it (`--expose-gc`).
 */
export function settle(): void {
  const collect = globalThis.gc
  if (!collect) return
  setTimeout(() => void collect({ type: 'major', execution: 'sync', flavor: 'last-resort' }), afterMs).unref()
}
