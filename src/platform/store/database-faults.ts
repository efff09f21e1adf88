/** In the way of another change; ended by PostgreSQL, which stops, fails over or lets nobody in; no way to it. */
const lostOrInTheWay =
  /^(40001|40P01|57P0[1235]|25006|53300|0800[0-46]|28000|28P01|3D000|E(CONN(RESET|REFUSED|ABORTED)|PIPE|TIMEDOUT|(HOST|NET)(UNREACH|DOWN)|NOTFOUND|AI_AGAIN))$/

/** Messages of pg for a connection that is lost, for one that was not to be had, and for the last. */
const lostInWords =
  /Connection terminated|is not queryable|has been discarded|exceeded when trying to connect|timeout expired|read timeout|calling end on the pool|driver has already been destroyed|not currently accepting connections|database is locked|SQLITE_BUSY/i

/** True if the same work, done again under the same key, may well succeed. */
export function mayBeTriedAgain(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = String((error as { code?: unknown }).code ?? '')
  return lostOrInTheWay.test(code) || lostInWords.test(error.message)
}

/** Faults of the place where the data is. */
export type Fault = 'full' | 'read-only' | 'closed' | 'failing' | 'damaged'

/** By the results of SQLite (NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB) and the codes of PostgreSQL. */
const faults: Record<string, Fault> = {
  7: 'failing',
  8: 'read-only',
  10: 'failing',
  11: 'damaged',
  13: 'full',
  14: 'closed',
  26: 'damaged',
  25006: 'read-only',
  53100: 'full',
}

export function faultOf(error: unknown): Fault | undefined {
  const { code, errcode, cause } = (error ?? {}) as { code?: unknown; errcode?: unknown; cause?: unknown }
  if (cause instanceof Error) return faultOf(cause)
  // The upper bits of a result of SQLite say where it happened.
  if (code === 'ERR_SQLITE_ERROR') return faults[Number(errcode) & 0xff]
  // Insufficient resources, a system error.
  return faults[String(code)] ?? (/^5[38]...$/.test(String(code)) ? 'failing' : undefined)
}

/**
 * True while the place of the data takes nothing: full, read-only, out of something. Nothing was stored, and trying at
 * once is no use; later, under the same key, it may succeed.
 */
export function placeFails(error: unknown): boolean {
  const fault = faultOf(error)
  return fault !== undefined && fault !== 'damaged'
}
