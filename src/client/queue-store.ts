/** Something that was sent on this device and is not known to have arrived. Times are those of the device's clock. */
export interface Entry {
  id?: number
  /** The key under which it is done once. */
  key: string
  /** The writer, as pages name them; it is never sent as another's. */
  sender: string
  action: string
  /** The page of its form. */
  page: string
  label: string
  values: [string, string][]
  /** The questions and answers by which the reader recognises it. */
  words: [string, string][]
  at: number
  /** It may have arrived, and only the answer was lost. */
  tried: boolean
  /** `held` while it is being changed on a page. */
  state: 'waiting' | 'held' | 'refused' | 'received'
  reason?: string
  /** Nothing in this form could count, however it is corrected. */
  final?: true
  /** It looked like something that should not be stored, and can be sent when its writer says that it is not. */
  question?: true
  /** Somebody else was quicker: the page that answers its form shows both. */
  overtaken?: true
  /** The earlier answer from the same hand stays as it was. */
  stands?: true
  to?: string
  receivedAt?: number
  /** By how much the server's clock was ahead of this device's when it was received. */
  ahead?: number
  /** It has been shown that it was received. */
  seen?: boolean
}

const keptMs = 7 * 86_400_000

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('queue', 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore('entries', { keyPath: 'id', autoIncrement: true }),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
  opened.catch(() => (opened = undefined))
  return opened
}

/** Runs one request in a transaction, and is done when that is on the disk. */
async function within<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('entries', mode, { durability: 'strict' })
    const request = ask(transaction.objectStore('entries'))
    transaction.addEventListener('complete', () => resolve(request.result))
    transaction.addEventListener('abort', () => reject(transaction.error))
  })
}

/** Everything that waits, in the order in which it was written. */
export async function entries(): Promise<Entry[]> {
  const all = (await within('readonly', (store) => store.getAll())) as Entry[]
  return all.map((entry) =>
    // The server knows keys for so long: later it could be done twice.
    entry.state === 'waiting' && Date.now() - entry.at > keptMs
      ? {
          ...entry,
          state: 'refused',
          reason: 'It could not be sent for seven days. Check it, then send it again.',
        }
      : entry,
  )
}

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('queue')
const listeners = new Set<() => void>()

/** Tells this page and the others of the device. */
function changed(): void {
  channel?.postMessage('')
  for (const listener of listeners) listener()
}

export function onStored(listener: () => void): void {
  listeners.add(listener)
  channel?.addEventListener('message', listener)
}

export async function put(entry: Entry): Promise<number> {
  const id = (await within('readwrite', (store) => store.put(entry))) as number
  changed()
  return id
}

/** Changes an entry that is still there: somebody may have taken it away meanwhile. */
export async function change(entry: Entry): Promise<void> {
  await within('readwrite', (store) => {
    const there = store.get(entry.id!)
    there.addEventListener('success', () => there.result && store.put(entry))
    return there
  })
  changed()
}

export async function remove({ id }: Pick<Entry, 'id'>): Promise<void> {
  await within('readwrite', (store) => store.delete(id!))
  changed()
}
