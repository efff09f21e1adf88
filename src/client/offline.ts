import { say, unsay } from './announce.ts'
import { isKept, pageIsFresh } from './copies.ts'
import { byServer } from './countdown.ts'
import { clockTime, make } from './made.ts'
import { here } from './queued-form.ts'

const line = make('div', { class: 'app-offline', hidden: '' })
/** When this page was last known to be as the server has it. */
let knownAt = Number(document.body.dataset['lastKnown'] ?? Date.now())
/** A page that changes by itself becomes fresh again without being loaded. */
const follows = document.body.dataset['live'] !== undefined
const isCopy = document.body.dataset['lastKnown'] !== undefined
const backAgain = new Set<() => void>()

/** What is to be done when the network is back. */
export const onBack = (then: () => void): void => void backAgain.add(then)

/** What is pressed here is not kept for later, as what is sent from a phone is. */
const whatBecomes = (): string => {
  if (document.querySelector('[data-presses]')) return ' Nothing that you press is sent until it is back.'
  return document.querySelector('form[data-queue]') ? ' What you send is saved on this phone.' : ''
}

let lost = false
let told = ''

function show(): void {
  if (lost) return
  lost = true
  const begins = document.querySelector('[data-presses]') ? 'No network.' : 'You are offline.'
  const words = `${begins} This is what was last known at ${clockTime(byServer(knownAt))}.`
  const again = make('a', { href: here() }, 'Try again')
  line.replaceChildren(make('p', {}, words + whatBecomes(), ' ', again))
  line.hidden = false
  told = words
  say(words)
  void markLinks().catch(() => {})
}

const linksHere = () => document.querySelectorAll<HTMLAnchorElement>('#maincontent a[href]:not([target])')

/** A link to a page that is not kept on this phone says that it needs a network, before somebody goes there. */
async function markLinks(): Promise<void> {
  if (!('caches' in window)) return
  for (const link of linksHere()) {
    const { origin, pathname, search } = new URL(link.href)
    const elsewhere = origin === location.origin && pathname !== location.pathname
    const isThere = !elsewhere || (await isKept(pathname + search))
    link.toggleAttribute('data-needs-network', !isThere && lost)
  }
}

function hide(): void {
  isBack()
  line.hidden = true
}

/** What was said of the network does not outlast it, neither where it is seen nor where it is only heard. */
function isBack(): void {
  if (!lost) return
  lost = false
  unsay(told)
  for (const then of backAgain) then()
  for (const link of linksHere()) link.removeAttribute('data-needs-network')
}

/** Whether nothing answers, as far as this page knows. */
export const isOffline = (): boolean => !navigator.onLine || lost

/** Somebody has answered. A page that was kept is as old as it was, and says so. */
export function isHeard(): void {
  if (!lost) return
  if (!isCopy || follows) return hide()
  isBack()
  const again = make('a', { href: here() }, 'Load it again')
  const words = `The network is back. This page is as it was at ${clockTime(byServer(knownAt))}. `
  line.replaceChildren(make('p', {}, words, again))
}

/** Nothing of this page can be had anew; `false` when it can again. */
export function isLost(lost: boolean): void {
  if (lost) return show()
  knownAt = Date.now()
  hide()
  pageIsFresh()
}

/** Has the worker answer for the server when there is no network, and says on the page when that is so. */
export function bearOffline(): void {
  // The Screen is read by a room, not by whoever could do something about it.
  if (!document.body.matches('.app-screen')) document.querySelector('#maincontent')?.prepend(line)
  if (isCopy || !navigator.onLine) show()
  addEventListener('offline', show)
  addEventListener('online', () => {
    if (!follows) isHeard()
  })
  void navigator.serviceWorker?.register('/service-worker.js').catch(() => {})
}
