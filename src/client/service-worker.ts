import { contentPolicyHeader } from '../platform/face/content-policy.ts'
import { escape } from '../platform/face/html.ts'
import { sendWaiting, whoIsHere } from './sending.ts'
import { entries } from './stored.ts'

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
/** So long a page that is not here waits before it asks for itself again. */
const againAfterSeconds = 15
const longestKeptMs = 24 * 3_600_000

const asPage = (text: string, status = 200) =>
  new Response(text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentPolicyHeader,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    },
  })

/** The page as it was last known, which says so. */
async function copyOf(request: Request): Promise<Response | undefined> {
  const cache = await caches.open('copies')
  const { pathname, search } = new URL(request.url)
  const found = await cache.match(pathname + search)
  const at = Number(found?.headers.get('x-kept-at'))
  if (!found || pathname === '/sender') return undefined
  if (Date.now() - at > longestKeptMs) {
    await cache.delete(pathname + search)
    return undefined
  }
  return asPage((await found.text()).replace('<body', `<body data-last-known="${at}"`))
}

/** Said only where something waits; whose it is and what is nobody else's business. */
const waits = async (): Promise<string> =>
  (await entries().catch(() => [])).some(({ state }) => state === 'waiting')
    ? '<p>What waits on this phone is safe. It is sent by itself as soon as there is a network.</p>'
    : ''

/** Loads itself again without a script, until there is a network. */
async function offlinePage(request: Request): Promise<Response> {
  const kept = (await (await caches.open('copies')).keys()).map(({ url }) => new URL(url).pathname)
  const now = kept.find((path) => path.endsWith('/now'))
  const style = (await (await caches.open('shell')).keys())
    .map(({ url }) => url)
    .find((url) => url.includes('.css'))
  const { pathname, search } = new URL(request.url)
  return asPage(
    `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>You are offline</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="${againAfterSeconds}">
${style ? `<link rel="stylesheet" href="${style}">` : ''}</head>
<body><div class="nhsuk-width-container"><main class="nhsuk-main-wrapper"><h1 class="nhsuk-heading-l">You are offline</h1>
<p>This page is not kept on this phone. It opens by itself when there is a network.</p>
${await waits()}<p><a href="${escape(pathname + search)}">Try again</a></p>
${now ? `<p><a href="${escape(now)}">Go to Now</a></p>` : ''}</main></div></body></html>`,
    503,
  )
}

async function page(event: Fetching): Promise<Response> {
  const copy = await copyOf(event.request)
  const network = event.preloadResponse.then((loaded) => loaded ?? fetch(event.request))
  if (!copy) return network.catch(() => offlinePage(event.request))
  const slow = new Promise<Response>((resolve) => setTimeout(() => resolve(copy), patienceMs))
  const loaded = network.then((answer) => ([502, 503, 504].includes(answer.status) ? copy : answer))
  return Promise.race([loaded, slow]).catch(() => copy)
}

/** Whether the copies are of whoever is here now; when nobody can tell, they are not. */
async function areTheirs(): Promise<boolean> {
  const whose = await caches.match('/sender', { cacheName: 'copies' }).then((found) => found?.text())
  if (whose === undefined) return false
  return whoIsHere().then(
    ({ sender }) => sender === whose,
    () => false,
  )
}

/** After a form has been sent in the old way somebody else may be here: then what was kept goes before they see a page. */
async function sent(request: Request): Promise<Response> {
  const answer = await fetch(request)
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
