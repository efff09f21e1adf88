import { keyField, senderAddress, senderHeader } from '../platform/contract.ts'
import { behave } from './behaviours.ts'
import { draftIsSent } from './drafts.ts'
import { make } from './elements.ts'
import { show } from './morph.ts'
import { whenBack } from './network.ts'
import { isHeard, isLost, isOffline, onBack } from './offline.ts'
import { fetchPersonal } from './personal.ts'
import { isForItsPage, type NotDone } from './refusals.ts'
import { fieldsOf, here, isQueued, isSpent, sender } from './queued-form.ts'

/** So long an answer may take before the page says that it waits, and before it waits no longer. */
const slowMs = 2_000
const patienceMs = 10_000

/** By its name: something else that waits beside it may well be sent by itself. */
const nameOf = (submitter: HTMLElement | null) => {
  const name = submitter?.textContent?.replace(/\s+/g, ' ').trim()
  return name ? `“${name}” was not sent` : 'Not sent'
}
const notSent = (submitter: HTMLElement | null) =>
  navigator.onLine
    ? `${nameOf(submitter)}: the server does not answer. Press again in a moment.`
    : `${nameOf(submitter)}: no network. Press again when it is back.`
const unanswered = () =>
  `No answer came, so it may not have been done. Press again ${whenBack()}: it is done only once.`

const banner = '#maincontent .nhsuk-notification-banner'

const note = make('p', { id: 'not-sent', class: 'app-not-sent', role: 'alert', 'data-stays': '' })

/** Says the result of a press next to its button. It stays until the next press. */
function sayBeside(form: HTMLFormElement, words: string): void {
  note.textContent = words
  ;(form.closest('.app-row') ?? form).after(note)
}

/** The words about the last press, and the part of them that stays so when somebody answers again. */
let missed = { words: '', stays: '' }

function sayMissed(form: HTMLFormElement, words: string, stays: string): void {
  missed = { words, stays }
  sayBeside(form, words)
}

const sayNotSent = (form: HTMLFormElement, submitter: HTMLElement | null): void =>
  sayMissed(form, notSent(submitter), nameOf(submitter))

const sayUnanswered = (form: HTMLFormElement): void =>
  sayMissed(form, unanswered(), 'No answer came to what you pressed')

/** A field that stands here can be gone to. */
const toField = ([name, words]: [string, string]): HTMLElement =>
  make('li', {}, document.getElementById(name) ? make('a', { href: `#${name}` }, words) : words)

/** At the top of the page, which then shows how things stand now. */
function sayRefused(desk: Element, said: NotDone): void {
  const wrong = Object.entries((said.kind && said.fields) ?? {}).map(toField)
  const inside =
    wrong.length > 0
      ? make('ul', { class: 'nhsuk-list nhsuk-error-summary__list' }, ...wrong)
      : make('p', {}, said.kind ? said.refused : (said.error ?? 'Nothing was changed.'))
  const title = make('h2', { class: 'nhsuk-error-summary__title' }, 'That could not be done')
  const box = make('div', { class: 'nhsuk-error-summary', role: 'alert', tabindex: '-1' }, title, inside)
  document.querySelector(banner)?.remove()
  desk.parentElement!.prepend(box)
  box.focus()
  fetchPersonal(0)
}

/** As if there were no script. */
function submitItself(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.dataset['itself'] = ''
  form.requestSubmit(submitter)
}

const send = (form: HTMLFormElement, submitter: HTMLElement | null): Promise<Response> =>
  fetch(form.getAttribute('action')!, {
    method: 'POST',
    headers: { accept: 'application/json', [senderHeader]: sender() },
    body: new URLSearchParams([...new FormData(form, submitter)] as [string, string][]),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  })

