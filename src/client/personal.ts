import { partIs } from './page-copies.ts'
import { formsOver, show } from './morph.ts'

const slowestMs = 120_000
const waitingMs = 15_000
/** The Desk's forecast changes with time alone. */
const minuteMs = 60_000
const soonMs = 1_200

let timer = 0
let due = 0
let failed = (_needed: boolean): void => {}
let mayFetch = (): boolean => true
let tooLate = (_chosen: string[]): void => {}
/** True while everybody's tasks stand where this visitor's own part is still to come. */
let interim = false

const ownParts = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-personal-part]')]

async function fetchInto(element: HTMLElement): Promise<void> {
  try {
    const response = await fetch(element.dataset['personalPart']!, { redirect: 'error' })
    if (!response.ok) return failed(true)
    const markup = await response.text()
    show(element, markup)
    interim = false
    partIs('[data-personal-part]', markup)
  } catch {
    failed(true)
  }
}

/** Fetches this visitor's own parts within a time; everyone is told at the same moment, not everyone may ask then. */
export function fetchPersonal(withinMs = soonMs): void {
  if (!mayFetch()) return
  const at = Date.now() + Math.random() * withinMs
  // An earlier request goes before one that was to come later.
  if (timer && due <= at) return
  clearTimeout(timer)
  due = at
  timer = window.setTimeout(() => {
    timer = 0
    for (const element of ownParts()) void fetchInto(element)
  }, at - Date.now())
}

/** Something has changed: pages whose stream does not say for whom fetch their own part anew. */
export function changed(): void {
  if (ownParts().some((element) => !('byStamps' in element.dataset))) fetchPersonal()
}

const stampsOf = (element: HTMLElement) =>
  new Map((element.dataset['stamps'] ?? '').split(' ').map((pair) => pair.split(':') as [string, string]))

/** Hears the stamps of everybody's own parts: this visitor's is fetched when its own have changed. */
export function stampsAre(markup: string): void {
  const todo = document.querySelector<HTMLElement>('[data-todo]')
  const told = new DOMParser()
    .parseFromString(markup, 'text/html')
    .querySelector<HTMLElement>('[data-stamps]')
  if (!todo || !told) return
  const chosen = formsOver((told.dataset['over'] ?? '').split(' '))
  if (chosen.length > 0) tooLate(chosen)
  const now = stampsOf(told)
  const others = [...stampsOf(todo)].filter(([whose, stamp]) => now.get(whose) !== stamp)
  if (others.length === 0 && !interim) return
  const all = interim || others.some(([whose]) => whose === 'all')
  if (all && told.dataset['own'] !== todo.dataset['team']) {
    interim = true
    show(todo, told.innerHTML)
    partIs('[data-todo]', told.innerHTML)
  }
  fetchPersonal(all ? Number(told.dataset['spread']) : soonMs)
}

interface Following {
  failed: typeof failed
  mayFetch: typeof mayFetch
  /** Something was chosen and not sent, and now it cannot be sent any more. */
  tooLate: typeof tooLate
}

/** Fetches parts without a stream when somebody looks again, and now and then. */
export function followPersonal(how: Following): void {
  failed = how.failed
  mayFetch = how.mayFetch
  tooLate = how.tooLate
  if (ownParts().length === 0) return
  const again = () => document.hidden || fetchPersonal(300)
  document.addEventListener('visibilitychange', again)
  addEventListener('pageshow', ({ persisted }) => persisted && again())
  const wait = () => {
    if (document.querySelector('[data-waits=true]')) return waitingMs
    return document.querySelector('[data-personal-part][data-by-minute]') ? minuteMs : slowestMs
  }
  const later = () =>
    setTimeout(
      () => {
        again()
        later()
      },
      wait() * (0.8 + 0.4 * Math.random()),
    )
  later()
}
