import { classes, element, type Decoration, type Listed, present } from './element.ts'
import type { Html } from './html.ts'
import type { PartState } from './ribbon.ts'
import { said, type Words } from './text.ts'

export interface DayLinePart {
  title: Words
  /** The clock's time beside it. */
  at?: Words | undefined
  /** Its length in minutes, as it went or is to go; nothing where that is open. */
  minutes: number | null
  /** The length that was planned, where it is another: drawn beside it. */
  planned?: number | null | undefined
  state: PartState
  /** A pause between the others: drawn lighter. */
  light?: boolean
  /** A few words after the title: who shows it, or how it differs from the plan. */
  note?: Words | false | undefined
  /** The moment that it is: so many minutes after this part began. */
  mark?: { minutes: number; words: string } | undefined
}

export type DayLineProps = Decoration & {
  label: string
  parts: Listed<DayLinePart>
  /** The height in pixels that it may take, one line for each part; by itself a minute is two. */
  room?: number
}

/** The height of a row of words. */
const row = 26
/** Of a part without a length so many minutes are drawn. */
const open = 5

const drawnMinutes = ({ minutes, planned, mark }: DayLinePart) =>
  Math.max(minutes ?? open, planned ?? 0, mark?.minutes ?? 0)

/** The largest scale at which everything fits its room; parts are never lower than their words. */
function scaleFor(parts: readonly DayLinePart[], room: number | undefined): number {
  if (room === undefined) return 2
  const high = (scale: number) =>
    parts.reduce((sum, part) => sum + Math.max(row, drawnMinutes(part) * scale), 0)
  for (let scale = 3; scale > 0.5; scale -= 0.1) if (high(scale) <= room) return scale
  return 0.5
}

/** A part as long as it took; the length that was planned for it stands thin at its side. */
function bar(part: DayLinePart, scale: number): Html {
  const pixels = (minutes: number) => Math.max(6, Math.round(minutes * scale) - 2)
  const wide = part.light ? 6 : 10
  return element(
    'svg',
    {
      class: 'app-day-line__bar',
      width: 20,
      height: pixels(drawnMinutes(part)),
      'aria-hidden': 'true',
      focusable: 'false',
    },
    part.planned !== null &&
      part.planned !== undefined &&
      element('rect', { class: 'app-day-line__plan', x: 0, width: 3, height: pixels(part.planned), rx: 1.5 }),
    element('rect', {
      class: `app-ribbon__${part.state}`,
      x: part.state === 'now' ? 6 : 11 - wide / 2,
      y: part.state === 'now' ? 1 : 0,
      width: wide,
      height: pixels(part.minutes ?? open) - (part.state === 'now' ? 2 : 0),
      rx: wide / 2,
    }),
    part.mark &&
      element('rect', {
        class: 'app-day-line__moment',
        x: 0,
        y: Math.round(part.mark.minutes * scale) - 1,
        width: 22,
        height: 3,
      }),
  )
}

const spoken: Record<PartState, string> = {
  done: ', over',
  now: ', on now',
  next: ', next',
  later: '',
  out: ', left out',
}

/** A day from top to bottom, drawn to the minute; each part with its words beside it. */
export function dayLine({ label, parts, room, ...rest }: DayLineProps): Html {
  const all = present(parts)
  const scale = scaleFor(all, room)
  return element(
    'ol',
    {
      class: classes('app-day-line', room !== undefined && 'app-day-line--short', rest.classes),
      id: rest.id,
      'aria-label': label,
      ...rest.attributes,
    },
    all.map((part) =>
      element(
        'li',
        {
          class: classes(
            'app-day-line__part',
            `app-day-line__part--${part.state}`,
            part.light && 'app-day-line__part--light',
          ),
          ...(part.state === 'now' && { 'aria-current': 'step' }),
        },
        element('span', { class: 'app-day-line__at' }, part.at ?? ''),
        ' ',
        bar(part, scale),
        element(
          'span',
          { class: 'app-day-line__what' },
          element('span', { class: 'app-day-line__title' }, part.title),
          spoken[part.state] && element('span', { class: 'nhsuk-u-visually-hidden' }, spoken[part.state]),
          part.note && said(part.note) && [' ', element('span', { class: 'app-day-line__note' }, part.note)],
        ),
        part.mark && element('span', { class: 'app-day-line__mark', 'aria-hidden': 'true' }, part.mark.words),
      ),
    ),
  )
}
