// What only the big screen does: it turns the pages of a wall, stays awake, and notices that its link has ended.

/** Long enough to read six pledges; longer for whoever wishes less movement. */
const calm = matchMedia('(prefers-reduced-motion: reduce)')
const turnMs = () => (calm.matches ? 30_000 : 15_000)
const page = new WeakMap<Element, number>()
/** How many of a wall a page has room for, where that is fewer than it might. */
const fits = new WeakMap<Element, number>()

const isPaused = () => document.documentElement.hasAttribute('data-paused')

/** Pages of about the same length: nine are five and four, not six and three. */
function pagesOf(wall: HTMLElement): HTMLElement[][] {
  const items = [...wall.children] as HTMLElement[]
  const most = Math.min(Number(wall.dataset['turns']), fits.get(wall) ?? Infinity)
  const each = Math.ceil(items.length / Math.ceil(items.length / most)) || 1
  return Array.from({ length: Math.ceil(items.length / each) }, (_, at) =>
    items.slice(at * each, (at + 1) * each),
  )
}

/** Shows the page of a wall that it has reached. What stands as it should is not touched. */
function layOne(wall: HTMLElement): void {
  const pages = pagesOf(wall)
  const at = (page.get(wall) ?? 0) % Math.max(1, pages.length)
  for (const [number, items] of pages.entries())
    for (const item of items) if (item.hidden !== (number !== at)) item.hidden = number !== at
  const words = pages.length > 1 ? `${at + 1} of ${pages.length}` : ''
  const turn = wall.parentElement?.querySelector('[data-turn]')
  if (turn && turn.textContent !== words) turn.textContent = words
}

/** A phone scrolls; a screen on a wall cannot. */
const isTooLong = () => innerWidth > 640 && document.documentElement.scrollHeight > innerHeight + 1

/** Takes the letters back a little at a time until all is seen, but no further than this. */
function tighten(least: number): void {
  const { style } = document.body
  style.removeProperty('--tight')
  for (let tight = 0.94; tight >= least && isTooLong(); tight -= 0.06)
    style.setProperty('--tight', tight.toFixed(2))
}

/**
 * Lays every wall. Where long words or large print need the room, the letters give way first, a little, so that all
 * rooms are seen at once; then fewer stand on a page; and at last the letters give way as far as it takes.
 */
function lay(): void {
  for (const wall of document.querySelectorAll<HTMLElement>('[data-turns]')) {
    layOne(wall)
    let many = Math.min(Number(wall.dataset['turns']), wall.children.length, fits.get(wall) ?? Infinity)
    for (tighten(0.8); many > 2 && isTooLong(); tighten(0.8)) {
      many -= 1
      fits.set(wall, many)
      layOne(wall)
    }
  }
  tighten(0.45)
}

/** In a window of another size it is tried anew how many fit. */
function layAnew(): void {
  for (const wall of document.querySelectorAll('[data-turns]')) fits.delete(wall)
  lay()
}

function turn(): void {
  if (!isPaused() && !document.hidden)
    for (const wall of document.querySelectorAll('[data-turns]')) page.set(wall, (page.get(wall) ?? 0) + 1)
  lay()
  setTimeout(turn, turnMs())
}

/** Where the browser can, the machine does not go to sleep while the screen is shown. */
async function stayAwake(): Promise<void> {
  if (document.hidden || !('wakeLock' in navigator)) return
  try {
    await navigator.wakeLock.request('screen')
  } catch {
    // Not allowed, or low on power: the screen is then kept awake by whoever looks after it.
  }
}

const retryMs = 30_000

/** When its link ends, the page is asked for again, which says so. Not while the server cannot answer. */
async function end(): Promise<void> {
  try {
    const { ok } = await fetch(location.href)
    if (ok) return location.reload()
  } catch {
    // Asked again below.
  }
  setTimeout(() => void end(), retryMs)
}

const left = Number(document.querySelector<HTMLElement>('[data-ends-in]')?.dataset['endsIn'] ?? Number.NaN)
if (left > 0) setTimeout(() => void end(), Math.min(left + 1000, 2 ** 31 - 1))

// What comes from the server knows no pages; it is laid again before it is seen.
const ticks = '[data-ends-at],[data-turn]'
const isTick = ({ target }: MutationRecord) => target instanceof Element && target.closest(ticks) !== null
new MutationObserver((records) => records.every(isTick) || lay()).observe(document.body, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['hidden'],
})
lay()
setTimeout(turn, turnMs())
addEventListener('resize', layAnew)
document.addEventListener('visibilitychange', () => void stayAwake())
void stayAwake()
