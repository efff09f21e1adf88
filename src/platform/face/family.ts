import { element } from './element.ts'
import type { Html, Part } from './html.ts'

/** One of a family: its words, and those that came from it. */
export interface Kin {
  text: Part
  from: readonly Kin[]
}

const branch = (kin: readonly Kin[]): Html =>
  element(
    'ul',
    { class: 'app-family' },
    kin.map(({ text, from }) => element('li', {}, element('div', {}, text), from.length > 0 && branch(from))),
  )

/** A family: who came from whom, as a list within lists whose lines are drawn: seen as a tree, and heard as what it is. */
export const family = (label: string, kin: readonly Kin[]): Html =>
  element('div', { role: 'group', 'aria-label': label }, branch(kin))
