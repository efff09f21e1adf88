import { classes, element, type Decoration, type Listed, present } from './element.ts'
import type { Html } from './html.ts'

/** Where a part of a day stands. */
export type PartState = 'done' | 'now' | 'next' | 'later' | 'out'

export interface RibbonPart {
  /** Its length; a part without one is drawn as long as this many minutes all the same. */
  minutes: number
  state: PartState
  /** A pause between the others: drawn lower. */
  light?: boolean
}

export type RibbonProps = Decoration & {
  /** The picture in a sentence. */
  label: string
  parts: Listed<RibbonPart>
}

/** Between two parts, in hundredths of the width. */
const gap = 0.8
/** No part is too short to be seen. */
const least = 3

const percent = (of: number) => `${Math.round(of * 100) / 100}%`

/** A day as one line of segments, each as long as it takes: done, on, next, to come. */
export function ribbon({ label, parts, ...rest }: RibbonProps): Html {
  const all = present(parts)
  const lengths = all.map(({ minutes }) => Math.max(least, minutes))
  const total = lengths.reduce((sum, one) => sum + one, 0)
  const room = 100 - gap * Math.max(0, all.length - 1)
  let from = 0
  const segments = all.map(({ state, light }, at) => {
    const width = (lengths[at]! / total) * room
    const [y, height] = state === 'now' ? [1, 14] : light ? [6, 4] : [4, 8]
    const segment = element('rect', {
      class: `app-ribbon__${state}`,
      x: percent(from),
      y,
      width: percent(width),
      height,
      rx: height / 2,
    })
    from += width + gap
    return segment
  })
  return element(
    'svg',
    {
      class: classes('app-ribbon', rest.classes),
      id: rest.id,
      role: 'img',
      'aria-label': label,
      height: 16,
      focusable: 'false',
      ...rest.attributes,
    },
    segments,
  )
}
