import type { AtEvent, DayState } from '../../before/events/rules.ts'
import { pills } from '../../platform/face/pills.ts'
import type { Html } from '../../platform/face/html.ts'
import { paths } from '../../paths.ts'

/** The parts of an event for those who organise it. */
export const eventParts = ['prepare', 'day', 'after'] as const
export type EventPart = (typeof eventParts)[number]

const names: Record<EventPart, string> = { prepare: 'Prepare', day: 'Day', after: 'After' }

/** The part that matters, as the day stands. */
export const partNow = (state: DayState): EventPart =>
  state === 'past' ? 'after' : state === 'today' ? 'day' : 'prepare'

export const partPath = (at: AtEvent, part: EventPart): string => `${paths.event(at)}#${part}`

/** The way between the parts of an event. */
export const partsOfEvent = (at: AtEvent, current: EventPart): Html =>
  pills({
    label: 'Parts of this event',
    items: eventParts.map((part) => ({
      text: names[part],
      href: partPath(at, part),
      current: part === current,
    })),
  })
