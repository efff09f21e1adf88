import { whenAndWhere } from '../../events/views.ts'
import { paths } from '../../../paths.ts'
import { button } from '../../../platform/face/button.ts'
import { heading } from '../../../platform/face/heading.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { asked, emptyForm, type FormState } from '../../../platform/form/state.ts'
import type { EventRow } from '../../events/store.ts'
import type { AttendeeRow } from '../store.ts'

const nounsOf = (event: EventRow) => ({ network: event.network_id, event: event.id })

const codeForm = (form: FormState<'code'>, sending: FormToken, label: string, hint: string): Html =>
  postingForm(
    { action: paths.join({}), sending },
    input({
      ...asked(form, 'code'),
      label: { text: label, size: 's' },
      hint,
      width: 10,
      code: true,
      autocomplete: 'off',
      autocapitalize: 'characters',
      spellcheck: false,
    }),
    button({ text: 'Continue', preventDoubleClick: true }),
  )

export const joinPage = (form: FormState<'code'>, sending: FormToken): Html =>
  html`${heading({ text: 'Come in', size: 'l' })}
    ${codeForm(
      form,
      sending,
      'Enter your code',
      'The 6 letters and numbers on the screen, or the 8 of your personal code. Capitals and spaces do not matter.',
    )}
    <p>If you signed up with an e-mail address, use the link in our letter instead.</p>`

export const deadLinkPage = (form: FormState<'code'>, sending: FormToken): Html =>
  html`${heading({ text: 'This link does not work', size: 'l' })}
    <p>
      Part of it may be missing, or what was held about the sign-up has been erased. Open it again from the
      letter, or copy the whole of it.
    </p>
    <p>
      To be sent a new letter, go to the page of the event, choose “Sign up” and then “I have lost my link”;
      or ask an organiser.
    </p>
    ${codeForm(form, sending, 'Or enter a code', 'The 6 letters and numbers on the screen, or the 8 of your personal code')}`

export const joinEventPage = (
  { event, refusal, cameIn }: { event: EventRow; refusal: string | undefined; cameIn: boolean },
  sending: FormToken,
): Html =>
  html`${heading({ text: event.name, size: 'l' })}
    <p class="nhsuk-body-l">${whenAndWhere(event)}</p>
    ${
      cameIn
        ? html`<p>You have come in.</p>
            ${button({ text: 'Follow the day', href: paths.now(nounsOf(event)) })}`
        : html`<h2 class="nhsuk-heading-m">I have signed up</h2>
            <p>
              Use the link in the letter we sent you, or
              <a href="${paths.signUpLetter(nounsOf(event))}">have it sent again</a>. If you have a personal
              code, enter it here.
            </p>
            ${codeForm(emptyForm(), sending, 'Your personal code', 'It has 8 letters and numbers')}
            <h2 class="nhsuk-heading-m">I have not signed up</h2>
            ${
              refusal
                ? html`<p>${refusal}</p>`
                : button({ text: 'Sign up now', href: paths.signUp(nounsOf(event)), variant: 'secondary' })
            }
            <p><a href="${paths.event(nounsOf(event))}">About the event</a></p>`
    }`

export interface AttendPage {
  event: EventRow
  attendee: AttendeeRow
  token: string
}

/** Opening the link changes nothing, because programs that check mail follow links; the button does. */
export const attendPage = ({ event, attendee, token }: AttendPage, sending: FormToken): Html =>
  html`${heading({ text: event.name, size: 'l' })}
    <p class="nhsuk-body-l">${whenAndWhere(event)}</p>
    ${
      attendee.cancelled_at
        ? html`<p>${attendee.name}, your sign-up is cancelled. You can sign up again.</p>`
        : html`<p>You are signed up as ${attendee.name}.</p>`
    }
    ${postingForm(
      { action: paths.attend({ token }), sending },
      html`<div class="nhsuk-button-group">
        ${
          !attendee.cancelled_at &&
          button({ text: 'Come in', name: 'to', value: 'now', preventDoubleClick: true })
        }
        ${button({
          text: 'See, change or cancel my sign-up',
          name: 'to',
          value: 'sign-up',
          variant: 'secondary',
          preventDoubleClick: true,
        })}
      </div>`,
    )}`
