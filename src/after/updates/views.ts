import { button } from '../../platform/face/button.ts'
import { postingButton, postingForm, type FormToken } from '../../platform/face/command-form.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { recordFields } from '../../platform/face/record-fields.ts'
import type { FormState } from '../../platform/form/state.ts'
import { paths } from '../../paths.ts'
import { updateFields, type UpdateView } from './record.ts'

interface FormProps {
  action: string
  sending: FormToken
  form: FormState<keyof typeof updateFields.fields>
  team: string
  /** The day of the meeting that it is for. */
  meetingOn: string | undefined
}

export const updateForm = ({ action, sending, form, team, meetingOn }: FormProps): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${team}</span>
      How are you getting on?
    </h1>
    ${meetingOn && html`<p>Two sentences for the meeting on ${day(meetingOn)}.</p>`}
    ${postingForm(
      { action, sending, queue: { name: 'Your update' } },
      recordFields(updateFields, form),
      button({ text: 'Send', preventDoubleClick: true }),
    )}`

const said = ({ did, next, saidAt }: UpdateView): Html =>
  html`<p class="nhsuk-u-margin-bottom-1">${did}${next !== null && html` <strong>Next:</strong> ${next}`}</p>
    <p class="nhsuk-u-secondary-text-colour">${day(dayOf(saidAt))}</p>`

interface CardProps {
  at: { network: string; team: string }
  /** The last one that the team said. */
  last: UpdateView | undefined
  maySay: boolean
}

/** How a team is getting on, on its page; an invitation to it alone while it has said nothing. */
export function updateCard({ at, last, maySay }: CardProps): Html | undefined {
  if (!last && !maySay) return undefined
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">How we are getting on</h2>
    ${last ? said(last) : html`<p>Two sentences tell the others, and come to the next meeting by themselves.</p>`}
    ${maySay && button({ text: 'Say how you are getting on', href: paths.newUpdate(at), variant: 'secondary' })}
  </section>`
}

interface PageProps {
  network: string
  teams: ReadonlyMap<string, string>
  /** The latest first. */
  updates: readonly UpdateView[]
  /** One that was taken back just now, and can be put back. */
  removed: UpdateView | undefined
  mayTakeBack(update: UpdateView): boolean
  sending: FormToken
}

export const updatesPage = ({ network, teams, updates, removed, mayTakeBack, sending }: PageProps): Html =>
  html`<h1 class="nhsuk-heading-xl">How the teams are getting on</h1>
    ${
      removed &&
      insetText({
        content: html`<p>The update was taken back.</p>
          ${postingButton(
            { action: paths.restoreUpdate({ network, team: removed.team, update: removed.id }), sending },
            { text: 'Put it back', variant: 'secondary', small: true },
          )}`,
      })
    }
    ${updates.length === 0 && html`<p>Nobody has said how they are getting on yet.</p>`}
    <ul class="app-cards app-cards--wide">
      ${updates.map(
        (one) =>
          html`<li class="app-card">
            <h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">
              <a class="nhsuk-link" href="${paths.team({ network, team: one.team })}"
                >${teams.get(one.team)}</a
              >
            </h2>
            ${said(one)}
            ${
              mayTakeBack(one) &&
              postingButton(
                { action: paths.takeBackUpdate({ network, team: one.team, update: one.id }), sending },
                { text: 'Take it back', variant: 'secondary', small: true },
              )
            }
          </li>`,
      )}
    </ul>`
