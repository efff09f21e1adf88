import { type Timed } from './items.ts'
import type { ItemKind } from '../../../items.ts'
import { forecast } from './drift.ts'
import { minutesFrom, minutesNow, positionOf, tookMinutes, toCome, type Slot } from './plan.ts'

export interface OnLine extends Timed {
  kind: ItemKind
  slot: Slot
}

/** A part of the day as it is drawn: when it began or is to begin, how long, and what was planned. */
export interface LinePart<Item> {
  item: Item
  state: 'done' | 'now' | 'next' | 'later' | 'out'
  at: string | undefined
  minutes: number | null
  planned: Slot & { minutes: number | null }
  /** Minutes since it began, or nought before it: the present moment. */
  mark?: number
}

/** More than this is told apart from the plan; less is how days go. */
const noticed = 2

/** True where a part begins at another time than planned. */
export const isMoved = ({ at, planned }: LinePart<Timed>): boolean =>
  at !== undefined && planned.at !== undefined && Math.abs(minutesFrom(planned.at, at)) >= noticed

/** The day in its order. Before it has begun, and on another day, it is as planned. */
export function lineOf<Item extends OnLine>(
  items: readonly Item[],
  dayStarts: string | null,
  now: string,
  today: boolean,
): LinePart<Item>[] {
  const { on, next, stage } = positionOf(items)
  const coming = new Set<Item>(toCome(items))
  if (next) coming.add(next)
  const expected = new Map(
    today && (stage !== 'before' || (dayStarts !== null && now > dayStarts))
      ? forecast(items, dayStarts, now).map(({ item, at }) => [item.id, at])
      : [],
  )
  return items.map((item) => {
    const planned = { ...item.slot, minutes: item.added_at ? null : item.minutes }
    if (item.started_at) {
      const since = Math.max(0, minutesFrom(item.started_at, now))
      if (item !== on)
        return { item, state: 'done', at: item.started_at, minutes: tookMinutes(item)!, planned }
      const given = minutesNow(item)
      const minutes = given === null ? since : Math.max(given, since)
      return { item, state: 'now', at: item.started_at, minutes, planned, ...(today && { mark: since }) }
    }
    const at = expected.get(item.id) ?? item.slot.at
    const minutes = minutesNow(item)
    if (!coming.has(item)) return { item, state: 'out', at: undefined, minutes, planned }
    if (item !== next) return { item, state: 'later', at, minutes, planned }
    const begun = today && !on && stage === 'between'
    return { item, state: 'next', at, minutes, planned, ...(begun && { mark: 0 }) }
  })
}

/** The day as it stands, in one sentence. */
export function lineInWords(parts: readonly LinePart<Timed>[]): string {
  const many = (state: LinePart<Timed>['state']) => parts.filter((part) => part.state === state).length
  const place = parts.findIndex(({ state }) => state === 'now')
  const on = place >= 0 ? `Part ${place + 1} of ${parts.length} is on.` : ''
  const left = many('next') + many('later')
  const rest = `${many('done')} of ${parts.length} parts are over, ${left} to come.`
  return [on, rest].filter(Boolean).join(' ')
}
