import { whenAndWhere } from '../../events/views.ts'
import { paths } from '../../../paths.ts'
import { button } from '../../../platform/face/button.ts'
import { heading } from '../../../platform/face/heading.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { panel } from '../../../platform/face/panel.ts'
import { checkedForm, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { asked, type FormState } from '../../../platform/form/state.ts'
import type { EventRow } from '../../events/store.ts'
import { answerFields, answerRows, livedExperienceField, type AnswersForm, type Asking } from './answers.ts'

export interface SignUpPage extends Asking {
  event: EventRow
  /** The reason why nobody can sign up just now. */
  refusal: string | undefined
  /** The browser belongs to somebody who has signed up. */
  signedUp: boolean
}

const nounsOf = (event: EventRow) => ({ network: event.network_id, event: event.id })

export function signUpForm(page: SignUpPage, form: AnswersForm, sending: FormToken): Html {
  const { event } = page
  const title = html`${heading({ text: `Sign up for ${event.name}`, size: 'l' })}
    <p class="nhsuk-body-l">${whenAndWhere(event)}</p>`
  // The typed answers stay before their writer, with the reason for the refusal above them.
  const typed = form.general !== undefined || 'name' in form.values
  if (page.refusal && !typed) {
    return html`${title}
      <p>${page.refusal}</p>
      <p><a href="${paths.signUpLetter(nounsOf(event))}">I have signed up and have lost my link</a></p>`
  }
  return html`${title}${
    page.signedUp &&
    insetText({
      content: html`<p>
        You are signed up already. <a href="${paths.mySignUp(nounsOf(event))}">See your sign-up</a>, or sign
        up somebody else below.
      </p>`,
    })
  }
  ${postingForm(
    { action: paths.signUp(nounsOf(event)), sending },
    answerFields(
      form,
      page,
      'We send your personal link and a file for your calendar. Without an address you are given a code.',
      livedExperienceField(form, page),
    ),
    html`<p>Next you check your answers. Nothing is sent before that.</p>`,
    button({ text: 'Continue', preventDoubleClick: true }),
  )}`
}

export const checkAnswers = (page: SignUpPage, form: AnswersForm, sending: FormToken): Html =>
  html`${heading({ text: 'Check your answers', size: 'l', caption: page.event.name })}
    ${summaryList({ rows: answerRows(form, page) })}
    <p>
      The organisers see your name, e-mail address, who you come with, profession and what you need. You can
      change or erase this at any time.
    </p>
    ${checkedForm(
      { action: paths.signUp(nounsOf(page.event)), sending, values: form.values },
      'Confirm and sign up',
    )}`

export interface DonePage {
  event: EventRow
  /** The personal code, for people who gave no e-mail address. */
  code: string | undefined
  today: boolean
}

export const signUpDone = ({ event, code, today }: DonePage): Html =>
  html`${panel({ heading: { text: 'Sign-up received', level: 1 }, content: event.name })}
    ${
      code
        ? html`<h2 class="nhsuk-heading-m">Your personal code</h2>
            <p class="app-code">${code}</p>
            <p>
              Write it down or take a picture of it. With this code you come in on any device, and change or
              cancel your sign-up.
            </p>`
        : html`<h2 class="nhsuk-heading-m">Check your mail</h2>
            <p>
              We have sent you a letter with your personal link and a file for your calendar. With the link
              you come in on any device, and change or cancel your sign-up. If it does not arrive in a few
              minutes, look among the unwanted mail.
            </p>`
    }
    <h2 class="nhsuk-heading-m">What happens next</h2>
    <p>${whenAndWhere(event)}</p>
    <p>
      On the day one page follows what happens and shows you what to do: reflect, vote, pledge and find your
      room.
    </p>
    <ul class="nhsuk-list">
      ${today && html`<li><a href="${paths.now(nounsOf(event))}">Follow the day now</a></li>`}
      <li><a href="${paths.eventCalendar(nounsOf(event))}">Put it into your calendar</a></li>
      <li><a href="${paths.event(nounsOf(event))}">About the event</a></li>
    </ul>`

export const letterForm = (event: EventRow, form: FormState<'email'>, sending: FormToken): Html =>
  html`${heading({ text: 'Send my link again', size: 'l', caption: event.name })}
  ${postingForm(
    { action: paths.signUpLetter(nounsOf(event)), sending },
    input({
      ...asked(form, 'email'),
      label: { text: 'The e-mail address you signed up with', size: 's' },
      type: 'email',
      autocomplete: 'email',
      spellcheck: false,
    }),
    button({ text: 'Send', preventDoubleClick: true }),
  )}`

export const letterSent = (event: EventRow): Html =>
  html`${heading({ text: 'Check your mail', size: 'l', caption: event.name })}
    <p>
      If somebody has signed up with this address, their letter is on its way. If it does not arrive in a few
      minutes, look among the unwanted mail, or ask an organiser.
    </p>
    <p><a href="${paths.event(nounsOf(event))}">About the event</a></p>`
