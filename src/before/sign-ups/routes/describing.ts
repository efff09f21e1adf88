import { dayTyped } from '../../../platform/face/day-field.ts'
import type { Values } from '../../../platform/http/form.ts'
import type { Site } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { clockTimeOf } from '../../events/rules.ts'
import { eventById, type EventRow } from '../../events/store.ts'
import { eventForm } from '../../events/views.ts'
import { organisers } from '../../networks/store/roles.ts'
import { describeEvent } from '../commands/describing.ts'
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
    input: (values, { nouns }) => ({ ...values, on: dayTyped(values, 'on'), ...nouns }),
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
    done: 'Event saved',
  })
}
