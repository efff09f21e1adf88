import { dayState } from '../../../before/events/rules.ts'
import { lateStart } from '../../../day/programme/rules/another-day.ts'
import { whatItIs } from '../../../items.ts'
import { outlook, type Outlook } from '../../../day/programme/rules/outlook.ts'
import { endsAt, minutesFrom, plus, toCome } from '../../../day/programme/rules/plan.ts'
import { extensions } from '../../../day/programme/rules/steps.ts'
import { endsAsItGoes, pastTheEnd, programmeEnds } from '../../../day/programme/rules/times.ts'
import type { ShownItem } from '../../../day/programme/store/shown.ts'
import { time, timeOn } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { tag } from '../../../platform/face/tag.ts'
import { counted } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import { ending } from '../../now/views.ts'
import type { DeskProps } from '../reading.ts'
import { endButton, labelled, pressed, quiet, startButton } from './buttons.ts'

/**
 * The drift of the day from its plan, and its consequences; not on another day, when somebody tries things out. A
 * programme too long for the event is announced on every day before it is over.
 */
export function driftPart(props: DeskProps): Html | undefined {
  const { items, event, now } = props.day
  const state = dayState(event, now)
  if (state === 'past') return undefined
  const seen = state === 'today' ? outlook(items, event.starts_at, now) : undefined
  const ends =
    state === 'today' ? endsAsItGoes(items, event.starts_at, now) : programmeEnds(items, event.starts_at)
  const past = pastTheEnd(ends, event)
  if (!seen && !past) return undefined
  return html`<div class="app-drift">
    <p>${seen && drifted(seen)} ${seen && past && html`<br />`}${past}</p>
    ${seen?.lost && endButton(props)}
  </div>`
}

function drifted({ minutes, says, slack }: Outlook): Html {
  const colour = minutes > 5 ? 'orange' : minutes > 1 ? 'yellow' : 'green'
  const [state, ...then] = says.split(': ')
  return html`${tag({ text: state!, colour, classes: 'nhsuk-u-nowrap' })} ${then.join(': ')}
  ${slack && html`<br /><span class="nhsuk-u-secondary-text-colour">${slack}</span>`}`
}

function nothingOn({ day }: DeskProps): Html {
  const over = day.standing.stage === 'after'
  return html`<section class="app-desk-on">
    <h2 class="nhsuk-heading-s">${over ? 'The programme is over' : 'Nothing is on'}</h2>
    <p>
      ${over ? 'Everything on the programme has been done.' : 'Start the next item when the room is ready.'}
    </p>
  </section>`
}

/** True if the item has so many minutes left to give. */
const isToSpare = (on: ShownItem, minutes: number, now: string): boolean =>
  minutes < 0 || minutesFrom(now, endsAt(on)!) >= minutes

const extend = (props: DeskProps, on: ShownItem): Html =>
  html`${extensions
    .filter((minutes) => isToSpare(on, -minutes, props.day.now))
    .map((minutes) =>
      pressed(
        props,
        paths.itemExtension({ ...props.day.at, item: on.id }),
        {
          text: labelled(
            html`${minutes > 0 ? `+${minutes}` : `−${-minutes}`}<span class="app-desk-unit"> min</span>`,
            `${minutes > 0 ? 'for' : 'off'} ${on.title}`,
          ),
          ...quiet,
        },
        { minutes: String(minutes) },
      ),
    )}`

/** The item that is on, how long it still has, and the buttons for it. */
export function onPart(props: DeskProps): Html {
  const { day } = props
  const { on } = day.standing
  if (!on) return html`${movedPart(props)} ${nothingOn(props)}`
  const left = ending(on)
  return html`<section class="app-desk-on">
    <div class="app-desk-on__what">
      <h2 class="nhsuk-heading-s" data-announce="On now: ${on.title}">On now: ${on.title}</h2>
      <p>${whatItIs(on)}, since ${time(on.started_at!)}</p>
    </div>
    ${left && html`<p class="app-left">${left}</p>`}
    <div class="app-row">
      ${left && extend(props, on)}
      ${pressed(props, paths.itemFinish({ ...day.at, item: on.id }), {
        text: labelled('Finish', on.title),
        ...quiet,
      })}
    </div>
  </section>`
}

/** One press for a day that begins late: everything moves along, and nothing is late any more. */
function movedPart(props: DeskProps): Html | undefined {
  const { event, items, now, at } = props.day
  const minutes = lateStart(event, items, now)
  if (minutes === undefined) return undefined
  const begins = time(plus(event.starts_at!, minutes))
  return html`<p>The day was to begin at ${time(event.starts_at!)}.</p>
    <div class="app-said-to">
      ${pressed(
        props,
        paths.movedDay(at),
        { text: `Begin at ${begins}: move everything by ${minutes} minutes`, ...quiet },
        { minutes: String(minutes) },
      )}
    </div>`
}

/** The next item: to start, leave out, or let the one after it go first. */
export function nextPart(props: DeskProps): Html | undefined {
  const { day } = props
  const { next } = day.standing
  const after = toCome(day.items).find((item) => item !== next)
  if (!next) return undefined
  const planned = next.added_at
    ? ', put in today'
    : next.slot.at && `, planned for ${timeOn(next.slot.at, day.event.on_day)}`
  const long = next.minutes === null ? '' : `, ${counted(next.minutes, 'minute')}`
  return html`<section class="app-desk-next">
    <h2 class="nhsuk-heading-l"><span class="app-desk-next__caption">Next: </span>${next.title}</h2>
    <p>${whatItIs(next)}${long}${planned}</p>
    <div class="app-row">
      ${startButton(props, next, { classes: 'app-desk-start' })}
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
    </div>
  </section>`
}

/** The last step, who did it, and the way back: always in sight. */
export function lastDone(props: DeskProps): Html | undefined {
  const { last, day, sending } = props
  if (!last) return undefined
  return html`<div class="app-undo">
    <span>${last.words}, ${time(last.at)}</span>
    ${pressed({ ...props, sending }, paths.deskStepRemoval({ ...day.at, step: last.id }), {
      text: labelled('Undo', `: ${last.words}`),
      ...quiet,
    })}
  </div>`
}
