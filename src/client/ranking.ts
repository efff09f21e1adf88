import { ordinal } from '../day/ballots/ballot/rules/option-order.ts'
import { say } from './announce.ts'
import { afterMorph } from './morph.ts'

const all = '[data-ranking]'

/** The lists to choose from, one for each place: they hold the order, and are what is sent. */
const listsOf = (ranking: HTMLElement) => [
  ...ranking
    .closest('form')!
    .querySelectorAll<HTMLSelectElement>(`select[name="${ranking.dataset['ranking']!}"]`),
]

const orderIn = (ranking: HTMLElement) => [
  ...new Set(
    listsOf(ranking)
      .map(({ value }) => value)
      .filter(Boolean),
  ),
]

/** Cards as the lists say: the chosen ones first, each with its place. */
function draw(ranking: HTMLElement): void {
  const order = orderIn(ranking)
  const placeOf = ({ dataset }: HTMLElement) => order.indexOf(dataset['value']!)
  const cards = [...ranking.querySelectorAll('li')]
  for (const [at, card] of cards.entries()) {
    const place = placeOf(card)
    card.dataset['at'] ??= String(at)
    card.toggleAttribute('data-chosen', place >= 0)
    card.querySelector('[aria-pressed]')!.setAttribute('aria-pressed', String(place >= 0))
    card.querySelector('.app-ranking__place')!.textContent = place >= 0 ? String(place + 1) : ''
  }
  const rank = (card: HTMLElement) => (placeOf(card) + 1 || 99) * 99 + Number(card.dataset['at'])
  const sorted = cards.toSorted((a, b) => rank(a) - rank(b))
  if (sorted.some((card, at) => card !== cards[at])) {
    const focused = document.activeElement as HTMLElement | null
    cards[0]?.parentElement!.append(...sorted)
    focused?.focus({ preventScroll: true })
  }
  for (const list of listsOf(ranking)) list.tabIndex = -1
  ranking.hidden = false
}

/** One step: a card is put last or taken out, or changes its place with a neighbour. */
function moved(order: string[], value: string, by: number, most: number): string[] {
  const at = order.indexOf(value)
  if (by === 0) return at < 0 ? [...order, value].slice(0, most) : order.filter((one) => one !== value)
  const other = order[at + by]
  if (other === undefined) return order
  return order.map((one) => (one === value ? other : one === other ? value : one))
}

function pressed({ target }: Event): void {
  const button = (target as Element).closest<HTMLElement>(`${all} [data-move]`)
  if (!button) return
  const ranking = button.closest<HTMLElement>(all)!
  const { value, says } = button.closest('li')!.dataset
  const lists = listsOf(ranking)
  const order = moved(orderIn(ranking), value!, Number(button.dataset['move']), lists.length)
  for (const [at, list] of lists.entries()) {
    list.value = order[at] ?? ''
    list.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const place = order.indexOf(value!) + 1
  say(place > 0 ? `${ordinal(place)} choice: ${says!}` : `Not chosen: ${says!}`)
}

/** Cards to put in order stand in the place of lists, one for each place. */
export function rank(): void {
  const drawAll = () => {
    for (const ranking of document.querySelectorAll<HTMLElement>(all)) draw(ranking)
  }
  drawAll()
  afterMorph(drawAll)
  document.addEventListener('click', pressed)
  document.addEventListener('input', drawAll)
  document.addEventListener('change', drawAll)
  // Links to a list, as in a summary of errors, lead to the cards.
  document.addEventListener('focusin', ({ target }) => {
    const list = target as HTMLElement
    if (list.matches('.app-place select[tabindex="-1"]'))
      list.closest('form')!.querySelector<HTMLElement>(`${all} button`)?.focus()
  })
}
