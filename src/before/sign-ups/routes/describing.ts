import type { Values } from '../../../platform/form/state.ts'
import type { Site } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { clockTimeOf, dayState } from '../../events/rules.ts'
import { eventById, type EventRow } from '../../events/store.ts'
import { eventForm } from '../../events/views.ts'
import { organisers } from '../../networks/store/roles.ts'
import { cancelEvent, describeEvent, holdEvent } from '../commands/describing.ts'
import { toldSentence } from '../rules/changes.ts'
import { addressedCount } from '../store/changes.ts'
import { cancelEventView } from '../views/cancelling.ts'
import { signedUpCount } from '../store/places.ts'

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

/** The form that changes an event: here because it says how many have signed up. */
export function describingRoutes(site: Site): void {
  site.form({
    at: paths.editEvent,
    who: organisers,
    command: describeEvent,
    async read({ db, nouns: { network, event } }) {
      const held = await eventById(db, network, event)
      return held && { held, signedUp: await signedUpCount(db, network, event) }
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
      return { held, tells: await addressedCount(db, network, event) }
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
