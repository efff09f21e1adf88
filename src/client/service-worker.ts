import { senderAddress } from '../platform/contract.ts'
import { asPage, notSentPage, offlinePage } from './offline-pages.ts'
import { sendWaiting, whoIsHere } from './queue-sender.ts'

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Extendable {
  request: Request
  preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: { navigationPreload?: { enable(): Promise<void> } }
  addEventListener(type: 'install' | 'activate' | 'sync', listener: (event: Extendable) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
}
const worker = globalThis as unknown as Worker

/** So long the network may take before the copy that is here is shown instead. */
const patienceMs = 4_000
const longestKeptMs = 24 * 3_600_000

/** The page as it was last known, which says so. */
async function copyOf(request: Request): Promise<Response | undefined> {
  const cache = await caches.open('copies')
  const { pathname, search } = new URL(request.url)
  const found = await cache.match(pathname + search)
  const at = Number(found?.headers.get('x-kept-at'))
  if (!found || pathname === senderAddress) return undefined
  if (Date.now() - at > longestKeptMs) {
    await cache.delete(pathname + search)
    return undefined
  }
  return asPage((await found.text()).replace('<body', `<body data-last-known="${at}"`))
}

async function page(event: Fetching): Promise<Response> {
  const copy = await copyOf(event.request)
  const network = event.preloadResponse.then((loaded) => loaded ?? fetch(event.request))
  if (!copy) {
    const nobody = () => offlinePage(event.request)
    return network.then((answer) => ([502, 504].includes(answer.status) ? nobody() : answer)).catch(nobody)
  }
  const slow = new Promise<Response>((resolve) => setTimeout(() => resolve(copy), patienceMs))
  const loaded = network.then((answer) => ([502, 503, 504].includes(answer.status) ? copy : answer))
  return Promise.race([loaded, slow]).catch(() => copy)
}

/** True if the copies are of the person who is signed in now; when nobody can tell, they are not. */
async function areTheirs(): Promise<boolean> {
  const whose = await caches.match(senderAddress, { cacheName: 'copies' }).then((found) => found?.text())
  if (whose === undefined) return false
  return whoIsHere().then(
    ({ sender }) => sender === whose,
    () => false,
  )
}

/** After a form without scripts somebody else may be here: the copies go before they see a page. */
async function sent(request: Request): Promise<Response> {
  const typed = request.clone()
  let answer: Response
  try {
    answer = await fetch(request)
  } catch {
    return notSentPage(typed)
  }
  if (!(await areTheirs())) await caches.delete('copies')
  return answer
}

const file = async (request: Request) =>
  (await caches.match(request, { cacheName: 'shell' })) ?? fetch(request)

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([worker.clients.claim(), worker.registration.navigationPreload?.enable()])),
)
worker.addEventListener('sync', (event) => event.waitUntil(sendWaiting()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (request.method === 'GET') event.respondWith(page(event))
    else event.respondWith(sent(request))
  } else if (request.method === 'GET' && pathname.startsWith('/assets/')) event.respondWith(file(request))
})
