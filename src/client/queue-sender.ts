import {
  keyField,
  senderAddress,
  senderHeader,
  tokenField,
  waitedHeader,
  type NotTaken,
} from '../platform/contract.ts'
import { keptOf, type NotDone } from './refusals.ts'
import { change, entries, remove, type Entry } from './queue-store.ts'

interface Held {
  sender: string
  token: string
}

/** A page sends its own form at once, with the form's own token. */
interface Direct extends Held {
  id: number
  /** Readers told already that it is safe are not taken away from their page. */
  isAwaited(outcome: 'received' | 'wrong'): boolean
}

/** The result of an entry that its page sends at once. */
type Answered = { to: string } | 'wrong' | undefined

/** The result of one round of sending. */
interface Sent {
  /** Something must be tried again later. */
  later: boolean
  /** Writers of something that waits who are not signed in now. */
  elsewhere: Set<string>
  answered: Answered
}

const patienceMs = 10_000
const notNow = new Set([429, 500, 502, 503, 504])
const unreachable = new Set([502, 503, 504])

const limited = () => AbortSignal.timeout(patienceMs)

export async function whoIsHere(): Promise<Held> {
  const response = await fetch(senderAddress, { headers: { accept: 'application/json' }, signal: limited() })
  if (!response.ok) throw new Error(String(response.status))
  return (await response.json()) as Held
}

function post({ action, values, key, sender, at }: Entry, token: string, direct: boolean): Promise<Response> {
  return fetch(action, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      [senderHeader]: sender,
      // By one clock at both ends: it does not matter whether it is right.
      ...(!direct && { [waitedHeader]: String(Math.max(1, Date.now() - at)) }),
    },
    body: new URLSearchParams([...values, [tokenField, token], [keyField, key]]),
    redirect: 'error',
    signal: limited(),
  })
}

/** One at a time over all tabs and the worker; where a browser has no locks, the keys alone make it harmless. */
const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
  'locks' in navigator ? (navigator.locks.request('queue', work) as Promise<Result>) : work()

const keptIn = async (response: Response) => keptOf((await response.json().catch(() => ({}))) as NotDone)

/** By how much the server's clock is ahead of this device's, which may be hours wrong; a second does not matter. */
function aheadIn({ headers }: Response): number {
  const now = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(now) || Math.abs(now - Date.now()) < 30_000 ? 0 : now - Date.now()
}

/** Sends waiting entries, in order; an entry after one that must wait on the same form waits too. */
class Round {
  answered: Answered
  later = false
  readonly elsewhere = new Set<string>()
  readonly #direct: Direct | undefined
  readonly #stopped = new Set<string>()
  #held: Held | undefined

  constructor(direct?: Direct) {
    this.#direct = direct
    this.#held = direct
  }

  async send(waiting: Entry[]): Promise<void> {
    for (const entry of waiting) {
      if (this.#stopped.has(entry.action)) continue
      this.#held ??= await whoIsHere()
      if (entry.sender === this.#held.sender) await this.#deliver(entry)
      else this.elsewhere.add(entry.sender)
    }
  }

  async #deliver(entry: Entry, again = false): Promise<void> {
    // It may arrive although its answer does not.
    if (!entry.tried) await change({ ...entry, tried: true })
    const direct = entry.id === this.#direct?.id
    const response = await post(entry, this.#held!.token, direct)
    if (response.status === 403 && !again) {
      const stale = (
        (await response
          .clone()
          .json()
          .catch(() => ({}))) as Partial<Extract<NotTaken, { stale: true }>>
      ).stale
      if (stale) {
        this.#held = await whoIsHere()
        if (this.#held.sender === entry.sender) return this.#deliver(entry, true)
        this.elsewhere.add(entry.sender)
        return
      }
    }
    if (unreachable.has(response.status)) throw new Error(String(response.status))
    if (notNow.has(response.status)) {
      this.#stopped.add(entry.action)
      this.later = true
    } else if (response.status === 401) this.elsewhere.add(entry.sender)
    else await this.#settle(entry, response, direct)
  }

  async #settle(entry: Entry, response: Response, direct: boolean): Promise<void> {
    const isWrong = [409, 422].includes(response.status)
    const awaited = direct && this.#direct!.isAwaited(isWrong ? 'wrong' : 'received')
    if (response.ok) {
      const { to } = (await response.json()) as { to: string }
      if (awaited) {
        this.answered = { to }
        return remove(entry)
      }
      // The written text is erased with the same stroke.
      const { id, label, key, sender, action, page, at, tried } = entry
      const kept = { id: id!, label, key, sender, action, page, at, tried, values: [], words: [] }
      await change({ ...kept, state: 'received', to, receivedAt: Date.now(), ahead: aheadIn(response) })
    } else if (awaited && isWrong) {
      this.answered = 'wrong'
      await remove(entry)
    } else await change({ ...entry, tried: true, state: 'refused', ...(await keptIn(response)) })
  }
}

/** Another tab, or the worker, may have sent this page's entry already. */
async function sentMeanwhile({ id, isAwaited }: Direct): Promise<Answered> {
  const entry = (await entries()).find((one) => one.id === id)
  if (!entry || !['received', 'refused'].includes(entry.state)) return undefined
  const isWrong = entry.state === 'refused'
  if (!isAwaited(isWrong ? 'wrong' : 'received')) return undefined
  await remove(entry)
  return isWrong ? 'wrong' : { to: entry.to! }
}

/** Sends waiting entries. Throws when there is no network or nobody answers: then everything stays. */
export const sendWaiting = (direct?: Direct): Promise<Sent> =>
  alone(async () => {
    const waiting = (await entries()).filter(({ state }) => state === 'waiting')
    const round = new Round(direct)
    await round.send(waiting)
    if (direct) round.answered ??= await sentMeanwhile(direct)
    return round
  })
