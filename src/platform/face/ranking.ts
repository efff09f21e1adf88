import { element, present, type Listed } from './element.ts'
import { html, type Html } from './html.ts'
import { mark } from './mark.ts'
import type { Words } from './text.ts'

interface Ranked {
  value: string
  text: string
  hint?: Words
  /** The place whose mark it bears. */
  mark?: number
}

export interface RankingProps {
  /** The name of the lists to choose from that follow: they hold the answer, and stand here without scripts. */
  name: string
  how: Words
  items: Listed<Ranked>
}

const move = (by: '-1' | '1', sign: string, words: string): Html =>
  element(
    'button',
    { type: 'button', 'data-move': by },
    element('span', { 'aria-hidden': 'true' }, sign),
    element('span', { class: 'nhsuk-u-visually-hidden' }, words),
  )

const card = ({ value, text, hint, mark: place }: Ranked): Html =>
  element(
    'li',
    { 'data-value': value, 'data-says': text },
    element(
      'button',
      { type: 'button', 'data-move': '0', 'aria-pressed': 'false' },
      element('span', { class: 'app-ranking__place' }),
      element(
        'span',
        {},
        element('strong', {}, text),
        hint && element('span', { class: 'app-ranking__hint' }, hint),
      ),
      place !== undefined && mark(place),
    ),
    html`${move('-1', '↑', `Move up: ${text}`)}${move('1', '↓', `Move down: ${text}`)}`,
  )

/** Cards that are put in order by tapping one after the other, with buttons to move each: a script's way to fill lists. */
export const ranking = ({ name, how, items }: RankingProps): Html =>
  element(
    'div',
    { class: 'app-ranking', 'data-ranking': name, hidden: true },
    element('p', {}, how),
    element('ol', {}, present(items).map(card)),
  )
