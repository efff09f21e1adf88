import type { AtEvent } from '../../../before/events/rules.ts'
import { time } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { paths } from '../../../paths.ts'

export interface RoomTime {
  id: string
  theme: string
  timer_until: string | null
  timer_ended_at: string | null
}

/** The time that a room still has, which scripts count down. */
export function roomTimer({
  timer_until: until,
  timer_ended_at: ended,
}: Omit<RoomTime, 'id' | 'theme'>): Html {
  if (!until) return html`<span>No time set</span>`
  if (ended) return html`<span>Ended at ${time(ended)}</span>`
  return html`<span role="timer" data-ends-at="${until}">until ${time(until)}</span>`
}

export interface TimerButtons {
  room: RoomTime
  at: AtEvent
  sending: FormToken
  /** They stand on the Desk, and lead back to it. */
  onDesk?: true
}

const of = (words: string, theme: string) =>
  html`${words}<span class="nhsuk-u-visually-hidden">: ${theme}</span>`

/** For those who keep a room: start, give more time, end, or let it go on. */
export function timerButtons({ room, at, sending, onDesk }: TimerButtons): Html {
  const nouns = { ...at, room: room.id }
  const press = (action: string, words: string, values: Record<string, string> = {}) =>
    postingButton(
      { action: onDesk ? `${action}?from=desk` : action, sending, values },
      { text: of(words, room.theme), small: true, variant: 'secondary' },
    )
  const { timer_until: until } = room
  if (!until) return press(paths.roomTimer(nouns), 'Start 20 minutes', { minutes: '20' })
  if (room.timer_ended_at)
    return html`${press(paths.roomTimerGoOn(nouns), 'Go on after all')}
    ${press(paths.roomTimer(nouns), 'Start 20 minutes', { minutes: '20' })}`
  return html`${press(paths.roomTimerExtension(nouns), '+5 min', { minutes: '5', ...(onDesk && { until }) })}
  ${press(paths.roomTimerEnd(nouns), 'End')}`
}

const timeSentence = ({ timer_until: until, timer_ended_at: ended }: Omit<RoomTime, 'id' | 'theme'>) =>
  ended ? 'The discussion of this room has ended' : `This room has until ${time(until!)}`

/** On the page of a room: how long it still has. A shared fragment. */
export const roomTimePart = (room: Omit<RoomTime, 'id' | 'theme'>): Html =>
  html`${
    room.timer_until &&
    html`<p class="nhsuk-body-l nhsuk-u-font-weight-bold" data-announce="${timeSentence(room)}">
      ${roomTimer(room)}
    </p>`
  }`
