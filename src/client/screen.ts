// The big screen's own script: it turns the pages of a wall, stays awake, and notices that its link has ended.

/** Long enough to read six pledges; longer where reduced motion is preferred. */
const calm = matchMedia('(prefers-reduced-motion: reduce)')
const turnMs = () => (calm.matches ? 30_000 : 15_000)
const page = new WeakMap<Element, number>()
/** The number of a list's rows that a page has room for, where that is fewer than it might. */
const fits = new WeakMap<Element, number>()

const isPaused = () => document.documentElement.hasAttribute('data-paused')

/** Lists that can be shown page by page: the cards of a wall, the bars of a result. */
const listed = () => [...document.querySelectorAll<HTMLElement>('[data-turns],.app-bars tbody')]

const isLarge = () => document.querySelector('.app-large') !== null

/** The number that the server has found room for. */
function roomFor(list: HTMLElement): number {
  const { atOnce, atOnceLarge } = list.closest<HTMLElement>('[data-at-once]')?.dataset ?? {}
  return Number((isLarge() ? atOnceLarge : atOnce) ?? list.dataset['turns'] ?? Infinity)
}

const mostOf = (list: HTMLElement): number =>
  Math.min(roomFor(list), list.children.length, fits.get(list) ?? Infinity)

/** Pages of about the same length: nine are five and four, not six and three. */
function pagesOf(list: HTMLElement): HTMLElement[][] {
  const items = [...list.children] as HTMLElement[]
  const each = Math.ceil(items.length / Math.ceil(items.length / mostOf(list))) || 1
  return Array.from({ length: Math.ceil(items.length / each) }, (_, at) =>
    items.slice(at * each, (at + 1) * each),
  )
}

/** Shows the page of a list that it has reached. A part that stands as it should is not touched. */
function layOne(list: HTMLElement): void {
  const pages = pagesOf(list)
  // While a result is revealed the page that matters is the one with the bar that came last.
  const latest = pages.findIndex((items) => items.some((item) => item.matches('.app-bars__first')))
  const turned = page.get(list) ?? 0
  const at = (turned + Math.max(0, latest)) % Math.max(1, pages.length)
  for (const [number, items] of pages.entries())
    for (const item of items) if (item.hidden !== (number !== at)) item.hidden = number !== at
  const words = pages.length > 1 ? `${at + 1} of ${pages.length}` : ''
  const turn = list.closest('[data-part]')?.querySelector('[data-turn]')
  if (turn && turn.textContent !== words) turn.textContent = words
}

/** A phone scrolls; a screen on a wall cannot. */
const isTooLong = () => innerWidth > 640 && document.documentElement.scrollHeight > innerHeight

/** Takes the letters back a little at a time until all is seen, but no further than this. */
function tighten(least: number): void {
  let tight = 1
  // By steps of the same size in both prints, so that large print never ends below usual.
  const step = 0.04 / (isLarge() ? 1.36 : 1)
  do {
    document.body.style.setProperty('--tight', tight.toFixed(6))
    tight -= step
  } while (tight >= least && isTooLong())
}

/** Steps of making letters smaller, in parts of their size, each with the fewest rows on a page then. */
const ways = [
  { least: 0.84, few: 4 },
  { least: 0.74, few: 4 },
  { least: 0.74, few: 1 },
]

/** The last step, for a window too small for all that: no more readable at ten metres, but all there. */
const leastOfAll = 0.37

/**
 * Lays every list. The server has chosen letters that fit a window of 16:9; in another, and where words are longer
 * than it reckoned, the letters give way a little, and then fewer stand on a page. No words are cut.
 */
function lay(): void {
  for (const list of listed()) layOne(list)
  for (const { least, few } of ways) {
    tighten(least)
    for (const list of listed())
      while (isTooLong() && mostOf(list) > few) {
        fits.set(list, mostOf(list) - 1)
        layOne(list)
        tighten(least)
      }
    if (!isTooLong()) return
  }
  tighten(leastOfAll)
}

/** In a window of another size, and when something else is shown, it is tried anew how many fit. */
function layAnew(): void {
  for (const list of listed()) fits.delete(list)
  lay()
}

function turn(): void {
  if (!isPaused() && !document.hidden) for (const list of listed()) page.set(list, (page.get(list) ?? 0) + 1)
  lay()
  setTimeout(turn, turnMs())
}

/** Keeps the machine from going to sleep while the screen is shown, if the browser can. */
async function stayAwake(): Promise<void> {
  if (document.hidden || !('wakeLock' in navigator)) return
  try {
    await navigator.wakeLock.request('screen')
  } catch {
    // Not allowed, or low on power: somebody who looks after the screen then keeps it awake.
  }
}

const retryMs = 30_000

/** Asks for the page again when its link ends, which says so. Not while the server cannot answer. */
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

/** The layout fits as long as this stays. */
const shapeOf = () =>
  [
    ...[...document.querySelectorAll('h1,.app-winner,.app-bars__first')].map(
      ({ textContent }) => textContent,
    ),
    ...listed().map(({ children }) => children.length),
  ].join(' ')
let shape = shapeOf()

/** Something else is shown: bars begin with the page that matters. A wall goes on where it is. */
function begin(): void {
  for (const list of listed()) if (list.matches('tbody')) page.delete(list)
  layAnew()
}

/** The bars grow, then the winner stands alone for a moment, then everything is shown. */
const barsMs = 1400
const winnerMs = 7000
const moment = document.body.dataset
let hasResult = document.querySelector('.app-winner') !== null

function showMoment(): void {
  moment['moment'] = 'bars'
  setTimeout(() => {
    if (document.querySelector('.app-winner-alone')) moment['moment'] = 'winner'
  }, barsMs)
  setTimeout(() => delete moment['moment'], barsMs + winnerMs)
}

/** A result that comes while the Screen is looked at is a moment; one that was there is not. */
function noticeResult(): void {
  const has = document.querySelector('.app-winner') !== null
  if (has && !hasResult) showMoment()
  hasResult = has
}

// Parts from the server know no pages; they are laid again before they are seen.
const ticks = '[data-ends-at],[data-turn]'
const isTick = ({ target }: MutationRecord) => target instanceof Element && target.closest(ticks) !== null
const watch = new MutationObserver((records) => {
  if (records.every(isTick)) return
  const other = shapeOf()
  if (other === shape) lay()
  else begin()
  shape = other
  noticeResult()
  // Changes made here are no news.
  watch.takeRecords()
})
watch.observe(document.body, {
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
