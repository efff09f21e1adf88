import type { Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { networkById } from '../networks/store/networks.ts'
import { organisers } from '../networks/store/roles.ts'
import { followingOf } from '../../followers.ts'
import type { Values } from '../../platform/form/state.ts'
import { cancelEvent, closeSignUp, describeEvent, holdEvent, makeEvent, openSignUp } from './commands.ts'
import { eventFields } from './record.ts'
import { clockTimeOf, dayState, toldSentence } from './rules.ts'
import { eventById, type EventRow } from './store.ts'
import { calendarOf, cancelEventView, eventForm } from './views.ts'

const valuesOf = (event: EventRow): Values => ({
  ...eventFields.values(event),
  on: event.on_day,
  starts: event.starts_at ? clockTimeOf(event.starts_at) : '',
  ends: event.ends_at ? clockTimeOf(event.ends_at) : '',
})

export function eventRoutes(site: Site): void {
  changing(site)
  site.form({
    at: paths.newEvent,
    who: organisers,
    command: makeEvent,
    read: ({ db, nouns }) => networkById(db, nouns.network),
    show: (network, form, visit) => ({
      title: 'New event',
      crumbs: [{ text: network.name, href: paths.network(visit.nouns) }],
      body: eventForm({
        action: paths.newEvent(visit.nouns),
        title: 'New event',
        caption: network.name,
        save: 'Make event',
        form,
        sending: visit,
      }),
    }),
    then: ({ id }, { nouns }) => paths.event({ ...nouns, event: id }),
    done: ({ past }) => (past ? 'Event recorded' : 'Event made. People can sign up now.'),
  })

  site.button({
    at: paths.signUpClosure,
    command: closeSignUp,
    then: (_outcome, { nouns }) => paths.event(nouns),
    back: ({ nouns }) => paths.event(nouns),
    done: 'Sign-up closed. You can open it again at any time.',
  })

  site.button({
    at: paths.signUpOpening,
    command: openSignUp,
    then: (_outcome, { nouns }) => paths.event(nouns),
    back: ({ nouns }) => paths.event(nouns),
    done: 'Sign-up opened',
  })

  site.file({
    at: paths.eventCalendar,
    who: everyone,
    async read({ db, nouns, now, address }) {
      const event = await eventById(db, nouns.network, nouns.event)
      if (!event) return undefined
      const network = (await networkById(db, nouns.network))!
      const body = calendarOf(event, { now, url: address(paths.event(nouns)), network })
      return { type: 'text/calendar; charset=utf-8', body, name: `${event.id}.ics` }
    },
  })
}

function changing(site: Site): void {
  site.form({
    at: paths.editEvent,
    who: organisers,
    command: describeEvent,
    async read({ db, nouns: { network, event } }) {
      const held = await eventById(db, network, event)
      return held && { held, signedUp: (await followingOf(db, { network, event })).signedUp }
    },
    stands: true,
    values: ({ held }) => valuesOf(held),
    show: ({ held, signedUp }, form, visit) => ({
      title: 'Change event',
      back: { href: paths.event(visit.nouns), text: 'Back to the event' },
      body: eventForm({
        action: paths.editEvent(visit.nouns),
        title: 'Change event',
        caption: held.name,
        save: 'Save event',
        form,
        sending: visit,
        signedUp,
        removal: paths.removeEvent(visit.nouns),
      }),
    }),
    then: (_outcome, { nouns }) => paths.event(nouns),
    done: ({ tells }) => ['Event saved.', toldSentence(tells)].filter(Boolean).join(' '),
  })

  site.form({
    at: paths.cancelEvent,
    who: organisers,
    command: cancelEvent,
    async read({ db, nouns: { network, event }, now }) {
      const held = await eventById(db, network, event)
      if (!held || held.cancelled_at || dayState(held, now) === 'past') return undefined
      return { held, tells: (await followingOf(db, { network, event })).told }
    },
    input: (_values, { nouns }) => nouns,
    show: ({ held, tells }, _form, visit) => ({
      title: 'Cancel this event?',
      back: { href: paths.event(visit.nouns), text: held.name },
      body: cancelEventView(held, tells, visit),
    }),
    then: (_outcome, { nouns }) => paths.event(nouns),
    done: ({ tells }) => ['The event is cancelled.', toldSentence(tells)].filter(Boolean).join(' '),
  })

  site.button({
    at: paths.holdEvent,
    command: holdEvent,
    then: (_outcome, { nouns }) => paths.event(nouns),
    back: ({ nouns }) => paths.event(nouns),
    done: 'The event takes place after all. Whoever was told that it is cancelled is told this too.',
  })
}
