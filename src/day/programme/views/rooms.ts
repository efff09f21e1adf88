import type { AtEvent } from '../../../before/events/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { asked, type FormState } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import { meantForAnotherDay } from './another-day.ts'
import { counted } from '../../../platform/text/english.ts'

export interface RoomsChoiceProps {
  at: AtEvent & { item: string }
  title: string
  /** The number of change ideas of which rooms can be made. */
  ideas: number
  /** The number of rooms; somebody may have made them meanwhile. */
  rooms: number
  seen: string
  /** The event's day, where that is not today and nothing has begun. */
  anotherDay: string | undefined
  sending: FormToken
}

function choice({ ideas }: RoomsChoiceProps, form: FormState<'rooms'>): Html {
  return radios({
    ...asked(form, 'rooms'),
    idPrefix: 'rooms',
    fieldset: { legend: { text: 'There are no breakout rooms yet', size: 's' } },
    items: [
      ...(ideas > 0
        ? [
            {
              value: 'ideas',
              text: `Make ${counted(ideas, 'room')}, one for each change idea`,
              hint: 'Phones show them at once, and everyone chooses one.',
            },
          ]
        : []),
      {
        value: 'none',
        text: 'Start without rooms',
        hint: 'People talk where they are. Phones and the Screen have no rooms to show.',
      },
    ],
  })
}

/** Asks which rooms there are, before people are sent to choose among none. */
export const roomsChoiceView = (props: RoomsChoiceProps, form: FormState<'rooms'>): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${props.title}</span>
      Which rooms are there?
    </h1>
    ${postingForm(
      { action: paths.itemRooms(props.at), sending: props.sending },
      html`<input type="hidden" name="seen" value="${props.seen}" />`,
      props.anotherDay && meantForAnotherDay(props.anotherDay),
      props.rooms > 0
        ? html`<input type="hidden" name="rooms" value="none" />
            <p>There ${props.rooms === 1 ? 'is' : 'are'} ${counted(props.rooms, 'room')} now.</p>`
        : choice(props, form),
      button({ text: 'Start', preventDoubleClick: true }),
    )}
    <p><a href="${paths.newRoom(props.at)}">Make a room of your own first</a></p>`
