import { button } from '../../../platform/face/button.ts'
import { between, day, time, weekdayAndDay } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { heading } from '../../../platform/face/heading.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { postingButton, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { table } from '../../../platform/face/tables.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import { whatItIs } from '../../../items.ts'
import { lineOf } from '../rules/line.ts'
import { differenceOf, isOn, tookMinutes, positionOf, toCome } from '../rules/plan.ts'
import { outOfOrder, pastTheEnd, programmeEnds } from '../rules/times.ts'
import type { ShownItem } from '../store/shown.ts'
import { programmeLine } from './line.ts'
import { counted } from '../../../platform/text/english.ts'

export interface ProgrammeProps {
  network: string
  event: string
  items: ShownItem[]
  removed: { id: string; title: string }[]
  /** Days that were run from here, whose times can be the plan of this one. */
  others: { id: string; name: string; on: string }[]
  mayEdit: boolean
  /** The day is over. */
  past: boolean
  /** It is the day, and this is the moment. */
  today: boolean
  now: string
  timesNotRecorded: boolean
  held: { name: string; on_day: string; starts_at: string | null; ends_at: string | null }
  sending: FormToken
}

const plannedOf = ({ slot, added_at }: ShownItem, notRecorded: boolean): string =>
  added_at ? 'Put in on the day' : slot.at ? time(slot.at) : notRecorded ? 'Not recorded' : 'No time yet'

const actualOf = (item: ShownItem, timesNotRecorded: boolean, isPassedBy: boolean): Html | string => {
  if (isOn(item)) return html`${tag({ text: 'On now', colour: 'green' })} since ${time(item.started_at!)}`
  if (item.started_at && item.finished_at) {
    const difference = differenceOf(item, item.slot)
    return html`${between(item.started_at, item.finished_at)}, ${counted(tookMinutes(item)!, 'minute')}
    ${difference && html`<br /><span class="nhsuk-u-secondary-text-colour">${difference}</span>`}`
  }
  if (item.skipped_at) return 'Left out'
  if (timesNotRecorded) return 'Not recorded'
  return isPassedBy ? 'Passed over' : 'Not started'
}

const minutesOf = ({ minutes }: ShownItem) => (minutes === null ? '' : `, ${counted(minutes, 'minute')}`)

const whatOf = (item: ShownItem, { network }: ProgrammeProps): Html => html`
  ${
    item.idea_id
      ? html`<a href="${paths.idea({ network, idea: item.idea_id })}">${item.title}</a>`
      : html`<strong>${item.title}</strong>`
  }
  <br /><span class="nhsuk-u-secondary-text-colour">${whatItIs(item)}${minutesOf(item)}</span>
  ${item.note && html`<br />${item.note}`}
`

function moveButton(item: ShownItem, where: 'up' | 'down', { network, event, sending }: ProgrammeProps) {
  return postingButton(
    { action: paths.itemMove({ network, event, item: item.id }), sending, values: { where } },
    {
      text: html`${where === 'up' ? 'Up' : 'Down'}<span class="nhsuk-u-visually-hidden"
          >: move ${item.title}</span
        >`,
      variant: 'secondary',
      small: true,
    },
  )
}

function changesOf(item: ShownItem, at: number, props: ProgrammeProps): Html {
  const { network, event, items, sending } = props
  const nouns = { network, event, item: item.id }
  return html`<div class="app-item-buttons">
    <a href="${paths.editItem(nouns)}">Change<span class="nhsuk-u-visually-hidden"> ${item.title}</span></a>
    ${at > 0 && moveButton(item, 'up', props)} ${at < items.length - 1 && moveButton(item, 'down', props)}
    ${postingButton(
      { action: paths.itemRemoval(nouns), sending },
      {
        text: html`Remove<span class="nhsuk-u-visually-hidden"> ${item.title}</span>`,
        variant: 'secondary',
        small: true,
      },
    )}
  </div>`
}

function removedItems({ network, event, removed, sending }: ProgrammeProps): Html {
  const rows = removed.map(
    (item) =>
      html`<li>
        ${item.title}
        ${postingButton(
          { action: paths.itemRestoration({ network, event, item: item.id }), sending },
          {
            text: html`Put back<span class="nhsuk-u-visually-hidden"> ${item.title}</span>`,
            variant: 'secondary',
            small: true,
          },
        )}
      </li>`,
  )
  return details({
    summary: counted(removed.length, 'item was removed', 'items were removed'),
    content: html`<ul class="nhsuk-list">
      ${rows}
    </ul>`,
  })
}

