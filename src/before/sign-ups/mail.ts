import { whenAndWhere } from '../events/views.ts'
import { paths } from '../../paths.ts'
import { html } from '../../platform/face/html.ts'
import { greeting } from '../../platform/mail/greeting.ts'
import type { LetterKind, Writing } from '../../platform/mail/outbox.ts'
import { eventById } from '../events/store.ts'
import { calendarOf } from '../events/views.ts'
import { networkById } from '../networks/store/networks.ts'
import { linkToken } from './rules.ts'
import { thingsIn, thingWords } from './rules/changes.ts'
import { attendeeById } from './store.ts'
import { eventChange } from './store/changes.ts'
import { capitalised } from '../../platform/text/english.ts'

/** The addressee of a letter and its subject; nothing when there is no address any more. */
async function about({ db }: Writing, ids: Record<string, string>) {
  const network = await networkById(db, ids['network'] ?? '')
  const attendee = network && (await attendeeById(db, network.id, ids['attendee'] ?? ''))
  const event = network && (await eventById(db, network.id, ids['event'] ?? ''))
  return attendee?.email && event ? { attendee, event, to: attendee.email, network } : undefined
}

export const confirmed: LetterKind = {
  kind: 'sign-ups.confirmed',
  async write(writing, ids) {
    const found = await about(writing, ids)
    if (!found || found.attendee.cancelled_at) return undefined
    const { attendee, event, to, network } = found
    const { keyedHash, address, now } = writing
    const link = address(paths.attend({ token: linkToken(keyedHash, attendee.network_id, attendee.id) }))
    const page = address(paths.event({ network: event.network_id, event: event.id }))
    const online = event.link ? `Join online: ${event.link}\n\n` : ''
    const text = `${greeting(attendee.name)}

You are signed up for ${event.name}.

${whenAndWhere(event)}

${online}Your personal link. Keep it: it lets you in on the day, and there you change or cancel your sign-up. Do not pass it on.
${link}

About the event: ${page}
`
    return {
      to,
      subject: `You are signed up for ${event.name}`,
      text,
      html: html`<p>${greeting(attendee.name)}</p>
        <p>You are signed up for ${event.name}.</p>
        <p>${whenAndWhere(event)}</p>
        ${event.link && html`<p>Join online: <a href="${event.link}">${event.link}</a></p>`}
        <p><a href="${link}">Your personal link</a></p>
        <p>
          Keep this letter: the link lets you in on the day, and there you change or cancel your sign-up. Do
          not pass it on.
        </p>
        <p><a href="${page}">About the event</a></p>`,
      attachments: [
        {
          name: `${event.id}.ics`,
          type: 'text/calendar; charset=utf-8; method=PUBLISH',
          body: calendarOf(event, { now, url: page, link: event.link, network }),
        },
      ],
    }
  },
}

export const cancelled: LetterKind = {
  kind: 'sign-ups.cancelled',
  async write(writing, ids) {
    const found = await about(writing, ids)
    if (!found?.attendee.cancelled_at) return undefined
    const { attendee, event, to } = found
    const page = writing.address(paths.event({ network: event.network_id, event: event.id }))
    const says = `Your sign-up for ${event.name} (${whenAndWhere(event)}) is cancelled.`
    const again =
      'If this is a mistake, use the personal link of your first letter to sign up again, as long as there are places.'
    return {
      to,
      subject: `Your sign-up for ${event.name} is cancelled`,
      text: `${greeting(attendee.name)}\n\n${says}\n\n${again}\n\nAbout the event: ${page}\n`,
      html: html`<p>${greeting(attendee.name)}</p>
        <p>${says}</p>
        <p>${again}</p>
        <p><a href="${page}">About the event</a></p>`,
    }
  },
}

/** Says how an event is now, when something that was told has changed; the file changes the entry in calendars. */
export const changed: LetterKind = {
  kind: 'sign-ups.changed',
  async write(writing, ids) {
    const found = await about(writing, ids)
    if (!found || found.attendee.cancelled_at) return undefined
    const { attendee, event, to, network } = found
    const { keyedHash, address, now, db } = writing
    const things = thingsIn((await eventChange(db, network.id, event.id))?.things ?? '')
    const link = address(paths.attend({ token: linkToken(keyedHash, attendee.network_id, attendee.id) }))
    const page = address(paths.event({ network: event.network_id, event: event.id }))
    const off = event.cancelled_at !== null
    const words = thingWords(things)
    const says = off
      ? `${event.name} is cancelled. You need not do anything.`
      : things.includes('cancelled')
        ? `${event.name} takes place after all.`
        : `${words ? capitalised(words) : 'Something'} of ${event.name} ${words.includes(' and ') || words === 'the times' ? 'have' : 'has'} changed.`
    const when = off ? `It was to be on ${whenAndWhere(event)}.` : `It is now: ${whenAndWhere(event)}.`
    const file = off
      ? 'The file with this letter takes it out of your calendar.'
      : 'The file with this letter changes the entry in your calendar.'
    const online = off ? null : event.link
    const stay =
      'If you cannot come any more, cancel with your personal link, so that somebody else has the place.'
    return {
      to,
      subject: off ? `${event.name} is cancelled` : `${event.name} has changed`,
      text: [
        greeting(attendee.name),
        says,
        when,
        online && `Join online: ${online}`,
        file,
        !off && `${stay}\n${link}`,
        `About the event: ${page}\n`,
      ]
        .filter(Boolean)
        .join('\n\n'),
      html: html`<p>${greeting(attendee.name)}</p>
        <p>${says}</p>
        <p>${when}</p>
        ${online && html`<p>Join online: <a href="${online}">${online}</a></p>`}
        <p>${file}</p>
        ${
          !off &&
          html`<p>${stay}</p>
            <p><a href="${link}">Your personal link</a></p>`
        }
        <p><a href="${page}">About the event</a></p>`,
      attachments: [
        {
          name: `${event.id}.ics`,
          type: `text/calendar; charset=utf-8; method=${off ? 'CANCEL' : 'PUBLISH'}`,
          body: calendarOf(event, {
            now,
            url: page,
            link: event.link,
            network,
            ...(off && { method: 'CANCEL' }),
          }),
        },
      ],
    }
  },
}

export const signUpLetters: LetterKind[] = [confirmed, cancelled, changed]
