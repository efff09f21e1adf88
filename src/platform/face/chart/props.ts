import type { Decoration } from '../element.ts'
import type { Words } from '../text.ts'
import type { Drawing, DrawnEvent } from './drawn.ts'
import type { PointMeaning } from './marks.ts'
import type { Assurance } from './signs.ts'

export type ControlChartProps = Omit<Drawing, 'events'> &
  Decoration & {
    /** Its own on the page: title, description and table are named after it. */
    id: string
    title: string
    /** One sentence that says what the chart shows */
    says: string
    /** One about what to do next */
    next?: Words | undefined
    events?: readonly DrawnEvent[]
    /** The signs of the latest point and of the target, with words */
    signs?:
      | {
          variation: PointMeaning | null
          direction: 'increase' | 'decrease' | 'neutral'
          assurance: Assurance | null
        }
      | undefined
    /** All that a reader must know before believing the chart */
    notices?: readonly string[]
    /** Where the figures come from */
    source?: string | undefined
    /** For the big screen; one of many on one scale, which leads to the whole by its address */
    variant?: 'large' | 'small'
    href?: string | undefined
    /** The level of the heading; nothing where one stands above already */
    heading?: 2 | 3 | 4 | undefined
  }
