import { button } from '../../platform/face/button.ts'
import { day, dayAndTime, dayOf } from '../../platform/face/dates.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { input } from '../../platform/face/input.ts'
import { postingButton, postingForm, type FormToken } from '../../platform/face/command-form.ts'
import { summaryList } from '../../platform/face/summary-list.ts'
import { warningCallout } from '../../platform/face/warning-callout.ts'
import { asked, type FormState } from '../../platform/form/state.ts'
import { paths } from '../../paths.ts'
import { roleNames, type HeldRole } from '../../before/networks/rules.ts'
import type { Held, HeldSignUp } from './store.ts'

/** Addresses for correcting and erasing, and whether the actor could have a role at all. */
export interface Ways {
  correct: string
  erase: string
  roles: boolean
}

export const mePage = (held: Held, ways: Ways, sending: FormToken): Html =>
  html`<h1 class="nhsuk-heading-xl">What is held about you</h1>
    ${summaryList({
      rows: [
        {
          key: 'Name',
          value: held.name,
          actions: [{ text: 'Change', href: ways.correct, visuallyHiddenText: 'your name' }],
        },
        { key: 'E-mail address', value: held.email ?? 'None' },
        { key: 'Known here since', value: day(dayOf(held.since)) },
      ],
    })}
    ${ways.roles && roles(held.roles)} ${held.signUps.length > 0 && signUps(held.signUps)}
    ${devices(held, sending)}
    <h2 class="nhsuk-heading-l">Take it with you, or erase it</h2>
    <p><a href="${paths.myData({})}">Download what is held about you (JSON)</a></p>
    <p><a href="${ways.erase}">Erase what is held about you</a></p>`

const roles = (list: HeldRole[]): Html =>
  html`<h2 class="nhsuk-heading-l">Your roles</h2>
    ${
      list.length === 0
        ? html`<p>You have no role in a network. An organiser can give you one.</p>`
        : html`<ul class="nhsuk-list nhsuk-list--bullet">
            ${list.map(roleLine)}
          </ul>`
    }`

const roleLine = ({ network, networkName, role, team }: HeldRole): Html =>
  html`<li>
    <a href="${paths.network({ network })}">${networkName}</a>: ${roleNames[role]}${team ? `, ${team}` : ''}
  </li>`

const signUps = (list: HeldSignUp[]): Html =>
  html`<h2 class="nhsuk-heading-l">${list.length === 1 ? 'Your sign-up' : 'Your sign-ups'}</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      ${list.map(
        ({ network, event, eventName, cancelledAt }) =>
          html`<li>
            ${
              cancelledAt
                ? html`${eventName} (cancelled)`
                : html`<a href="${paths.mySignUp({ network, event })}">${eventName}</a>`
            }
          </li>`,
      )}
    </ul>`

const devices = ({ sessions }: Held, sending: FormToken): Html =>
  html`<h2 class="nhsuk-heading-l">Where you are signed in</h2>
    <p>You are signed in on ${sessions.length === 1 ? 'one device' : `${sessions.length} devices`}.</p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      ${sessions.map(
        ({ startedAt, lastUsedAt }) =>
          html`<li>since ${dayAndTime(startedAt)}, last used ${dayAndTime(lastUsedAt)}</li>`,
      )}
    </ul>
    ${postingButton(
      { action: paths.mySessions({}), sending },
      { text: 'Sign out everywhere', variant: 'secondary' },
    )}`

const nameField = (form: FormState<'name'>): Html =>
  input({
    ...asked(form, 'name'),
    label: { text: 'Name', size: 'm' },
    hint: 'As others should see it in your networks',
    autocomplete: 'name',
    spellcheck: false,
  })

export const namePage = (form: FormState<'name'>, sending: FormToken): Html =>
  html`<h1 class="nhsuk-heading-xl">Change your name</h1>
    ${postingForm(
      { action: paths.myName({}), sending },
      nameField(form),
      button({ text: 'Save', preventDoubleClick: true }),
    )}`

/** Asked at sign-in of people named by their address; it may wait. */
export const askName = (form: FormState<'name'>, next: string, sending: FormToken): Html =>
  html`<h1 class="nhsuk-heading-xl">What is your name?</h1>
    <p>You have signed in. Until now you are called by your e-mail address here.</p>
    ${postingForm(
      { action: `${paths.myName({})}?next=${encodeURIComponent(next)}`, sending },
      nameField(form),
      button({ text: 'Save', preventDoubleClick: true }),
    )}
    <p><a href="${next}">Go on without it</a></p>`

export const erasurePage = (sending: FormToken): Html =>
  html`<h1 class="nhsuk-heading-xl">Erase what is held about you</h1>
    <p>This takes away, for good:</p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>your name and your e-mail address</li>
      <li>your roles, and whether you are a service user or carer</li>
      <li>your sign-ups for events, and what you need to take part</li>
      <li>your sessions on all devices, and your links to sign in</li>
    </ul>
    <p>
      What you did with your team stays, and stays counted, as done by “someone who has left”. If you wrote
      your own name into a text, change the text first: nothing searches for it.
    </p>
    ${warningCallout({ heading: { text: 'This cannot be undone', level: 2 }, content: html`<p>Nobody can bring it back, not even the organiser.</p>` })}
    ${postingForm(
      { action: paths.eraseMe({}), sending },
      html`<div class="nhsuk-button-group">
        ${button({ text: 'Erase it', variant: 'warning', preventDoubleClick: true })}
        ${button({ text: 'Keep it', variant: 'secondary', href: paths.me({}) })}
      </div>`,
    )}`
