import { endsAt, minutesFrom } from '../../day/programme/rules/plan.ts'
import type { ShownItem } from '../../day/programme/store/shown.ts'
import { time } from '../../platform/face/dates.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { ring } from '../../platform/face/ring.ts'
import { unbroken } from '../../platform/face/text.ts'
import type { OnScreen } from './reading.ts'

/** The time of the part that is on, as a ring; nothing for one without an end. */
function timeRing(on: ShownItem, now: string): Html | undefined {
  const until = endsAt(on)
  if (!until) return undefined
  const from = on.started_at!
  const length = Math.max(1, minutesFrom(from, until))
  return ring({
    share: minutesFrom(now, until) / length,
    says: `until ${time(until)}`,
    time: { from, until },
    classes: 'app-stage__time',
  })
}

/** So many letters stand in two lines of the largest size. */
const fewLetters = 36

const sizeOf = (title: string, withList: boolean) =>
  withList ? 'app-smaller' : title.length <= fewLetters ? 'app-largest' : 'app-larger'

interface Stage {
  /** A few words above the title. */
  kicker?: string | undefined
  title: string
  /** The sentence for people who do not see the Screen. */
  announce: string
  /** Lines below the title. */
  below?: (Html | string | false | null | undefined)[]
  /** A list stands below, so that the title gives way to it. */
  withList?: boolean
}

/** The head of the Screen: the title as large as it may be, and the time in a ring beside it. */
export const stage = (
  { standing: { on }, now, over }: Pick<OnScreen, 'standing' | 'now' | 'over'>,
  { kicker, title, announce, below = [], withList = false }: Stage,
): Html =>
  html`<div class="app-stage${withList ? ' app-stage--list' : ''}">
    <div class="app-stage__words">
      ${kicker && html`<p class="app-kicker">${kicker}</p>`}
      <h1 class="${sizeOf(title, withList)}" data-announce="${announce}">${unbroken(title)}</h1>
      ${below.filter(Boolean).map((line) => html`<p class="app-said">${line}</p>`)}
    </div>
    ${on && !over && timeRing(on, now)}
  </div>`

/** The first sentence of a text, which a room can take in. */
export function firstSentence(text: string | null): string | undefined {
  const [first = ''] = (text ?? '').trim().split(/(?<=[.!?])\s+|\n/)
  return first.length > 0 && first.length <= 200 ? first : undefined
}
