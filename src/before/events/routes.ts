import { dayTyped } from '../../platform/face/day-field.ts'
import type { Values } from '../../platform/http/form.ts'
import type { Site, Visit } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { markOf } from '../networks/rules.ts'
import { networkById } from '../networks/store/networks.ts'
import { organisers } from '../networks/store/roles.ts'
import { closeSignUp, describeEvent, makeEvent, openSignUp } from './commands.ts'
import { clockTimeOf } from './rules.ts'
import { eventById, type EventRow } from './store.ts'
import { calendarOf, eventForm } from './views.ts'

const withDay = (values: Values, visit: Visit<never>) => ({
  ...values,
  on: dayTyped(values, 'on'),
  ...(visit as Visit).nouns,
})

const valuesOf = (event: EventRow): Values => ({
  name: event.name,
  on: event.on_day,
  starts: event.starts_at ? clockTimeOf(event.starts_at) : '',
  ends: event.ends_at ? clockTimeOf(event.ends_at) : '',
  place: event.place ?? '',
  link: event.link ?? '',
  aims: event.aims ?? '',
  capacity: event.capacity === null ? '' : String(event.capacity),
})

export function eventRoutes(site: Site): void {
  site.form({
    at: paths.newEvent,
    who: organisers,
    command: makeEvent,
    read: ({ db, nouns }) => networkById(db, nouns.network),
    input: withDay,
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

  site.form({
    at: paths.editEvent,
    who: organisers,
    command: describeEvent,
    read: ({ db, nouns }) => eventById(db, nouns.network, nouns.event),
    stands: true,
    values: valuesOf,
    input: withDay,
    show: (event, form, visit) => ({
      title: 'Change event',
      back: { href: paths.event(visit.nouns), text: 'Back to the event' },
      body: eventForm({
        action: paths.editEvent(visit.nouns),
        title: 'Change event',
        caption: event.name,
        save: 'Save event',
        form,
        sending: visit,
      }),
    }),
    then: (_outcome, { nouns }) => paths.event(nouns),
    done: 'Event saved',
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
      const mark = markOf((await networkById(db, nouns.network))!.kind)
      const body = calendarOf(event, { now, url: address(paths.event(nouns)), mark })
      return { type: 'text/calendar; charset=utf-8', body, name: `${event.id}.ics` }
    },
  })
}
