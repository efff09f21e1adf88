import { senderAddress } from '../platform/contract.ts'
import { contentPolicyHeader } from '../platform/face/content-policy.ts'
import { escape } from '../platform/face/html.ts'
import { trouble, whenBack } from './network.ts'
import { entries } from './queue-store.ts'

/** So long a page that is not here waits before it asks for itself again. */
const againAfterSeconds = 15

export const asPage = (text: string, status = 200) =>
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

/** Said only where something waits; its writer and content are nobody else's business. It goes with its writer. */
async function waits(): Promise<string> {
  const waiting = (await entries().catch(() => [])).filter(({ state }) => state === 'waiting')
  if (waiting.length === 0) return ''
  const whose = await caches.match(senderAddress, { cacheName: 'copies' }).then((found) => found?.text())
  const when = waiting.some(({ sender }) => sender === whose)
    ? `by itself ${whenBack()}`
    : 'when whoever wrote it has come in again'
  return `<p>What waits on this phone is safe. It is sent ${when}.</p>`
}

async function bare(title: string, body: string, head = ''): Promise<Response> {
  const style = (await (await caches.open('shell')).keys())
    .map(({ url }) => url)
    .find((url) => url.includes('.css'))
  return asPage(
    `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}
${style ? `<link rel="stylesheet" href="${style}">` : ''}</head>
<body><div class="nhsuk-width-container"><main class="nhsuk-main-wrapper"><h1 class="nhsuk-heading-l">${title}</h1>
${body}</main></div></body></html>`,
    503,
  )
}

/** Loads itself again without a script, until somebody answers. */
export async function offlinePage(request: Request): Promise<Response> {
  const kept = (await (await caches.open('copies')).keys()).map(({ url }) => new URL(url).pathname)
  const now = kept.find((path) => path.endsWith('/now'))
  const { pathname, search } = new URL(request.url)
  return bare(
    trouble(),
    `<p>This page is not kept on this phone. It opens by itself ${whenBack()}.</p>
${await waits()}<p><a href="${escape(pathname + search)}">Try again</a></p>
${now ? `<p><a href="${escape(now)}">Go to Now</a></p>` : ''}`,
    `<meta http-equiv="refresh" content="${againAfterSeconds}">`,
  )
}

/** The page of a form that did not arrive: it keeps the answers, to be sent again; its key has it done once. */
export async function notSentPage(request: Request): Promise<Response> {
  const typed = [...(await request.formData().catch(() => new FormData()))].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  const fields = typed.map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  )
  const { pathname, search } = new URL(request.url)
  const again = `<form method="post" action="${escape(pathname + search)}">${fields.join('')}
<button class="nhsuk-button">Send it again</button></form>`
  const [title, why] = navigator.onLine
    ? [trouble(), 'No answer came, so it may not have been done.']
    : ['Not sent', 'You are offline, so nothing was done.']
  return bare(
    title!,
    `<p>${why} What you entered is kept on this page. Send it again ${whenBack()}: it is done only once.</p>
${typed.length > 0 ? again : ''}<p>Or go back in your browser.</p>`,
  )
}
