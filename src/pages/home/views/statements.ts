import { html, type Html } from '../../../platform/face/html.ts'
import { table } from '../../../platform/face/tables.ts'
import { paths } from '../../../paths.ts'

export const writeTo = (contact: string): Html =>
  contact
    ? html`write to <a href="mailto:${contact}">${contact}</a>`
    : html`tell the organiser of your Spread-a-thon`

export const accessibility = (contact: string): Html =>
  html`<h1 class="nhsuk-heading-xl">Accessibility statement</h1>
    <p>We want as many people as possible to be able to take part. You should be able to:</p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>use every page with a keyboard, or by speaking to your device</li>
      <li>listen to every page with a screen reader</li>
      <li>zoom in up to 400% without text running off the screen</li>
      <li>take part without JavaScript, and without an account or an e-mail address</li>
      <li>read every chart as a sentence and as a table</li>
    </ul>
    <h2 class="nhsuk-heading-l">How accessible this service is</h2>
    <p>
      It is built to meet level AA of the Web Content Accessibility Guidelines (WCAG) version 2.2. Its pages
      are checked with an automated tool each time the software is changed. The tool does not find every
      problem, and people who use assistive technology have not tested this installation as far as its
      software knows.
    </p>
    <h2 class="nhsuk-heading-l">What people put here</h2>
    <p>
      Slides and other documents to which people link are kept elsewhere and may be less accessible. Ask
      whoever added them for another format.
    </p>
    <h2 class="nhsuk-heading-l">Tell us about a problem</h2>
    <p>If you find a problem, or need something in another format, ${writeTo(contact)}.</p>
    <p>
      If you are not happy with the answer,
      <a href="https://www.equalityadvisoryservice.com/">contact the Equality Advisory and Support Service</a
      >.
    </p>`

export const cookies = ({ attendee, person }: { attendee: number; person: number }): Html =>
  html`<h1 class="nhsuk-heading-xl">Cookies</h1>
    <p>
      A cookie is a small text that your browser keeps for a site. We use only those without which this
      service cannot work. None of them is used to measure what you do or to advertise, and none goes to
      anyone else, so we do not ask you to accept them.
    </p>
    ${table({
      caption: 'The cookies of this service',
      head: ['Name', 'What it is for', 'How long it stays'],
      rows: [
        [
          'visitor',
          'Shows that a form was sent from this browser and from a page of ours',
          'Until you close the browser',
        ],
        [
          'session',
          'Keeps you signed in, or keeps your place on the day',
          `Until you sign out, or a day. It stops working after ${hours(person)} without use; after ${hours(attendee)} for people who signed up for an event.`,
        ],
        [
          'flash',
          'Carries a message such as “Pledge saved” to the next page',
          'Until that page, or a minute',
        ],
        [
          'Two names for each vote you take part in',
          'Lets this browser, and nobody else, change your vote while voting is open and show that it is counted',
          'A month',
        ],
      ],
      responsive: true,
    })}
    <p>
      If the address of this site begins with https, the first three begin with __Host-, which keeps other
      sites from setting them.
    </p>
    <p>
      Your browser also keeps what you have typed and not sent yet until you close the page, so that it is not
      lost when the connection is. It stays on your device.
    </p>
    <p>
      On the day of an event it keeps two more things, for when there is no network. What you have sent stays
      on your device until it has arrived, for seven days at most. The page of the day and the forms it leads
      to stay for a day, or until you sign out or somebody else comes in on the same device.
    </p>`

const hours = (minutes: number): string =>
  minutes % 60 === 0 && minutes > 60
    ? `${minutes / 60} hours`
    : minutes === 60
      ? 'an hour'
      : `${minutes} minutes`

export const help = (contact: string): Html =>
  html`<h1 class="nhsuk-heading-xl">Help</h1>
    <h2 class="nhsuk-heading-l">On the day</h2>
    <h3 class="nhsuk-heading-m">How do I come in?</h3>
    <p>
      Open the link that you were given when you signed up, or
      <a href="${paths.join({})}">enter your code</a>. If you have not signed up, enter the code from the big
      screen. You need no account.
    </p>
    <h3 class="nhsuk-heading-m">What do I have to do?</h3>
    <p>The page “Now” always shows what to do at this moment. It keeps itself up to date.</p>
    <h3 class="nhsuk-heading-m">I have no phone with me, or no connection</h3>
    <p>
      Ask an organiser: you can vote on paper or on a shared tablet, and someone can write your reflections
      down.
    </p>
    <h3 class="nhsuk-heading-m">Can anyone see how I voted?</h3>
    <p>
      No page shows it. Who has voted and what was chosen are kept apart, and once voting has closed they
      cannot be joined. <a href="${paths.privacy({})}#votes">What that means exactly</a>
    </p>
    <h2 class="nhsuk-heading-l">Before and after</h2>
    <h3 class="nhsuk-heading-m">How do I sign in without a password?</h3>
    <p>
      <a href="${paths.signIn({})}">Enter your e-mail address</a>. You get an e-mail with a link and a code;
      either signs you in. Both work once, for half an hour.
    </p>
    <h3 class="nhsuk-heading-m">No e-mail comes</h3>
    <p>
      Look among junk e-mail. Then check with your organiser which address they have for you: only people who
      have been added can sign in.
    </p>
    <h3 class="nhsuk-heading-m">How do I change or erase what is held about me?</h3>
    <p>
      When you have signed in, your name at the top of each page leads to everything that is held about you.
      If you came with a code, your sign-up shows it.
    </p>
    <h2 class="nhsuk-heading-l">Something does not work</h2>
    <p>If you cannot find the answer here, ${writeTo(contact)}.</p>`
