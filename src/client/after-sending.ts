import { say } from './announce.ts'
import { show } from './morph.ts'
import { here, isSpent } from './queued-form.ts'

const patienceMs = 15_000

/** True if the result is shown on this very page. */
export const isThisPage = (to: string): boolean => {
  const { pathname, search } = new URL(to, location.href)
  return pathname + search === here()
}

/** The parts of this page as they are now. What is asked for takes the message "done" along, which is said here. */
async function renewParts(to: string): Promise<void> {
  const signal = AbortSignal.timeout(patienceMs)
  const answer = await fetch(to, { headers: { accept: 'text/html' }, redirect: 'error', signal })
  if (!answer.ok) throw new Error(String(answer.status))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const fresh = page.querySelector(`[data-part="${part.dataset['part']!}"]`)
    if (fresh) show(part, fresh.innerHTML)
  }
}

/** A form that is used for one after another, as that for notes is. */
export const isForMore = (form: HTMLFormElement): boolean => 'queueMore' in form.dataset

/** Empties the form for the next, since this one is safe on the device; the writer stays in its field. */
export function clearForNext(form: HTMLFormElement, key: string): void {
  form.reset()
  isSpent(key)
  form.querySelector<HTMLElement>('textarea,input:not([type=hidden])')?.focus({ preventScroll: true })
}

/** After one of several has arrived. What is being typed meanwhile stays as it is. */
export async function showReceived(form: HTMLFormElement, to: string): Promise<void> {
  say(`${form.dataset['queue']!}: received`)
  await renewParts(to)
}

/** In a form for one after another, Enter sends; with Shift it begins a new line. */
export function enterSends(): void {
  document.addEventListener('keydown', (event) => {
    const field = event.target as HTMLElement
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !field.matches('textarea')) return
    const form = field.closest<HTMLFormElement>('form[data-queue-more]')
    if (!form) return
    event.preventDefault()
    if (!event.repeat) form.requestSubmit()
  })
}
