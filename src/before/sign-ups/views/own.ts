import { whenAndWhere } from '../../events/views.ts'
import { paths } from '../../../paths.ts'
import { button } from '../../../platform/face/button.ts'
import { heading } from '../../../platform/face/heading.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { postingButton, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { emptyForm, type Values } from '../../../platform/form/state.ts'
import type { DayState } from '../../events/rules.ts'
import type { EventRow } from '../../events/store.ts'
import { otherProfession, professions } from '../rules.ts'
import type { AttendeeRow } from '../store.ts'
import { answerFields, answerRows, livedExperienceField, type Asking } from './answers.ts'
import type { AnswersForm } from './answers.ts'

/** The stored answers of somebody, as the form asks for them. */
export function heldAnswers(row: AttendeeRow): Values {
  const listed = row.profession === null || (professions as readonly string[]).includes(row.profession)
  return {
    name: row.name,
    email: row.email ?? '',
    team: row.team_id ?? 'none',
    profession: listed ? (row.profession ?? '') : otherProfession,
    otherProfession: listed ? '' : row.profession!,
    livedExperience: row.lived_experience,
    accessNeeds: row.access_needs ?? '',
  }
}

export interface OwnPage extends Asking {
  event: EventRow
  row: AttendeeRow
  code: string
  state: DayState
}

const nounsOf = (event: EventRow) => ({ network: event.network_id, event: event.id })

export function mySignUpPage(page: OwnPage, sending: FormToken): Html {
  const { event, row, state } = page
  const nouns = nounsOf(event)
  const cancelled = row.cancelled_at !== null
  return html`${heading({ text: 'Your sign-up', size: 'l', caption: event.name })}
    <p class="nhsuk-body-l">${whenAndWhere(event)}</p>
    ${event.cancelled_at && insetText({ content: 'This event is cancelled.' })}
    ${
      cancelled &&
      html`${insetText({ content: 'Your sign-up is cancelled.' })}
      ${state !== 'past' && postingButton({ action: paths.signUpAgain(nouns), sending }, { text: 'Sign up again' })}`
    }
    ${!cancelled && state === 'today' && button({ text: 'Follow the day', href: paths.now(nouns) })}
    ${summaryList({ rows: answerRows(emptyForm(heldAnswers(row)), page) })}
    <p><a href="${paths.editMySignUp(nouns)}">Correct this</a></p>
    <h2 class="nhsuk-heading-m">Your personal code</h2>
    <p class="app-code">${page.code}</p>
    <p>
      Enter it at <a href="${paths.join({})}">${sendingAddress(sending)}</a> to come in on another device.
    </p>
    <h2 class="nhsuk-heading-m">Take it with you, or leave</h2>
    <ul class="nhsuk-list">
      <li><a href="${paths.me({})}">See and download all that is held about you</a></li>
      ${
        !cancelled &&
        state !== 'past' &&
        html`<li><a href="${paths.cancelMySignUp(nouns)}">Cancel your sign-up</a></li>`
      }
      <li><a href="${paths.eraseMySignUp(nouns)}">Erase what is held about you</a></li>
    </ul>`
}

const sendingAddress = (sending: FormToken & { address?(path: string): string }) =>
  (sending.address?.(paths.join({})) ?? paths.join({})).replace(/^https?:\/\//, '')

export const correctForm = (page: OwnPage, form: AnswersForm, sending: FormToken): Html =>
  html`${heading({ text: 'Correct your sign-up', size: 'l', caption: page.event.name })}
  ${postingForm(
    { action: paths.editMySignUp(nounsOf(page.event)), sending },
    answerFields(
      form,
      page,
      'If you change it, we send your link to the new one.',
      livedExperienceField(form, page),
    ),
    button({ text: 'Save', preventDoubleClick: true }),
  )}`

const sure = (
  words: { title: string; says: string; text: string },
  action: string,
  event: EventRow,
  sending: FormToken,
): Html =>
  html`${heading({ text: words.title, size: 'l', caption: event.name })}
    <p>${words.says}</p>
    ${postingForm({ action, sending }, button({ text: words.text, variant: 'warning', preventDoubleClick: true }))}
    <p><a href="${paths.mySignUp(nounsOf(event))}">No, go back</a></p>`

export const cancelPage = (event: EventRow, sending: FormToken): Html =>
  sure(
    {
      title: 'Do you want to cancel your sign-up?',
      says: 'Your place goes to somebody else. You can sign up again as long as there are places. A vote that you have given stays counted.',
      text: 'Cancel my sign-up',
    },
    paths.cancelMySignUp(nounsOf(event)),
    event,
    sending,
  )

export const erasePage = (event: EventRow, sending: FormToken): Html =>
  sure(
    {
      title: 'Do you want to erase what is held about you?',
      says: 'Your name, e-mail address, what you need and whether you are a representative are erased for good. Your link and code stop working. Somebody without a name stays in the counts. If the day is still to come, your place becomes free.',
      text: 'Erase it',
    },
    paths.eraseMySignUp(nounsOf(event)),
    event,
    sending,
  )
