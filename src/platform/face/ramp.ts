import { classes, element, type Listed, present } from './element.ts'
import { glyph, type GlyphName } from './glyph.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

/** Where one of the row stands: under way, over and followed by another, over for good, or ended without use. */
export type RampState = 'now' | 'over' | 'done' | 'stopped'

export interface RampStep {
  text: Words
  href?: string
  /** How large it is, from 1 to 5; 0 where nobody said. */
  size: number
  state: RampState
  /** The size and the state in words, which a circle alone would not say. */
  note: Words
  /** The one that the page is about. */
  current?: boolean
  /** It stands out from all others, in a word or two. */
  honour?: Words
}

interface RampProps {
  /** The row in one sentence, for whoever does not see it. */
  label: string
  steps: Listed<RampStep>
}

const drawings: Record<RampState, GlyphName> = { now: 'flask', over: 'chart', done: 'tick', stopped: 'cross' }

/** Things that go on from each other and grow: a circle each, as large as the thing, from left to right. */
export function ramp({ label, steps: listed }: RampProps): Html {
  const steps = present(listed)
  const tallest = Math.max(1, ...steps.map(({ size }) => Math.min(5, size)))
  return element(
    'ol',
    { class: classes('app-ramp', `app-ramp--up-to-${tallest}`), 'aria-label': label },
    steps.map(({ text, href, size, state, note, current, honour }) =>
      element(
        'li',
        {
          class: classes(
            'app-ramp__step',
            `app-ramp__step--${state}`,
            `app-ramp__step--size-${Math.min(5, Math.max(0, size))}`,
          ),
        },
        element('span', { class: 'app-ramp__circle' }, glyph(drawings[state])),
        element(
          'span',
          { class: 'app-ramp__words' },
          honour && element('strong', { class: 'app-ramp__honour' }, honour),
          href && !current
            ? element('a', { class: 'nhsuk-link', href }, text)
            : element('strong', current ? { 'aria-current': 'true' } : {}, text),
          element('span', { class: 'app-ramp__note' }, note),
        ),
      ),
    ),
  )
}
