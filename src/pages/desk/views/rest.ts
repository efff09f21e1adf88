import { toCome } from '../../../day/programme/rules/plan.ts'
import type { ShownItem } from '../../../day/programme/store/shown.ts'
import { timeOn } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { paths } from '../../../paths.ts'
import type { DeskProps } from '../reading.ts'
import { endButton, labelled, pressed, quiet, startButton } from './buttons.ts'

const gap = (props: DeskProps, minutes: number, title: string, words: string): Html =>
  pressed(
    props,
    paths.insertItem(props.day.at),
    { text: words, ...quiet },
    { kind: 'break', title, minutes: String(minutes) },
  )

/** A short item, put in right after the one that is on. */
export const putIn = (props: DeskProps): Html =>
  details({
    summary: 'Put something in next',
    content: html`<div class="app-row">
        ${gap(props, 5, 'Short break', 'Gap of 5 minutes')}
        ${gap(props, 10, 'Short break', 'Gap of 10 minutes')}
        ${gap(props, 15, 'Break', 'Break of 15 minutes')}
      </div>
      <p><a href="${paths.insertItem(props.day.at)}">A talk, or something of another length</a></p>`,
  })

const nameOf = (item: ShownItem, onDay: string): Html =>
  html`<span
    >${item.slot.at && html`<span class="nhsuk-u-secondary-text-colour">${timeOn(item.slot.at, onDay)}</span> `}${item.title}${item.team && ` (${item.team})`}</span
  >`

/** An item that the day has passed by needs no leaving out. */
function outOrIn(props: DeskProps, item: ShownItem, coming: boolean): Html | undefined {
  const at = { ...props.day.at, item: item.id }
  if (item.skipped_at)
    return pressed(props, paths.itemBack(at), { text: labelled('Take in', item.title), ...quiet })
  if (!coming) return undefined
  return pressed(props, paths.itemSkip(at), { text: labelled('Leave out', item.title), ...quiet })
}

function row(props: DeskProps, item: ShownItem, coming: boolean): Html {
  const at = { ...props.day.at, item: item.id }
  return html`<li class="app-beside">
    ${nameOf(item, props.day.event.on_day)}
    <div class="app-row">
      ${startButton(props, item, quiet)}
      ${pressed(props, paths.itemForward(at), { text: labelled('Next', `: ${item.title}`), ...quiet })}
      ${outOrIn(props, item, coming)}
    </div>
  </li>`
}

const list = (items: Html[]): Html =>
  html`<ul class="nhsuk-list">
    ${items}
  </ul>`

/** The items after the next: to start at once, bring forward or leave out. */
export function rest(props: DeskProps): Html | undefined {
  const coming = toCome(props.day.items).slice(1)
  if (coming.length === 0) return undefined
  return details({
    summary: `The rest of the day (${coming.length})`,
    content: html`${list(coming.map((item) => row(props, item, true)))} ${endButton(props)}`,
  })
}

/** Items that the day has passed by or left out. They can still be taken in. */
export function leftOut(props: DeskProps): Html | undefined {
  const coming = new Set(toCome(props.day.items))
  const { items, standing } = props.day
  const out = items.filter((item) => !item.started_at && !coming.has(item) && item !== standing.next)
  if (out.length === 0) return undefined
  return details({
    summary: `Passed over or left out (${out.length})`,
    content: list(out.map((item) => row(props, item, false))),
  })
}
