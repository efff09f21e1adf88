import { clockTime } from './elements.ts'
import { afterMorph } from './morph.ts'

let ahead = 0
/** By how much the server's clock was ahead when it was last heard, for pages that come from this phone. */
const kept = 'clock ahead'

/** The server's clock, by which all screens count; phones' own are often wrong. */
export function setClock(now: number): void {
  if (!Number.isFinite(now) || now <= 0) return
  ahead = now - Date.now()
  try {
    localStorage.setItem(kept, String(ahead))
  } catch {
    // Nothing can be kept here.
  }
}

/** True if a time was ever kept. */
function setClockAsKept(): boolean {
  try {
    const told = localStorage.getItem(kept)
    ahead = Number(told ?? 0)
    return told !== null
  } catch {
    // The phone's own clock is all there is.
    return false
  }
}

/** The longest delay of a page: within it, the time heard before is the better one. */
const onTheWayMs = 30_000

/** A page says when it was made; a copy of it was made some time ago. */
function setClockByPage(): void {
  const isKnown = setClockAsKept()
  if (document.body.dataset['lastKnown']) return
  const now = Date.parse(document.querySelector<HTMLElement>('[data-now]')?.dataset['now'] ?? '')
  if (!isKnown || Math.abs(now - serverNow()) > onTheWayMs) setClock(now)
}

/** A time of the phone's clock by the server's, as far as that was ever told. */
export const byServer = (at: number): number => at + ahead

/** The time by the server's clock. */
export const serverNow = (): number => byServer(Date.now())

const two = (number: number) => String(number).padStart(2, '0')

export function left(until: string, now: number): string {
  const seconds = Math.round((Date.parse(until) - now) / 1000)
  const minutes = Math.floor(Math.abs(seconds) / 60)
  if (seconds >= 600) return `${Math.ceil(seconds / 60)} minutes left`
  if (seconds >= 0) return `${minutes}:${two(seconds % 60)} left`
  return minutes === 0 ? 'Time is up' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} over`
}

const isPaused = () => document.documentElement.hasAttribute('data-paused')
const paused = 'Paused at '

/** The figure of the time left stands large in its ring, which is as full as there is time. */
function inRing(element: HTMLElement, words: string, now: number): void {
  const [, figure = '', rest = words] = /^([\d:]+) (.*)/.exec(words) ?? []
  const { begunAt, endsAt } = element.dataset
  const [begun, ends] = [Date.parse(begunAt!), Date.parse(endsAt!)]
  const [large, small] = element.children
  if (large!.textContent !== figure) large!.textContent = figure
  if (small!.textContent !== rest) small!.textContent = rest
  const share = Math.min(1, Math.max(0, (ends - now) / (ends - begun))) * 100
  element.previousElementSibling!.lastElementChild!.setAttribute('stroke-dasharray', `${share} 100`)
}

/** Once a second, and when it is paused or goes on: then it stands still, and says so. */
export function tick(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-ends-at]')) {
    if (isPaused() && element.textContent?.trim().startsWith(paused)) continue
    const now = serverNow()
    const held = isPaused() ? `${paused}${clockTime(now)}: ` : ''
    const words = held + left(element.dataset['endsAt']!, now)
    if (element.dataset['begunAt']) inRing(element, words, now)
    else if (element.textContent !== words) element.textContent = words
  }
}

/** Counts down once a second. Without scripts the page says when the item ends. */
export function countDown(): void {
  setClockByPage()
  tick()
  afterMorph(tick)
  setInterval(tick, 1000)
}
