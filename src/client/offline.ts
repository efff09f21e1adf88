import { senderAddress } from '../platform/contract.ts'
import { say, unsay } from './announce.ts'
import { isKept, pageIsFresh } from './page-copies.ts'
import { byServer } from './countdown.ts'
import { clockTime, make } from './elements.ts'
import { trouble } from './network.ts'
import { here } from './queued-form.ts'

const line = make('div', { class: 'app-offline', hidden: '' })
/** The time when this page was last known to be as the server has it. */
let knownAt = Number(document.body.dataset['lastKnown'] ?? Date.now())
/** A page that changes by itself becomes fresh again without being loaded. */
const follows = document.body.dataset['live'] !== undefined
const isCopy = document.body.dataset['lastKnown'] !== undefined
const backAgain = new Set<(words: string) => void>()

/** Adds a step to be done when somebody answers again; with the words for that. */
export const onBack = (then: (words: string) => void): void => void backAgain.add(then)

/** Presses here are not kept for later, as forms on a phone are. */
const whatBecomes = (): string => {
  if (document.querySelector('[data-presses]'))
    return navigator.onLine
      ? ' What you press may not be done until it does.'
      : ' Nothing that you press is sent until there is a network.'
  return document.querySelector('form[data-queue]')
    ? ' What you send is saved on this phone, and sent later.'
    : ''
}

let lost = false
let begun = ''
let told = ''

const lastKnown = () => ` This is what was last known at ${clockTime(byServer(knownAt))}.`

const put = (words: string, link: string): void =>
  line.replaceChildren(make('p', {}, `${words} `, make('a', { href: here() }, link)))

function show(): void {
  const begins = `${trouble()}.`
  if (lost && begun === begins) return
  lost = true
  begun = begins
  unsay(told)
  told = begins + lastKnown() + whatBecomes()
  put(told, 'Try again')
  line.hidden = false
  say(told)
  void markLinks().catch(() => {})
  if (!follows) askSoon()
}

const askMs = 10_000
let timer = 0

/** Asks at times until somebody answers, where no stream tells. */
function askSoon(): void {
  clearTimeout(timer)
  timer = window.setTimeout(() => void ask(), askMs * (0.8 + 0.4 * Math.random()))
}

async function ask(): Promise<void> {
  if (!lost) return
  const signal = AbortSignal.timeout(askMs)
  const heard =
    navigator.onLine &&
    (await fetch(senderAddress, { signal }).then(
      ({ status }) => status < 500,
      () => false,
    ))
  if (heard) isHeard()
  else askSoon()
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

/** Takes back the words about the network once it answers, both seen and heard. */
function isBack(): string {
  const words = begun.startsWith('The server') ? 'The server answers again.' : 'The network is back.'
  if (!lost) return words
  lost = false
  unsay(told)
  for (const then of backAgain) then(words)
  for (const link of linksHere()) link.removeAttribute('data-needs-network')
  return words
}

/** True while nothing answers, as far as this page knows. */
export const isOffline = (): boolean => !navigator.onLine || lost

/** Somebody has answered. A page that was kept is as old as it was, and says so. */
export function isHeard(): void {
  if (!lost) return
  if (!isCopy || follows) return hide()
  put(`${isBack()} This page is as it was at ${clockTime(byServer(knownAt))}.`, 'Load it again')
}

/** Notes a request without an answer. Where there is a stream, that tells whether anybody is there. */
export function isSilent(): void {
  if (!follows) show()
}

/** There is a network. Whether anybody answers is not known yet. */
function isOnline(): void {
  if (!follows) return isHeard()
  if (!lost) return
  unsay(told)
  begun = 'The network is back.'
  put(begun + lastKnown(), 'Try again')
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
  // On the Screen it stands at the edge: a room reads it, and can do nothing about it.
  if (document.body.matches('.app-screen')) document.body.append(line)
  else document.querySelector('#maincontent')?.prepend(line)
  if (isCopy || !navigator.onLine) show()
  addEventListener('offline', show)
  addEventListener('online', isOnline)
  void navigator.serviceWorker?.register('/service-worker.js').catch(() => {})
}
