import { startsOnAnotherDay } from '../../../day/programme/rules/another-day.ts'
import type { ShownItem } from '../../../day/programme/store/shown.ts'
import { button, type ButtonProps } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingButton } from '../../../platform/face/command-form.ts'
import { paths } from '../../../paths.ts'
import type { DeskProps } from '../reading.ts'

/** Words for everyone, and the rest of the sentence for people who cannot see its surroundings. */
export const labelled = (words: string | Html, rest: string): Html =>
  html`${words}<span class="nhsuk-u-visually-hidden">${rest.startsWith(':') ? '' : ' '}${rest}</span>`

export const quiet = { small: true, variant: 'secondary' } as const

/** A button of the Desk. It takes along the last step its host saw, so that a press that comes late does nothing. */
export const pressed = (
  { seen, sending }: DeskProps,
  action: string,
  props: ButtonProps,
  values: Record<string, string> = {},
): Html => postingButton({ action, sending, values: { seen, ...values } }, props)

/** For a day that is too late for its remaining parts. */
export const endButton = (props: DeskProps): Html =>
  pressed(props, paths.endedDay(props.day.at), { text: 'Leave out the rest and end the day', ...quiet })

/** Starts a part of the day. Where it is not known which vote it opens, or in which rooms, that is asked first. */
export function startButton(
  props: DeskProps,
  item: ShownItem,
  look: Pick<ButtonProps, 'small' | 'variant' | 'classes'> = {},
): Html {
  const at = { ...props.day.at, item: item.id }
  const text = labelled('Start', item.title)
  if (item.kind === 'ballot' && !item.ballot_id) return button({ text, href: paths.itemVote(at), ...look })
  if (item.kind === 'rooms' && props.rooms.length === 0)
    return button({ text, href: paths.itemRooms(at), ...look })
  const { event, items, network, now } = props.day
  if (startsOnAnotherDay(event, items, { now, rehearsal: network.kind === 'rehearsal' }))
    return button({ text, href: paths.itemOnAnotherDay(at), ...look })
  return pressed(props, paths.itemStart(at), { text, ...look })
}
