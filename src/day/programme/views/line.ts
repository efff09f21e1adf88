import { dayLine } from '../../../platform/face/day-line.ts'
import { timeOn } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { ribbon } from '../../../platform/face/ribbon.ts'
import { lineInWords, isMoved, type LinePart, type OnLine } from '../rules/line.ts'

/** A part of a day with its words. */
export interface NamedOnLine extends OnLine {
  title: string
  team: string | null
}

interface LineProps {
  parts: readonly LinePart<NamedOnLine>[]
  /** The day that it is about, for times after midnight. */
  onDay: string
  now: string
  room?: number
  /** The words of a part, where they lead somewhere. */
  titled?(item: NamedOnLine): Html | string
}

const plannedMinutes = ({ state, minutes, planned }: LinePart<NamedOnLine>) =>
  state !== 'later' && planned.minutes !== null && planned.minutes !== minutes ? planned.minutes : undefined

function noteOf(part: LinePart<NamedOnLine>, onDay: string, short: boolean): Html | undefined {
  const { item, state, minutes, planned } = part
  const moved = planned.at && isMoved(part) && (state === 'next' || state === 'later')
  const words = [
    !short && item.kind === 'idea' && item.team,
    state === 'out' && 'left out',
    state === 'done' && plannedMinutes(part) !== undefined && `took ${minutes}, planned ${planned.minutes}`,
    item.added_at && state !== 'out' && 'put in today',
    moved && `planned ${timeOn(planned.at!, onDay)}`,
  ].filter(Boolean)
  return words.length > 0 ? html`${words.join(' · ')}` : undefined
}

/** In little room an idea is known by whose it is. */
const shortTitle = ({ kind, team, title }: NamedOnLine) =>
  kind === 'idea' && team ? `${team}: ${title}` : title

/** The clock's time without its half of the day, which is clear. */
const clock = (now: string, onDay: string) => timeOn(now, onDay).replace(/[ap]m\b/, '')

/** The programme from top to bottom. */
export const programmeLine = ({ parts, onDay, now, room, titled }: LineProps): Html =>
  dayLine({
    label: lineInWords(parts),
    ...(room && { room }),
    parts: parts.map((part) => ({
      title: titled?.(part.item) ?? (room === undefined ? part.item.title : shortTitle(part.item)),
      at: part.at && timeOn(part.at, onDay),
      minutes: part.minutes,
      planned: plannedMinutes(part),
      state: part.state,
      light: part.item.kind === 'break',
      note: noteOf(part, onDay, room !== undefined),
      ...(part.mark !== undefined && { mark: { minutes: part.mark, words: clock(now, onDay) } }),
    })),
  })

/** The programme as one slim line. */
export const programmeRibbon = (parts: readonly LinePart<NamedOnLine>[]): Html =>
  ribbon({
    label: lineInWords(parts),
    parts: parts.map(({ item, state, minutes }) => ({
      minutes: minutes ?? 5,
      state,
      light: item.kind === 'break',
    })),
  })
