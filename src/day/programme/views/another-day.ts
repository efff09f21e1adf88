import type { EventRow } from '../../../before/events/store.ts'
import { button } from '../../../platform/face/button.ts'
import { weekdayAndDay } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { warningCallout } from '../../../platform/face/warning-callout.ts'
import { dayState, type AtEvent } from '../../../before/events/rules.ts'
import { paths } from '../../../paths.ts'

/** In a form that starts something on another day: what that means, and that it is meant. */
export const meantForAnotherDay = (onDay: string): Html =>
  html`<input type="hidden" name="anotherDay" value="yes" />
    <p>
      <strong>This event is on ${weekdayAndDay(onDay)}, not today.</strong> Phones and screens show at once
      what you start.
    </p>`

export interface AnotherDayProps {
  at: AtEvent & { item: string }
  title: string
  held: EventRow
  now: string
  seen: string
  sending: FormToken
}

/** Asks whether a day is to be started that is not today. */
export const anotherDayView = ({ at, title, held, now, seen, sending }: AnotherDayProps): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${title}</span>
      Start on another day?
    </h1>
    ${warningCallout({
      heading: {
        level: 2,
        text: `This event ${dayState(held, now) === 'past' ? 'was' : 'is'} on ${weekdayAndDay(held.on_day)}`,
      },
      content: html`<p>Today is another day. What you start is real: phones and screens show it at once.</p>`,
    })}
    <p>
      To try things out, <a href="${paths.rehearse(at)}">rehearse the day</a>. To hold it on another day,
      <a href="${paths.editEvent(at)}">change its date</a>.
    </p>
    ${postingForm(
      { action: paths.itemOnAnotherDay(at), sending },
      html`<input type="hidden" name="seen" value="${seen}" /><input
          type="hidden"
          name="anotherDay"
          value="yes"
        />`,
      button({ text: 'Start it all the same', variant: 'warning', preventDoubleClick: true }),
    )}
    <p><a href="${paths.desk(at)}">Go back without starting it</a></p>`
