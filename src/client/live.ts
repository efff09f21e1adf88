import { say } from './announce.ts'
import { partIs } from './page-copies.ts'
import { setClock, tick } from './countdown.ts'
import { afterMorph, isWaiting, show, showWaiting } from './morph.ts'
import { isLost } from './offline.ts'
import { changed, fetchPersonal, followPersonal, stampsAre } from './personal.ts'
import { sendAgain } from './resending.ts'
import { Stream } from './stream.ts'

const waitingParts = new Map<string, string>()
let paused = false
let wasLost = false

const partNamed = (name: string) => document.querySelector(`[data-part="${CSS.escape(name)}"]`)

/** Some parts come with their own outermost element, which the page has already. */
function withoutItself(name: string, markup: string): string {
  if (!markup.trimStart().startsWith('<div data-part=')) return markup
  const root = new DOMParser().parseFromString(markup, 'text/html').body.firstElementChild
  return root?.getAttribute('data-part') === name ? root.innerHTML : markup
}

function showPart(name: string, sent: string): void {
  if (name === 'todo') return stampsAre(sent)
  const markup = withoutItself(name, sent)
  const element = partNamed(name)
  if (paused) waitingParts.set(name, markup)
  else if (element) show(element, markup)
  partIs(`[data-part="${name}"]`, markup)
}

/** The link with which a reader asks for the page anew, for when nothing else works. */
function refresh(needed: boolean): void {
  for (const link of document.querySelectorAll<HTMLElement>('[data-refresh]')) link.hidden = !needed
}

/** The server is heard, so what waits to be sent may arrive, although an earlier try did not; not from all at once. */
function heardClock(now: number): void {
  setClock(now)
  setTimeout(sendAgain, Math.random() * spreadMs)
}
const spreadMs = 5_000

function lost(isSo: boolean): void {
  refresh(isSo)
  isLost(isSo)
  // The stream came back: what waits to be sent has a way, too.
  if (!isSo && wasLost) sendAgain()
  wasLost = isSo
}

function pause(button: HTMLElement): void {
  paused = !paused
  button.setAttribute('aria-pressed', String(paused))
  button.textContent = paused ? 'Paused: go on' : 'Pause'
  document.documentElement.toggleAttribute('data-paused', paused)
  tick()
  if (paused) return
  for (const [name, markup] of waitingParts) showPart(name, markup)
  waitingParts.clear()
  fetchPersonal()
}

/** Says that the programme went on while an answer is being typed, and leaves it to the reader to follow. */
function offerToMoveOn(): void {
  const shown = document.querySelector('[data-moved-on]')
  if (!isWaiting()) {
    shown?.remove()
    return
  }
  if (shown) return
  const words =
    'The programme has moved on. What you chose or typed is still here, and you can still send it.'
  const note = noteBefore(document.querySelector('[data-waiting]')!, words, 'Leave it and move on', () =>
    showWaiting(true),
  )
  note.dataset['movedOn'] = ''
}

/** A note in its own words with one button, for eyes and ears. */
function noteBefore(
  element: Element,
  words: string,
  press: string,
  pressed: (note: HTMLElement) => void,
): HTMLElement {
  const note = document.createElement('div')
  note.className = 'app-moved-on'
  const text = document.createElement('p')
  text.textContent = words
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'
  button.textContent = press
  button.addEventListener('click', () => pressed(note))
  note.append(text, button)
  element.before(note)
  say(words)
  return note
}

/** Shows the choice that was not sent before voting closed. It stays until it is read. */
function sayTooLate(chosen: string[]): void {
  const words = `Voting closed before you sent your choice (${chosen.join('; ')}). It is not counted.`
  noteBefore(partOfOne(), words, 'Close this message', (note) => note.remove())
}

const partOfOne = (): Element =>
  document.querySelector('[data-personal-part]') ?? document.querySelector('h1')!

/** While a form is held here nothing leads to the same one elsewhere. */
function offerOnce(): void {
  const actions = new Set([...document.forms].map((form) => form.getAttribute('action')))
  for (const offer of document.querySelectorAll<HTMLElement>('[data-offers]'))
    offer.hidden = actions.has(offer.dataset['offers']!)
}

/** Keeps the page as it is on the server, where it has a stream. */
export function keepFresh(): void {
  const address = document.body.dataset['live']
  if (!address) return
  refresh(false)
  for (const button of document.querySelectorAll<HTMLElement>('[data-pause]')) {
    button.hidden = false
    button.addEventListener('click', () => pause(button))
  }
  afterMorph(offerToMoveOn)
  afterMorph(offerOnce)
  followPersonal({ failed: refresh, mayFetch: () => !paused, tooLate: sayTooLate })
  const hearing = { part: showPart, changed, clock: heardClock, lost, gone: () => location.reload() }
  new Stream(address, hearing).start()
}