function empty(props: ProgrammeProps): Html {
  const { network, event, sending } = props
  if (!props.mayEdit) return html`<p>The programme is not known yet. Come back nearer the day.</p>`
  return html`<p>
      There is nothing on the programme yet. Start with a usual day, made from the change ideas of the
      network, and change what you like; or add one item after another.
    </p>
    ${postingButton({ action: paths.programme({ network, event }), sending }, { text: 'Lay out a usual day' })}
    ${likeOtherDays(props)}
    <p><a href="${paths.newItem({ network, event })}">Add an item</a></p>`
}

/** The real minutes of a day are the best plan of the next. */
const likeOtherDays = ({ network, event, others, sending }: ProgrammeProps): Html[] =>
  others.map(({ id, name, on }) =>
    postingButton(
      { action: paths.dayAgain({ network, event }), sending, values: { from: id } },
      { text: `Lay it out like ${name} of ${day(on)}, with the times it really took`, variant: 'secondary' },
    ),
  )

/** Warnings to an organiser about the times, before people read them. */
function warnings({ network, event, items, held }: ProgrammeProps): Html[] {
  const past = pastTheEnd(programmeEnds(items, held.starts_at), held)
  const early = outOfOrder(items, held.starts_at).map(
    ({ title, slot }) =>
      html`<p>
        ${time(slot.at!)} for “${title}” is earlier than what stands before it. Change its time, or move it
        up.
      </p>`,
  )
  const late =
    past &&
    html`<p>
      ${past} Shorten it, take something off, or
      <a href="${paths.editEvent({ network, event })}">change when the event ends</a>.
    </p>`
  return [late, ...early].filter((one) => one !== undefined).map((content) => insetText({ content }))
}

function full(props: ProgrammeProps): Html {
  const { network, event, items, mayEdit, timesNotRecorded } = props
  const coming = new Set([...toCome(items), positionOf(items).next])
  // Paper that is handed out before the day needs no column that says “Not started” in each row.
  const begun = items.some((item) => item.started_at ?? item.skipped_at)
  const onPaper = begun ? {} : { classes: 'app-not-printed' }
  const rows = items.map((item, at) => [
    plannedOf(item, timesNotRecorded),
    whatOf(item, props),
    { text: actualOf(item, timesNotRecorded, !coming.has(item)), ...onPaper },
    mayEdit && { text: changesOf(item, at, props), classes: 'app-not-printed' },
  ])
  return html`${
    mayEdit &&
    html`<div class="nhsuk-button-group">
      ${button({ text: 'Add an item', href: paths.newItem({ network, event }) })}
      ${!props.past && button({ text: 'Run the day from the Desk', href: paths.desk({ network, event }), variant: 'secondary' })}
    </div>`
  }
  ${mayEdit && warnings(props)}
  ${table({
    caption: { text: 'What happens when', classes: 'nhsuk-u-visually-hidden' },
    head: [
      'Planned',
      'What',
      { text: 'On the day', ...onPaper },
      mayEdit && { text: 'Changes', classes: 'app-not-printed' },
    ],
    rows,
    responsive: true,
  })}`
}

/** For a day that begins earlier or later than planned: also the way back for who has moved it on the Desk. */
const movingPart = ({ network, event, items, held, mayEdit, past, sending }: ProgrammeProps): Html | false =>
  mayEdit &&
  !past &&
  held.starts_at !== null &&
  items.every((item) => !item.started_at) &&
  details({
    summary: 'Move the whole day',
    content: postingForm(
      { action: paths.movedDay({ network, event }), sending },
      input({
        name: 'minutes',
        label: 'By how many minutes',
        hint: `It begins at ${time(held.starts_at)} now. 15 is a quarter of an hour later, -15 earlier.`,
        width: 4,
        inputmode: 'text',
      }),
      button({ text: 'Move it', variant: 'secondary' }),
    ),
  })

/** The day drawn to the minute beside its table, where its parts have times. */
function withLine({ items, held, today, now }: ProgrammeProps, content: Html): Html {
  if (!items.some(({ slot, started_at }) => slot.at ?? started_at)) return content
  return html`<div class="app-with-aside app-with-line">
    <div>${content}</div>
    <section class="app-card app-not-printed">
      <h2 class="nhsuk-heading-s">${today ? 'The day as it goes' : 'The day at a glance'}</h2>
      ${programmeLine({
        parts: lineOf(items, held.starts_at, now, today),
        onDay: held.on_day,
        now,
      })}
    </section>
  </div>`
}

export const programmeView = (props: ProgrammeProps): Html => html`
  ${heading({ text: 'Programme', size: 'l', caption: `${props.held.name}, ${weekdayAndDay(props.held.on_day)}` })}
  ${props.items.length > 0 ? withLine(props, full(props)) : empty(props)} ${movingPart(props)}
  ${props.mayEdit && props.removed.length > 0 && removedItems(props)}
`
