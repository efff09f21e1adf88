import { html, type Html } from '../../../platform/face/html.ts'
import { table } from '../../../platform/face/tables.ts'
import { paths } from '../../../paths.ts'
import { writeTo } from './statements.ts'

export const privacy = (contact: string, organisation: string): Html =>
  html`<h1 class="nhsuk-heading-xl">Privacy notice</h1>
    <p>
      ${organisation || 'The organisation that runs this installation'} decides why and how the personal data
      described here is used. Its own privacy notice says on what legal basis, and how to reach its data
      protection officer.
    </p>
    <h2 class="nhsuk-heading-l">No patient belongs here</h2>
    <p>
      Do not write anything from which a patient could be recognised. Text that holds what looks like an NHS
      number is stopped with a question before it is saved.
    </p>
    <h2 class="nhsuk-heading-l">What is held, and who sees it</h2>
    ${table({
      caption: { text: 'Personal data in this service', classes: 'nhsuk-u-visually-hidden' },
      head: ['What', 'What for', 'Who sees it'],
      rows: [
        [
          'Your name and e-mail address, if you sign in',
          'To sign you in and to write to you',
          'People with a role in your network see your name; organisers also your address',
        ],
        [
          'Your roles in networks and teams',
          'To show you what you may see and do',
          'People with a role in the same network',
        ],
        [
          'Your sign-up for an event: name, team, profession; an e-mail address if you gave one',
          'To expect you on the day',
          'The organisers of the event',
        ],
        [
          'Whether you are a service user or carer',
          'To show how changes were made together',
          'Only the organisers. Others see counts, and never a count under 3',
        ],
        ['What you need to take part', 'To make it possible', 'Only the organisers'],
        [
          'What you write: reflections, pledges, asks, notes',
          'It is the work itself',
          'Everyone who may read the network’s pages, under your team’s name unless you sign it',
        ],
        [
          'What you answer in the feedback form, without your name',
          'To make the next day better',
          'Organisers read the words; others see counts, and never a count under 3',
        ],
        [
          'How to reach you, if you ask for it in the feedback form; kept apart from your answers',
          'To get in touch with you',
          'Only the organisers, until they remove it',
        ],
        [
          'Who changed what and when, under a made-up name',
          'To find mistakes and misuse',
          'Organisers, in the list of activity',
        ],
        [
          'How often wrong codes or e-mails came from your network, browser or address, as a scrambled number',
          'To stop guessing, and letters that nobody wants',
          'Nobody. It counts for a day at most, and is then taken away',
        ],
      ],
      responsive: true,
    })}
    <p>
      That someone is a service user is special: it is left out of every export unless an organiser asks for
      it by name.
    </p>
    <h2 class="nhsuk-heading-l" id="votes">Votes</h2>
    <p>
      Who has voted and what was chosen are kept in separate lists that share no key, time or order. Your
      browser holds the only key to your vote. When voting has closed, the votes are written anew in an order
      that says nothing.
    </p>
    <p>
      There are limits. Until voting has closed, someone with the files or the backups of the server could
      join the two lists. If a whole team votes the same way, its result tells how each of them voted; results
      of fewer than 3 votes are not shown.
    </p>
    <h2 class="nhsuk-heading-l">How long</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>Links and codes to sign in are deleted a day after they end.</li>
      <li>Ended sessions are deleted after 30 days, and so is the record that an e-mail was sent.</li>
      <li>Everything else stays until you erase it, or the organisation does.</li>
    </ul>
    <h2 class="nhsuk-heading-l">What you can do</h2>
    <p>
      <a href="${paths.me({})}">See, correct, download and erase what is held about you</a> at any time. When
      you erase it, your name goes and what your team did stays counted. If you came with a code, your sign-up
      offers the same.
    </p>
    <p>For anything else, ${writeTo(contact)}.</p>
    <p>
      You can also complain to the
      <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
    </p>
    <h2 class="nhsuk-heading-l">Other parties</h2>
    <p>
      Nothing is passed on to anyone else, and no page loads anything from another site. E-mail goes through
      the mail server of the organisation. <a href="${paths.cookies({})}">Our cookies</a>
    </p>`
