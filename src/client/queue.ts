import { keyField, tokenField } from '../platform/contract.ts'
import { draftIsSent } from './drafts.ts'
import { isHeard, isOffline, isSilent } from './offline.ts'
import { askToSend, sendSoon } from './resending.ts'
import { sendWaiting } from './queue-sender.ts'
import { clearForNext, isForMore, isThisPage, showReceived } from './after-sending.ts'
import { entries, put, remove, type Entry } from './queue-store.ts'
import { letBe, showQueue } from './waiting-list.ts'
import { saysWhatIsWrong } from './validation.ts'
import { fieldsOf, here, isQueued, isSpent, sender, submitItself, wordsOf } from './queued-form.ts'

/** For so long a form may be on its way before the page says that it is safe here. */
const slowMs = 3_000

const withoutOurs = (data: FormData): [string, string][] =>
  [...data].filter(
    (pair): pair is [string, string] =>
      typeof pair[1] === 'string' && ![tokenField, keyField].includes(pair[0]),
  )

/** A vote that may have arrived already is changed by the secret that it was sent with. */
function withSecretOf(before: readonly Entry[], values: [string, string][]): [string, string][] {
  const secret = before.flatMap((one) => one.values).find(([name]) => name === 'secret')
  return secret ? values.map((pair) => (pair[0] === 'secret' ? secret : pair)) : values
}

const isVote = ({ values }: Entry) => values.some(([name]) => name === 'secret')

async function entryOf(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Entry> {
  const action = form.getAttribute('action')!
  const before = (await entries()).filter((one) => one.sender === sender() && one.action === action)
  // A refused form that was put back has been corrected now, and only the last vote counts.
  for (const one of before)
    if ((one.state === 'refused' && form.dataset['refilled'] === String(one.id)) || isVote(one))
      await remove(one)
  return {
    key: fieldsOf(form, keyField)[0]?.value ?? crypto.randomUUID(),
    sender: sender(),
    action,
    page: here(),
    label: form.dataset['queue']!,
    values: withSecretOf(before, withoutOurs(new FormData(form, submitter))),
    words: wordsOf(form),
    at: Date.now(),
    tried: false,
    state: 'waiting',
  }
}

const busy = new WeakSet<HTMLFormElement>()

/** Keeps a form, then sends it. The page goes on when it has arrived, or says that it is safe here. */
async function take(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  let id: number
  let key: string
  let settled = () => {}
  try {
    const entry = await entryOf(form, submitter)
    key = entry.key
    settled = letBe(key)
    id = await put(entry)
    draftIsSent(form)
    if (isForMore(form)) {
      clearForNext(form, key)
      busy.delete(form)
    }
  } catch {
    // Nothing can be kept on this device.
    return submitItself(form, submitter)
  }
  let slow = false
  const keptHere = () => {
    if (slow) return
    slow = true
    settled()
    if (isForMore(form)) return showQueue(true)
    // A form that nobody would take is not kept either.
    if (saysWhatIsWrong(form)) return void remove({ id })
    form.reset()
    isSpent(key)
    showQueue(true)
  }
  const timer = setTimeout(keptHere, slowMs)
  const token = fieldsOf(form, tokenField)[0]?.value ?? ''
  try {
    if (!navigator.onLine) throw new Error('There is no network')
    const isAwaited = (outcome: 'received' | 'wrong') => {
      clearTimeout(timer)
      // The next answers may stand in its form by now: they must not give way to these wrong ones.
      return !slow && !(outcome === 'wrong' && isForMore(form))
    }
    const { answered, later } = await sendWaiting({ id, sender: sender(), token, isAwaited })
    isHeard()
    if (later) askToSend()
    if (answered === 'wrong') return submitItself(form, submitter)
    if (answered) {
      if (!isForMore(form) || !isThisPage(answered.to)) return location.assign(answered.to)
      return await showReceived(form, answered.to).catch(() => location.assign(answered.to))
    }
  } catch {
    isSilent()
    askToSend()
  } finally {
    clearTimeout(timer)
  }
  keptHere()
}

/** Marked forms are kept on the device until the server has them. */
export function keepAndSend(): void {
  if (!('indexedDB' in window)) return
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!isQueued(form) || 'itself' in form.dataset) return
    event.preventDefault()
    if (busy.has(form) || ((isOffline() || isForMore(form)) && saysWhatIsWrong(form))) return
    busy.add(form)
    void take(form, event.submitter).finally(() => busy.delete(form))
  })
  sendSoon()
}
