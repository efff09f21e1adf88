import { backLink } from '../../../platform/face/back-link.ts'
import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { asked, type FormState } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import { linkMinutes } from '../rules/sign-in.ts'

/** The address at which somebody asks to sign in; `next` is kept until they have. */
export const signInPath = (next: string): string =>
  next ? `${paths.signIn({})}?next=${encodeURIComponent(next)}` : paths.signIn({})

export interface AskProps {
  next: string
  letters: Letters
}

/** They are sent; or shown at an address that the terminal has named; or kept until there is a mail server. */
export type Letters = 'sent' | 'shown' | 'kept'

export const askForLink = ({ next, letters }: AskProps, form: FormState<'email'>, sending: FormToken): Html =>
  html`<h1 class="nhsuk-heading-xl">Sign in</h1>
    <p>
      There is no password. We send you an e-mail with a link and a code: open the link, or enter the code on
      the next page.
    </p>
    ${postingForm(
      { action: signInPath(next), sending },
      input({
        ...asked(form, 'email'),
        label: { text: 'E-mail address', size: 'm' },
        hint: 'The address that the organiser of your Spread-a-thon has for you',
        type: 'email',
        autocomplete: 'email',
        spellcheck: false,
      }),
      button({ text: 'Send me an e-mail', preventDoubleClick: true }),
    )}
    ${unsent(letters)}
    <h2 class="nhsuk-heading-m">If you have signed up for an event</h2>
    <p>
      You need not sign in to take part: open the link that you were given when you signed up, or
      <a href="${paths.join({})}">enter your code</a>.
    </p>`

/** Advice where no letter can come. */
function unsent(letters: Letters): Html | false {
  if (letters === 'sent') return false
  return insetText({
    content:
      letters === 'shown'
        ? html`<p>
            This server runs on your own computer and sends no e-mail. To read what it would have sent, open
            the outgoing-mail address that the terminal showed when you started it, in the line that begins
            with “mail”. If nobody has added your address,
            <a href="${paths.startHere({})}">start as organiser here</a>.
          </p>`
        : html`<p>
            This service cannot send e-mail yet, so none will come. Ask whoever runs it for a link to sign in.
          </p>`,
  })
}

export const startHere = (form: FormState<'email' | 'secret' | 'proof'>, sending: FormToken): Html =>
  html`<h1 class="nhsuk-heading-xl">Start as organiser here</h1>
    <p>
      This server runs on your own computer. Whoever can read its terminal may start a network of their own
      with any e-mail address; none is sent.
    </p>
    ${postingForm(
      { action: paths.startHere({}), sending },
      input({
        ...asked(form, 'email'),
        label: 'Your e-mail address',
        hint: 'You sign in with it from now on',
        type: 'email',
        autocomplete: 'email',
        spellcheck: false,
      }),
      input({
        ...asked(form, 'secret'),
        label: 'The address that the terminal shows after “mail”',
        hint: 'Copy the whole line, or what stands after its last slash',
        spellcheck: false,
        autocomplete: 'off',
      }),
      button({ text: 'Start', preventDoubleClick: true }),
    )}`

export interface CodeProps {
  link: string
  letters: Letters
}

export const enterCode = ({ link, letters }: CodeProps, form: FormState<'code'>, sending: FormToken): Html =>
  html`<h1 class="nhsuk-heading-xl">Check your e-mail</h1>
    <p>
      If the address is known here, an e-mail with a link and a code
      ${letters === 'sent' ? 'is on its way' : 'has been written'}. Open the link on any device, or enter the
      code on this page. Both work once, for ${linkMinutes} minutes.
    </p>
    ${unsent(letters)}
    ${postingForm(
      { action: codePath(link), sending },
      input({
        ...asked(form, 'code'),
        label: { text: 'Code', size: 'm' },
        hint: 'Eight letters and numbers, such as ABCD EFGH. Capitals and spaces do not matter.',
        width: 10,
        code: true,
        spellcheck: false,
        autocomplete: 'one-time-code',
        autocapitalize: 'characters',
      }),
      button({ text: 'Sign in', preventDoubleClick: true }),
    )}
    <h2 class="nhsuk-heading-m">If no e-mail comes</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>Wait five minutes, and look among junk e-mail.</li>
      <li>
        <a href="${paths.signIn({})}">Ask again</a>, and check that the address is the one your organiser has
        for you.
      </li>
      <li>Ask your organiser to add you: only people who have been added can sign in.</li>
    </ul>`

export const codePath = (link: string): string => `${paths.signInCode({})}?asked=${encodeURIComponent(link)}`

export const askFirst = (next = ''): Html =>
  html`<h1 class="nhsuk-heading-xl">Ask for a code first</h1>
    <p>A code belongs to the page on which you asked for it.</p>
    <p>${button({ text: 'Ask for a code', href: signInPath(next) })}</p>`

export interface LandingProps {
  action: string
  email: string
}

/** Mail scanners follow links, so following one does nothing; the button does. */
export const landing = ({ action, email }: LandingProps, sending: FormToken): Html =>
  html`<h1 class="nhsuk-heading-xl">Sign in</h1>
    <p>You are signing in as ${email}.</p>
    ${postingForm({ action, sending }, button({ text: 'Sign in', preventDoubleClick: true }))}`

export const deadLink = (sentence: string, signedIn: boolean): Html =>
  html`<h1 class="nhsuk-heading-xl">This link does not work any more</h1>
    <p>${sentence}</p>
    ${
      signedIn
        ? html`<p>You are signed in on this device already.</p>
            <p>${button({ text: 'Go to the start page', href: paths.home({}) })}</p>`
        : html`<p>${button({ text: 'Ask for a new link', href: paths.signIn({}) })}</p>`
    }`

export const leave = (signedIn: boolean, sending: FormToken): Html =>
  signedIn
    ? html`<h1 class="nhsuk-heading-xl">Sign out</h1>
        <p>You sign out on this device only. What you have done stays.</p>
        ${postingForm({ action: paths.signOut({}), sending }, button({ text: 'Sign out', preventDoubleClick: true }))}`
    : html`<h1 class="nhsuk-heading-xl">You are signed out</h1>
        <p>${button({ text: 'Sign in', href: paths.signIn({}) })}</p>
        ${backLink({ href: paths.home({}), text: 'Go to the start page' })}`
