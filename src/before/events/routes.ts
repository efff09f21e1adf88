import type { Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { networkById } from '../networks/store/networks.ts'
import { organisers } from '../networks/store/roles.ts'
import { closeSignUp, makeEvent, openSignUp } from './commands.ts'
import { eventById } from './store.ts'
import { calendarOf, eventForm } from './views.ts'

export function eventRoutes(site: Site): void {
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
