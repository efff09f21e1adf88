import { senderAddress } from '../platform/contract.ts'
import { here, sender } from './queued-form.ts'

/**
 * Pages are answered `no-store`: a browser's own cache asks nobody whose page it shows. What is kept here for when
 * there is no network is kept by our own rules instead: only pages that the server has marked (Now, the programme and the
 * forms to which Now leads, nothing of an organiser's), only of whoever is here, for a day at most; it goes when somebody else comes
 * in or whoever was here leaves, and when the service has become another version.
 */
const copies = 'copies'
const shell = 'shell'

/** The page as it came, before any script has touched it. */
const raw = document.documentElement.outerHTML.replace(/ data-last-known="\d*"/, '')
const parts = new Map<string, string>()

let isOld = document.body.dataset['lastKnown'] !== undefined
let timer = 0

/** A part of the page has become another. */
export function partIs(selector: string, markup: string): void {
  // The last part to come is put in last: one part may stand in another.
  parts.delete(selector)
  parts.set(selector, markup)
  keepSoon()
}

/** A page that was shown from its copy has caught up with the server. */
export function pageIsFresh(): void {
  if (!isOld) return
  isOld = false
  keepSoon()
}

function keepSoon(): void {
  clearTimeout(timer)
  timer = window.setTimeout(() => void keepThis().catch(() => {}), 1000)
}

function asItIs(): string {
  const page = new DOMParser().parseFromString(raw, 'text/html')
  for (const [selector, markup] of parts) {
    const part = page.querySelector(selector)
    if (part) part.innerHTML = markup
  }
  return `<!DOCTYPE html>${page.documentElement.outerHTML}`
}

const whoseCopies = (cache: Cache) => cache.match(senderAddress).then((found) => found?.text())

/** A page that is left when somebody signs out is not kept once more after the copies have gone. */
async function keep(address: string, page: string): Promise<void> {
  const cache = await caches.open(copies)
  if ((await whoseCopies(cache)) !== sender()) return
  await cache.put(address, new Response(page, { headers: { 'x-kept-at': String(Date.now()) } }))
}

/** True if a page can be shown without a network. */
export const isKept = async (address: string): Promise<boolean> =>
  'caches' in window && (await (await caches.open(copies)).match(address)) !== undefined

async function keepThis(): Promise<void> {
  if (isOld || document.body.dataset['kept'] === undefined) return
  await keep(here(), asItIs())
}

/** Clears copies that were kept for somebody else. */
async function isOurs(): Promise<void> {
  const cache = await caches.open(copies)
  if ((await whoseCopies(cache)) === sender()) return
  await caches.delete(copies)
  await (await caches.open(copies)).put(senderAddress, new Response(sender()))
}

/** The style sheet, the script and the icon of this version; copies of another version's pages go with that. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(shell)
  const files = [...document.querySelectorAll<HTMLElement>('link[rel=stylesheet],link[rel=icon],script[src]')]
  const needed = files.map(
    (file) => new URL(file.getAttribute('href') ?? file.getAttribute('src')!, location.href).href,
  )
  const there = (await cache.keys()).map(({ url }) => url)
  // Pages differ in what they load: only another version of the same file is old.
  const nameOf = (address: string) => new URL(address).pathname
  const names = new Set(needed.map(nameOf))
  const old = there.filter((address) => names.has(nameOf(address)) && !needed.includes(address))
  if (old.length > 0) {
    await caches.delete(copies)
    await isOurs()
  }
  for (const address of old) await cache.delete(address)
  await cache.addAll(needed.filter((address) => !there.includes(address)))
}

/** Not all phones at once, and not while this one loads its page. */
const aheadMs = { least: 5_000, most: 25_000 }

/** Pages that are not to be kept are not asked for again. */
const notToKeep = new Set<string>()

/** Pages for later are fetched at one of so many chances, so that a room does not fetch them all at once. */
const chancesForLater = 8

const isDue = ({ href, dataset }: HTMLAnchorElement): boolean =>
  !notToKeep.has(href) && (dataset['ahead'] !== 'later' || Math.random() * chancesForLater < 1)

/** The forms to which this page leads, so that they can be filled in without a network. */
async function fetchAhead(): Promise<void> {
  const cache = await caches.open(copies)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-ahead]')) {
    const { href, pathname, search } = link
    if (isOld || !isDue(link) || (await cache.match(pathname + search))) continue
    const response = await fetch(href, { headers: { accept: 'text/html' }, redirect: 'error' })
    const page = await response.text()
    const body = new DOMParser().parseFromString(page, 'text/html').body
    if (response.ok && body.dataset['kept'] !== undefined && body.dataset['sender'] === sender())
      await keep(pathname + search, page)
    else notToKeep.add(href)
  }
}

/** Keeps this page, its files and the pages it leads to, for when there is no network. */
export async function keepCopies(): Promise<void> {
  if (!('caches' in window)) return
  if (!isOld) {
    await isOurs()
    await keepShell()
    await keepThis()
  }
  document.addEventListener('visibilitychange', () => document.hidden && void keepThis().catch(() => {}))
  const ahead = () => void fetchAhead().catch(() => {})
  if (document.querySelector('[data-personal-part]'))
    setInterval(ahead, aheadMs.least + Math.random() * (aheadMs.most - aheadMs.least))
}
