import { senderHeader, tokenField } from '../platform/contract.ts'
import { afterMorph } from './morph.ts'
import { fetchPersonal } from './personal.ts'
import { fieldsOf, sender } from './queued-form.ts'
import { whoIsHere } from './queue-sender.ts'

const patienceMs = 10_000
/** Pauses before an unanswered form is tried again, and before the same is sent anew where it is still asked for. */
const againMs = 15_000

/** Addresses to which something is on its way, or was sent a moment ago. */
const sent = new Set<string>()

const valuesOf = (form: HTMLFormElement, token: string): URLSearchParams => {
  const values = new URLSearchParams([...new FormData(form)] as [string, string][])
  values.set(tokenField, token)
  return values
}

const post = (form: HTMLFormElement, token: string): Promise<Response> =>
  fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json', [senderHeader]: sender() },
    body: valuesOf(form, token),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  })

/** The token of a page that was kept, or has been open for long, is another by now. */
async function sendOnce(form: HTMLFormElement): Promise<Response> {
  const answer = await post(form, fieldsOf(form, tokenField)[0]?.value ?? '')
  if (answer.status !== 403) return answer
  const here = await whoIsHere()
  return here.sender === sender() ? post(form, here.token) : answer
}

async function send(form: HTMLFormElement): Promise<void> {
  const { action } = form
  if (sent.has(action)) return
  sent.add(action)
  setTimeout(() => sent.delete(action), againMs)
  const answer = await sendOnce(form).catch(() => undefined)
  // Without an answer it may be sent anew as soon as `online` is heard.
  if (!answer) sent.delete(action)
  if (!answer || answer.status === 429 || answer.status >= 500)
    return void setTimeout(sendAll, againMs * (1 + Math.random()))
  // A refused form is asked for anew by the server, or not at all.
  form.remove()
  if (answer.ok && form.dataset['autoSubmit'] === 'renews') fetchPersonal(0)
}

function sendAll(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-auto-submit]')) void send(form)
}

/** Sends the message of an open page: somebody is here. It is done once, however often it is sent. */
export function autoSubmit(): void {
  sendAll()
  afterMorph(sendAll)
  addEventListener('online', sendAll)
}
