import { button } from '../../../platform/face/button.ts'
import { heading } from '../../../platform/face/heading.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { paths } from '../../../paths.ts'
import type { EventRow } from '../../events/store.ts'
import { toldSentence } from '../rules/changes.ts'
import { whenAndWhere } from './sign-up.ts'

/** The consequences of cancelling an event. */
export function cancelEventView(event: EventRow, tells: number, sending: FormToken): Html {
  const nouns = { network: event.network_id, event: event.id }
  return html`${heading({ text: 'Cancel this event?', size: 'l' })}
    <p class="nhsuk-body-l">${event.name}, ${whenAndWhere(event)}</p>
    <p>
      Nobody can sign up any more, and calendars show it as cancelled. All that was prepared stays, and you
      can take this back.
    </p>
    <p>
      ${toldSentence(tells) || 'Nobody has signed up with an e-mail address, so nobody is told by e-mail.'}
    </p>
    ${postingForm({ action: paths.cancelEvent(nouns), sending }, button({ text: 'Cancel the event', variant: 'warning', preventDoubleClick: true }))}
    <p><a href="${paths.event(nouns)}">Go back and do not cancel it</a></p>`
}
