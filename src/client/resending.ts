import { isHeard, isSilent, onBack } from './offline.ts'
import { sender } from './queued-form.ts'
import { sendWaiting } from './queue-sender.ts'
import { entries } from './queue-store.ts'

const firstWaitMs = 2_000
const longestWaitMs = 300_000

let wait = firstWaitMs
let timer = 0
let elsewhere = new Set<string>()
let told = () => {}

/** True if the person for whom the page was made has been signed out meanwhile. */
export const isElsewhere = (): boolean => elsewhere.has(sender())

interface Syncing extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> }
}

/** Has the browser send later, also when this page is closed, where it can; and tries again by itself. */
export function askToSend(): void {
  later()
  void navigator.serviceWorker?.ready
    .then((worker: Syncing) => worker.sync?.register('queue'))
    .catch(() => {})
}

function later(): void {
  clearTimeout(timer)
  timer = window.setTimeout(() => void sendNow(), wait * (0.8 + 0.4 * Math.random()))
  wait = Math.min(longestWaitMs, wait * 2)
}

async function sendNow(): Promise<void> {
  clearTimeout(timer)
  if (!navigator.onLine || !(await entries()).some(({ state }) => state === 'waiting')) return
  try {
    const sent = await sendWaiting()
    elsewhere = sent.elsewhere
    isHeard()
    told()
    if (sent.later || elsewhere.size > 0) later()
  } catch {
    isSilent()
    later()
  }
}

/** There is hope again: now, and soon again if that fails. */
export function sendAgain(): Promise<void> {
  wait = firstWaitMs
  return sendNow().catch(() => {})
}

/** Sends waiting entries whenever there is hope that they arrive. */
export function sendSoon(): void {
  addEventListener('online', () => void sendAgain())
  onBack(() => void sendAgain())
  addEventListener('pageshow', ({ persisted }) => persisted && void sendAgain())
  document.addEventListener('visibilitychange', () => document.hidden || void sendAgain())
  void sendAgain()
}

/** Calls back when it becomes known whether the writer of a waiting entry is here. */
export const onKnown = (tell: () => void): void => void (told = tell)
