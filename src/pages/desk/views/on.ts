import { dayState } from '../../../before/events/rules.ts'
import { whatItIs } from '../../../day/programme/rules/items.ts'
import { outlook } from '../../../day/programme/rules/outlook.ts'
import { toCome } from '../../../day/programme/rules/plan.ts'
import { extensions } from '../../../day/programme/rules/steps.ts'
import type { ShownItem } from '../../../day/programme/store/shown.ts'
import { card } from '../../../platform/face/card.ts'
import { time } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import { ending } from '../../now/views.ts'
import type { DeskProps } from '../reading.ts'
import { labelled, pressed, quiet, startButton } from './buttons.ts'

/** How the day stands against its plan, and what that leads to. */
export function driftPart({ day }: DeskProps): Html | undefined {
  if (dayState(day.event, day.now) === 'past') return undefined
  const seen = outlook(day.items, day.event.starts_at, day.now)
  if (!seen) return undefined
  const colour = seen.minutes > 5 ? 'orange' : seen.minutes > 1 ? 'yellow' : 'green'
  const [state, ...then] = seen.says.split(': ')
  return html`<p class="app-drift">
    ${tag({ text: state!, colour, classes: 'nhsuk-u-nowrap' })} ${then.join(': ')}
    ${seen.slack && html`<br /><span class="nhsuk-u-secondary-text-colour">${seen.slack}</span>`}
  </p>`
}

function nothingOn({ day }: DeskProps): Html {
  const over = day.standing.stage === 'after'
  return card({
    heading: { text: over ? 'The programme is over' : 'Nothing is on', size: 'm' },
    content: over
      ? 'Everything on the programme has been done.'
      : 'Start the next item when the room is ready.',
  })
}

const extend = (props: DeskProps, on: ShownItem): Html =>
  html`${extensions.map((minutes) =>
    pressed(
      props,
      paths.itemExtension({ ...props.day.at, item: on.id }),
      {
        text: labelled(
          minutes > 0 ? `+${minutes} min` : `−${-minutes} min`,
          `${minutes > 0 ? 'for' : 'off'} ${on.title}`,
        ),
        ...quiet,
      },
      { minutes: String(minutes) },
    ),
  )}`

/** What is on, and what can be done with it. */
export function onCard(props: DeskProps): Html {
  const { day } = props
  const { on } = day.standing
  if (!on) return html`${driftPart(props)} ${nothingOn(props)}`
  const left = ending(on)
  return html`${driftPart(props)}
  ${card({
    heading: html`<h2 class="nhsuk-card__heading nhsuk-heading-m" data-announce="On now: ${on.title}">
      On now: ${on.title}
    </h2>`,
    content: html`${left && html`<p class="app-left">${left}</p>`}
      <p>${whatItIs(on)}, since ${time(on.started_at!)}.</p>
      <div class="app-row">
        ${left && extend(props, on)}
        ${pressed(props, paths.itemFinish({ ...day.at, item: on.id }), {
          text: labelled('Finish', on.title),
          ...quiet,
        })}
      </div>`,
  })}`
}

/** What comes next: to start, leave out, or let the one after it go first. */
export function nextCard(props: DeskProps): Html | undefined {
  const { day } = props
  const [next, after] = toCome(day.items)
  if (!next) return undefined
  const planned = next.added_at ? ', put in today' : next.slot.at && `, planned for ${time(next.slot.at)}`
  return card({
    heading: { text: `Next: ${next.title}`, size: 'm' },
    content: html`<p>${whatItIs(next)}${planned}</p>
      <div class="app-row">
        ${startButton(props, next)}
        ${pressed(props, paths.itemSkip({ ...day.at, item: next.id }), {
          text: labelled('Leave out', next.title),
          ...quiet,
        })}
        ${
          after &&
          pressed(props, paths.itemForward({ ...day.at, item: after.id }), {
            text: `Swap: ${after.title} first`,
            ...quiet,
          })
        }
      </div>`,
  })
}

/** The last step, who did it, and the way back. */
export function lastDone(props: DeskProps): Html | undefined {
  const { last, day, sending } = props
  if (!last) return undefined
  return html`<div class="app-beside">
    <span>${last.words}, ${time(last.at)}</span>
    ${pressed({ ...props, sending }, paths.stepUndo({ ...day.at, step: last.id }), {
      text: labelled('Undo', `: ${last.words}`),
      ...quiet,
    })}
  </div>`
}
