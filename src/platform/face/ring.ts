import { classes, element, type Decoration } from './element.ts'
import type { Html } from './html.ts'
import { said, type Words } from './text.ts'

/** Time that runs out in a ring; scripts keep both the words and the ring. */
export interface RingTime {
  from: string
  until: string
}

export type RingProps = Decoration & {
  /** From 0 to 1: how much of the ring is filled. */
  share: number
  /** The figure in the middle, such as "44 %". */
  figure?: Words
  /** A few words below it; alone where there is no figure. */
  says?: Words
  /** The meaning of the filled part; the words say the same. */
  tone?: 'now' | 'thread' | 'late' | 'good'
  time?: RingTime | undefined
}

const part = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10

// Lengths are hundredths of the way round, in an attribute: the content security policy forbids styles in the markup.
const drawn = (share: number): Html =>
  element(
    'svg',
    { viewBox: '0 0 40 40', 'aria-hidden': 'true', focusable: 'false' },
    element('circle', { cx: 20, cy: 20, r: 17 }),
    element('circle', {
      class: 'app-ring__part',
      cx: 20,
      cy: 20,
      r: 17,
      pathLength: 100,
      'stroke-dasharray': `${part(share)} 100`,
    }),
  )

/** A share as a ring round its figure; nothing is said by the ring alone. */
export const ring = ({ share, figure = '', says = '', tone = 'now', time, ...rest }: RingProps): Html =>
  element(
    'div',
    {
      class: classes(`app-ring app-ring--${tone}`, rest.classes),
      id: rest.id,
      ...rest.attributes,
    },
    drawn(share),
    element(
      'span',
      {
        class: 'app-ring__words',
        ...(time && { role: 'timer', 'data-ends-at': time.until, 'data-begun-at': time.from }),
      },
      element('b', {}, figure),
      said(says) && ' ',
      element('span', {}, says),
    ),
  )