/** Shows the same page as it is now: half-typed text in its other forms stays. */
async function renew(desk: Element, form: HTMLFormElement, to: string): Promise<void> {
  const signal = AbortSignal.timeout(patienceMs)
  const answer = await fetch(to, { headers: { accept: 'text/html' }, redirect: 'error', signal })
  if (!answer.ok) throw new Error(String(answer.status))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.querySelector('[data-presses]')
  if (!fresh) throw new Error('This is another page')
  // A sent form is not held back for being typed any more.
  isSpent(fieldsOf(form, keyField)[0]?.value)
  form.reset()
  ;(document.activeElement as HTMLElement | null)?.blur()
  show(desk, fresh.innerHTML)
  document.querySelector(banner)?.remove()
  const done = page.querySelector(banner)
  if (done) desk.parentElement!.prepend(done)
  // It takes the focus, and is read out.
  behave()
}

/** Goes to the page with the result; without leaving this one where that is here. */
async function goOn(form: HTMLFormElement, to: string): Promise<void> {
  const desk = form.closest('[data-presses]')!
  const { pathname, search } = new URL(to, location.href)
  if (pathname + search !== here() || !desk.matches('[data-personal-part]')) return location.assign(to)
  await renew(desk, form, to).catch(() => location.assign(to))
}

async function settle(form: HTMLFormElement, submitter: HTMLElement | null, response: Response) {
  if ([502, 503, 504].includes(response.status)) {
    isLost(true)
    // Only the server itself says that nothing was stored.
    return response.status === 503 ? sayNotSent(form, submitter) : sayUnanswered(form)
  }
  note.remove()
  isHeard()
  const answer: unknown = await response.json()
  if (response.ok) {
    draftIsSent(form)
    return goOn(form, (answer as { to: string }).to)
  }
  const said = answer as NotDone
  // People signed out, or asked something, are answered by a page of its own that keeps their typing.
  if ([401, 403].includes(response.status) || isForItsPage(said)) return submitItself(form, submitter)
  return sayRefused(form.closest('[data-presses]')!, said)
}

/** A press counts now or not at all: later it might be wrong. Its page is not left unless it was done. */
async function press(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  for (const said of document.querySelectorAll('#maincontent .nhsuk-error-summary')) said.remove()
  const waiting = setTimeout(() => sayBeside(form, 'Being sent. No answer yet.'), slowMs)
  try {
    const response = await send(form, submitter)
    clearTimeout(waiting)
    await settle(form, submitter, response)
  } catch (error) {
    clearTimeout(waiting)
    isLost(true)
    // A request without an answer may have reached the server.
    if (navigator.onLine || error instanceof DOMException) return sayUnanswered(form)
    sayNotSent(form, submitter)
  }
}

/** Other forms leave their page as they always did, but not for a place where nobody answers. */
async function sendIfHeard(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  try {
    await fetch(senderAddress, { signal: AbortSignal.timeout(patienceMs) })
  } catch {
    return sayNotSent(form, submitter)
  }
  note.remove()
  isHeard()
  submitItself(form, submitter)
}

const busy = new WeakSet<HTMLFormElement>()

function take(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement
  if (event.defaultPrevented || form.method !== 'post' || isQueued(form) || 'itself' in form.dataset) return
  const isPress = form.closest('[data-presses]') !== null
  if (!isPress && (!isOffline() || form.enctype !== 'application/x-www-form-urlencoded')) return
  event.preventDefault()
  if (busy.has(form)) return
  busy.add(form)
  const submitter = event.submitter
  void (isPress ? press : sendIfHeard)(form, submitter).finally(() => busy.delete(form))
}

/** A page that is not kept here cannot be asked for anew without a network, so it is not left for that. */
function stayHere(event: MouseEvent): void {
  const link = (event.target as Element).closest('a')
  if (!link || link.pathname + link.search !== here() || link.hash || event.defaultPrevented) return
  event.preventDefault()
  fetch(senderAddress, { signal: AbortSignal.timeout(patienceMs) }).then(
    () => location.reload(),
    () => isLost(true),
  )
}

/** Sends hosts' presses, and says on the page when one did not arrive. */
export function pressAndSay(): void {
  document.addEventListener('submit', take)
  onBack((words) => {
    if (note.textContent === missed.words)
      note.textContent = `${words} ${missed.stays}: press again if it is still wanted.`
  })
  if (document.querySelector('[data-presses]')) document.addEventListener('click', stayHere)
}
